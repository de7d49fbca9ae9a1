import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const of = (kind: string, more: object) => ({ kind, attribute: 'x', ...more })
const fixed = (number: number) => of('add', { amount: { kind: 'fixed', number } })
const byEvent = of('add', { amount: { kind: 'event', of: 'event.amount' } })
const kept = (unfit: string) => ({ do: 'leave', outcome: 'next', because: { unfit } })

describe('setting an attribute', () => {
  it.each([
    [of('text', { text: 'Hi {{member.name | "you"}}' }), {}, { value: 'Hi you' }],
    [of('text', { text: '{{event.city}}' }), { event: { city: 'A' } }, { value: 'A' }],
    [of('number', { number: 1.5 }), {}, { value: 1.5 }],
    [of('boolean', { holds: false }), {}, { value: false }],
    [of('date', { date: { kind: 'day', day: '2026-01-02' } }), {}, { value: '2026-01-02' }],
    [of('event', { of: 'event.amount' }), { event: { amount: 7 } }, { value: 7 }],
    [of('clear', {}), {}, { value: null }],
    [fixed(3), {}, { add: 3 }],
    [fixed(-3), { before: 9 }, { add: -3 }],
    [byEvent, { before: 1, event: { amount: 2 } }, { add: 2 }],
  ])('%j with %j: %j', (settings, facts, body) => {
    expect(visit(definition, settings, { facts })).toEqual({ do: 'perform', body })
  })

  it('counts days in the zone of the journey', () => {
    const later = { amount: 1, unit: 'month' }
    const settings = of('date', { date: { kind: 'today', later } })
    const at = Date.parse('2026-01-30T20:00:00Z')
    expect(visit(definition, settings, { at, zone: 'Asia/Shanghai' })).toMatchObject({ body: { value: '2026-02-28' } })
    expect(visit(definition, of('date', { date: { kind: 'today' } }), { at: AT })).toMatchObject({
      body: { value: '2026-03-07' },
    })
  })

  it.each([
    [of('text', { text: '{{member.name}}' }), {}, 'member.name'],
    [of('event', { of: 'event.amount' }), { event: {} }, 'event.amount'],
    [of('event', { of: 'event.items' }), { event: { items: [1] } }, 'event.items'],
    [byEvent, { event: {} }, 'event.amount'],
    [byEvent, { event: { amount: '2' } }, 'event.amount'],
    [fixed(1), { before: 'gold' }, 'member.x'],
  ])('leaves it as it is where %j has nothing that fits in %j', (settings, facts, unfit) => {
    expect(visit(definition, settings, { facts })).toEqual(kept(unfit))
  })

  it.each([
    of('clear', { attribute: 'email' }),
    of('clear', { attribute: 'a.b' }),
    of('text', { text: ' ' }),
    of('number', { number: '1' }),
    fixed(2e9),
  ])('refuses %j', (bad) => {
    expect(definition.settings.safeParse(bad).success).toBe(false)
  })
})
