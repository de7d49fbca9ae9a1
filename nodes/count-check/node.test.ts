import { describe, expect, it } from 'vitest'
import type { Counter } from '../../engine/core/controls/counter.ts'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000
const here = { scope: 'member', bound: 2 }

/** Rehearses a visit of somebody who took places at these times. */
const rehearsed = (settings: object, taken: readonly number[], at = AT) => {
  const seen: Counter[] = []
  const counted = (counter: Counter) => {
    seen.push(counter)
    return taken
  }
  const rehearsal = definition.rehearse?.(
    definition.settings.parse(settings),
    {},
    {
      ...{ at, zone: 'UTC', arrives: () => true, counted },
    },
  )
  const goes = rehearsal?.goes
  return { outcome: goes?.do === 'leave' ? goes.outcome : goes, deeds: rehearsal?.deeds, seen }
}

describe('a count check', () => {
  it('leaves the answer to its counter', () => expect(visit(definition, here)).toEqual({ do: 'perform', body: {} }))

  it('lets a cycle lead through it', () => {
    expect(definition.breaksCycle?.(definition.settings.parse(here))).toBe(true)
  })

  it.each([
    ['who never came', here, [], 'within'],
    ['who has a place left', here, [AT - HOUR], 'within'],
    ['who has none left', here, [AT - HOUR, AT], 'over'],
    [
      'whose places were of yesterday',
      { ...here, window: { kind: 'day' } },
      [AT - 24 * HOUR, AT - 13 * HOUR],
      'within',
    ],
    ['whose places were of today', { ...here, window: { kind: 'day' } }, [AT - 12 * HOUR, AT], 'over'],
    [
      'for whom it is another day where it is counted',
      { ...here, window: { kind: 'day', zone: 'Pacific/Kiritimati' } },
      [AT - 12 * HOUR, AT],
      'within',
    ],
    [
      'whose place slides out of the window',
      { ...here, bound: 1, window: { kind: 'last', duration: { amount: 1, unit: 'hour' } } },
      [AT - HOUR],
      'within',
    ],
    [
      'whose place is in the window still',
      { ...here, bound: 1, window: { kind: 'last', duration: { amount: 1, unit: 'hour' } } },
      [AT - HOUR + 1],
      'over',
    ],
  ])('is rehearsed with one %s', (_title, settings, taken, outcome) => {
    expect(rehearsed(settings, taken).outcome).toBe(outcome)
  })

  it('remembers who passed, and nobody who did not', () => {
    expect(rehearsed(here, []).deeds).toEqual([{ do: 'count', counter: { scope: 'member' }, at: AT }])
    expect(rehearsed(here, [AT, AT]).deeds).toEqual([])
  })

  it('asks the counter that it names', () => {
    expect(rehearsed({ scope: 'name', name: 'weekly', bound: 1 }, []).seen).toEqual([{ scope: 'name', name: 'weekly' }])
  })

  it.each([
    { scope: 'member' },
    { scope: 'member', bound: 0 },
    { scope: 'member', bound: 1.5 },
    { scope: 'member', bound: 1, name: 'x' },
    { scope: 'name', bound: 1 },
    { scope: 'name', bound: 1, name: 'Weekly mail' },
    { scope: 'everyone', bound: 1 },
    { ...here, window: { kind: 'year' } },
    { ...here, window: { kind: 'last' } },
    { ...here, window: { kind: 'day', zone: '+08:00' } },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
