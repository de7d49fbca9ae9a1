import { describe, expect, it } from 'vitest'
import { FIRST_JOURNEY_STATE, journeyAfter } from './journey.ts'

describe('the life of a journey', () => {
  it('begins as a draft', () => expect(FIRST_JOURNEY_STATE).toBe('draft'))

  it.each([
    ['draft', 'publish', 'running'],
    ['running', 'pause', 'paused'],
    ['paused', 'resume', 'running'],
    ['paused', 'publish', 'paused'],
    ['running', 'stop', 'stopping'],
    ['stopping', 'finish', 'finished'],
    ['finished', 'publish', 'running'],
  ] as const)('%s --%s→ %s', (from, event, to) => expect(journeyAfter(from, event)).toBe(to))

  it.each([
    ['draft', 'pause'],
    ['finished', 'resume'],
    ['running', 'resume'],
    ['archived', 'publish'],
    ['draining', 'pause'],
    ['stopping', 'publish'],
    ['stopping', 'stop'],
  ] as const)('%s refuses %s', (from, event) => expect(journeyAfter(from, event)).toBeUndefined())
})
