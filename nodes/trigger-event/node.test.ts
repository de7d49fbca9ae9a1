import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('trigger-event', () => {
  it('opens the journey', () =>
    expect(visit(definition, { events: [{ event: 'order' }] })).toEqual({ do: 'leave', outcome: 'next' }))

  it('subscribes to its events, with who may enter', () => {
    const settings = { events: [{ event: 'order' }], dedupe: 'event.id', tolerance: { amount: 2, unit: 'hour' } }
    const trigger = definition.trigger?.(definition.settings.parse(settings), 'a')
    expect(trigger?.events).toEqual({ matches: settings.events, dedupe: 'event.id', tolerance: settings.tolerance })
  })

  it.each(['event.order id', 'event.订单号', 'event.order.$id'])('may count once for each value of %s', (dedupe) =>
    expect(definition.settings.safeParse({ events: [{ event: 'x' }], dedupe }).success).toBe(true),
  )

  it.each([
    { events: [] },
    { events: [{ event: 'x', filter: { field: 'member.a', op: 'empty' } }] },
    { events: [{ event: 'x' }], dedupe: 'id' },
    { events: [{ event: 'x' }], dedupe: 'member.id' },
    { events: [{ event: 'x' }], dedupe: 'event.__proto__' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
