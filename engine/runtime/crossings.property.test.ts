import fc from 'fast-check'
import { expect, it } from 'vitest'
import { turningOf } from '../core/journey/turning.ts'
import { Rule } from '../core/rules/rule.ts'
import { type CrossingsWorkspace, crossedJourney, crossingsWorkspace, node } from '../testing/crossings.ts'

const HOUR = 3_600_000
const PEOPLE = 4
const SEGMENTS = ['a', 'b', 'c']

const last = (hours: number) => ({ kind: 'last', duration: { amount: hours, unit: 'hour' } })
const leaf = fc.constantFrom<object>(
  { field: 'member.level', op: 'eq', value: 'gold' },
  { field: 'member.level', op: 'neq', value: 'gold' },
  { field: 'member.city', op: 'empty' },
  { field: 'member.seen', op: 'within-last', value: { amount: 3, unit: 'hour' } },
  { field: 'tags', op: 'has', value: 'vip' },
  { field: 'tags', op: 'has-not', value: 'brief' },
  { field: 'points.spendable', op: 'gte', value: 10 },
  { events: { event: 'order', atLeast: 2 } },
  { events: { event: 'order', window: last(2) } },
  { events: { event: 'order', did: false, window: last(5) } },
  { events: { event: 'visit', filter: { field: 'event.page', op: 'eq', value: 'home' } } },
)
const rule = fc.oneof(
  leaf,
  fc.record({ all: fc.array(leaf, { minLength: 2, maxLength: 3 }) }),
  fc.record({ any: fc.array(leaf, { minLength: 2, maxLength: 3 }) }),
  leaf.map((not) => ({ not })),
)

type Step =
  | { readonly do: 'post'; readonly who: number; readonly event: string; readonly page: string }
  | {
      readonly do: 'identify'
      readonly who: number
      readonly level: string
      readonly city: string | null
      readonly seen: boolean
    }
  | { readonly do: 'wind'; readonly minutes: number }

const who = fc.integer({ min: 0, max: PEOPLE - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('post' as const),
    who,
    event: fc.constantFrom('order', 'visit', 'tag', 'untag', 'briefly', 'give'),
    page: fc.constantFrom('home', 'shop'),
  }),
  fc.record({
    do: fc.constant('identify' as const),
    who,
    level: fc.constantFrom('gold', 'silver'),
    city: fc.constantFrom('A', null),
    seen: fc.boolean(),
  }),
  fc.record({ do: fc.constant('wind' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
)

const DOES: readonly [event: string, step: ReturnType<typeof node>, outcome: string][] = [
  ['tag', node('does', 'tag-member', { kind: 'add', tags: ['vip'] }), 'next'],
  ['untag', node('does', 'tag-member', { kind: 'remove', tags: ['vip', 'brief'] }), 'next'],
  [
    'briefly',
    node('does', 'tag-member', { kind: 'add', tags: ['brief'], expiresAfter: { amount: 90, unit: 'minute' } }),
    'next',
  ],
  ['give', node('does', 'grant-points', { amount: { kind: 'fixed', points: 5 } }), 'granted'],
]

async function play(w: CrossingsWorkspace, rules: readonly object[], steps: readonly Step[]): Promise<void> {
  const members = await w.known(Array.from({ length: PEOPLE }, (_, n) => (n % 2 === 0 ? { level: 'gold' } : {})))
  for (const [event, does, outcome] of DOES)
    await w.publish({
      ...{ schema: 1, key: event, name: event, settings: { reentry: { rule: 'any-time' } } },
      nodes: [node('start', 'trigger-event', { events: [{ event }] }), does, node('end', 'end')],
      edges: [
        { from: 'start', outcome: 'next', to: 'does' },
        { from: 'does', outcome, to: 'end' },
      ],
    })
  for (const [i, key] of SEGMENTS.entries()) await w.save(key, rules[i] ?? {})
  await w.publish(crossedJourney('in', { on: 'segment-entered', segments: SEGMENTS }))
  await w.publish(crossedJourney('out', { on: 'segment-left', segments: SEGMENTS }))
  const before = new Map<string, ReadonlySet<number>>()
  for (const key of SEGMENTS) before.set(key, new Set((await w.sets(key)).told))
  for (const one of steps) {
    if (one.do === 'wind') await w.windTo(w.now + one.minutes * 60_000)
    else if (one.do === 'post')
      await w.post(members[one.who] ?? (members[0] as never), one.event, { page: one.page }, { at: w.now })
    else {
      const seen = one.seen ? { seen: new Date(w.now).toISOString() } : {}
      await w.identify(one.who + 1, { level: one.level, city: one.city, ...seen })
    }
    await w.drain()
    // What time does not turn is true at every moment.
    for (const [i, key] of SEGMENTS.entries()) {
      if (turningOf(Rule.parse(rules[i])).byTime) continue
      const { told, holds } = await w.sets(key)
      expect(told).toEqual(holds)
    }
  }
  await w.windTo(Math.ceil((w.now + 1) / HOUR) * HOUR)
  const said = await w.told()
  for (const key of SEGMENTS) {
    const { told, holds } = await w.sets(key)
    expect(told).toEqual(holds)
    for (const member of members) {
      const mine = (said[member] ?? '')
        .split(' ')
        .filter((crossing) => crossing.slice(1) === key)
        .map(([sign]) => sign)
      // They alternate, from where the member was to where it is.
      const first = before.get(key)?.has(member) ? '-' : '+'
      mine.forEach((sign, i) => {
        expect(sign).toBe(i % 2 === 0 ? first : first === '+' ? '-' : '+')
      })
      expect((mine.at(-1) ?? (first === '+' ? '-' : '+')) === '+').toBe(told.includes(member))
    }
  }
  const signs = Object.values(said).join(' ')
  const { in: entered = 0, out = 0 } = await w.entered()
  expect([entered, out]).toEqual([signs.split('+').length - 1, signs.split('-').length - 1])
}

it(
  'has whom its rule holds for, after anything that happens, and tells each crossing once, in turns',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: SEGMENTS.length, maxLength: SEGMENTS.length }),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (rules, steps) => {
          const w = await crossingsWorkspace()
          try {
            await play(w, rules, steps)
          } finally {
            await w.close()
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    ),
  240_000,
)
