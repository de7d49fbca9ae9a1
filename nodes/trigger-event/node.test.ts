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

  it('has the segments watched whose crossings it asks for by name, and says where it names none', () => {
    const asks = (...events: [string, object?][]) => {
      const settings = definition.settings.parse({
        events: events.map(([event, filter]) => ({ event, ...(filter && { filter }) })),
      })
      const keys = definition.references?.(settings).map(({ kind, key }) => `${kind} ${key}`)
      expect(keys).toEqual(definition.trigger?.(settings, 'a').watches?.map((key) => `segment ${key}`))
      return [keys, definition.check?.(settings).map(({ code, severity }) => `${severity} ${code}`)]
    }
    const of = (op: string, value: unknown) => ({ field: 'event.segment', op, value })
    const unnamed = ['warning segment-unnamed']
    const [entered, left] = ['segment entered', 'segment left']
    expect(asks([entered, of('eq', 'vip')], [left, of('in', ['vip', 'new'])])).toEqual([
      ['segment vip', 'segment new'],
      [],
    ])
    expect(asks([entered, { all: [{ field: 'event.x', op: 'empty' }, of('eq', 'vip')] }])).toEqual([
      ['segment vip'],
      [],
    ])
    expect(asks([entered, { any: [of('eq', 'vip'), of('eq', 'new')] }])).toEqual([['segment vip', 'segment new'], []])
    expect(asks([entered])).toEqual([[], unnamed])
    expect(asks([left, of('neq', 'vip')])).toEqual([[], unnamed])
    expect(asks([left, { not: of('eq', 'vip') }])).toEqual([[], unnamed])
    expect(asks([left, { any: [of('eq', 'vip'), { field: 'event.x', op: 'empty' }] }])).toEqual([[], unnamed])
    expect(asks(['order', of('eq', 'vip')], ['visit'])).toEqual([[], []])
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
