import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('trigger-event', () => {
  it('opens the journey', () =>
    expect(visit(definition, { events: [{ event: 'order' }] })).toEqual({ do: 'leave', outcome: 'next' }))

  it('subscribes to its events, with who may enter', () => {
    const settings = { events: [{ event: 'order' }], dedupe: 'event.id', tolerance: { amount: 2, unit: 'hour' } }
    const trigger = definition.trigger?.(definition.settings.parse(settings))
    expect(trigger?.events).toEqual({ matches: settings.events, dedupe: 'event.id', tolerance: settings.tolerance })
  })

  it.each([
    { events: [] },
    { events: [{ event: 'x', filter: { field: 'member.a', op: 'empty' } }] },
    { events: [{ event: 'x' }], dedupe: 'id' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
