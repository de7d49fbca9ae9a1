import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/postgres.ts'
import type { Json, JsonObject } from '../json.ts'
import { evaluate, matchesEvent } from './evaluate.ts'
import { ruleFacts } from './facts.ts'
import type { EventMatch } from './rule.ts'
import { Rule } from './rule.ts'
import { compileRule } from './sql.ts'
import { spanOf } from './window.ts'

const NOW = Date.parse('2026-03-29T16:30:00Z')
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'UTC']
const KEYS = ['a', 'b', 'city']
const DATES = [
  '2026-03-29',
  '2026-03-30',
  '2026-02-30',
  '2026-03-29T16:30:00Z',
  '2026-03-29T01:00:00.5+08:00',
  '2026-03-29T25:00:00Z',
  '0000-01-01',
  '9999-12-31T23:59:59-14:00',
  '0001-01-01T00:00:00+14:00',
  'x',
]
const words = fc.constantFrom('', 'a', 'ab', 'b%', '100%_', '上海', "o'k", ...DATES)
const amounts = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 0.30000000000000004, 1e21, 1e-7, -0.5))
const scalars = fc.oneof(words, amounts, fc.boolean())
const values: fc.Arbitrary<Json> = fc.oneof(scalars, fc.constant(null), fc.constantFrom<Json>([], ['a'], { a: 1 }))
const objects: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...KEYS), values)
const days = fc.constantFrom('2026-03-28', '2026-03-29', '2026-03-30')
const durations = fc.record({
  amount: fc.integer({ min: 1, max: 24 }),
  unit: fc.constantFrom('minute', 'hour', 'day', 'month'),
})

const numberLeafOver = (field: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ field, op: fc.constantFrom('eq', 'neq'), value: scalars }),
    fc.record({ field, op: fc.constant('in'), value: fc.array(scalars, { minLength: 1, maxLength: 3 }) }),
    fc.record({ field, op: fc.constantFrom('gt', 'gte', 'lt', 'lte'), value: amounts }),
    fc.record({ field, op: fc.constant('between'), value: fc.tuple(amounts, amounts) }),
  )
const leafOver = (field: fc.Arbitrary<string>) =>
  fc.oneof(
    numberLeafOver(field),
    fc.record({ field, op: fc.constantFrom('empty', 'not-empty') }),
    fc.record({ field, op: fc.constantFrom('contains', 'starts-with'), value: words.filter((w) => w !== '') }),
    fc.record({ field, op: fc.constantFrom('on', 'before', 'after'), value: days }),
  )
const eventLeaf = leafOver(fc.constantFrom('event.a', 'event.b', 'event.city.a', 'event.constructor'))
const eventFilter = fc.oneof(
  eventLeaf,
  fc.record({ not: eventLeaf }),
  fc.record({ any: fc.array(eventLeaf, { maxLength: 2 }) }),
)
const anyLeaf = fc.oneof(
  leafOver(fc.constantFrom('member.a', 'member.b', 'member.city')),
  numberLeafOver(fc.constant('points.spendable')),
  fc.record({ field: fc.constantFrom('member.a', 'member.b'), op: fc.constant('within-last'), value: durations }),
  fc.record({
    field: fc.constant('tags'),
    op: fc.constantFrom('has', 'has-not'),
    value: fc.constantFrom('vip', 'old'),
  }),
  fc.record({
    events: fc.record(
      {
        event: fc.constantFrom('order', 'view'),
        filter: eventFilter,
        atLeast: fc.integer({ min: 1, max: 3 }),
        did: fc.boolean(),
        window: fc.oneof(
          fc.constant({ kind: 'ever' }),
          fc.record({ kind: fc.constant('last'), duration: durations }),
          fc.record({ kind: fc.constant('between'), from: days, to: days }),
        ),
      },
      { requiredKeys: ['event', 'atLeast', 'did', 'window'] },
    ),
  }),
)
const { rule } = fc.letrec((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    anyLeaf,
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

interface Person {
  attributes: JsonObject
  tags: { tag: string; expiresAt: number | null }[]
  points: number | null
  events: { name: string; at: number; properties: JsonObject }[]
}
const when = fc.oneof(fc.integer({ min: NOW - 86_400_000 * 3, max: NOW + 3_600_000 }), fc.constant(NOW))
const people: fc.Arbitrary<Person> = fc.record({
  attributes: objects,
  tags: fc.uniqueArray(
    fc.record({ tag: fc.constantFrom('vip', 'old'), expiresAt: fc.oneof(fc.constant(null), when) }),
    { selector: (t) => t.tag, maxLength: 2 },
  ),
  points: fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 3 })),
  events: fc.array(fc.record({ name: fc.constantFrom('order', 'view'), at: when, properties: objects }), {
    maxLength: 4,
  }),
})

/** The facts of a person, worked out here without the loaders. */
function factsOf(r: Rule, person: Person, zone: string): Record<string, unknown> {
  const count = (match: EventMatch | undefined, { from, to }: { from: number; to: number }) =>
    person.events.filter(
      (e) =>
        e.name === match?.event &&
        e.at >= from &&
        e.at <= to &&
        matchesEvent(match.filter, e.properties, { at: NOW, zone }),
    ).length
  return Object.fromEntries(
    Object.entries(ruleFacts(r)).map(([name, request]) => {
      if (request.kind === 'attribute') return [name, person.attributes[request.name]]
      if (request.kind === 'tag')
        return [name, person.tags.some((t) => t.tag === request.tag && (t.expiresAt ?? Number.POSITIVE_INFINITY) > NOW)]
      if (request.kind === 'points') return [name, person.points ?? 0]
      if (request.kind !== 'events' || !('kind' in request.window)) throw new Error(`unexpected ${request.kind}`)
      const { window } = request
      if (window.kind !== 'ever' && window.kind !== 'last' && window.kind !== 'between')
        throw new Error('not of a rule')
      return [name, { counts: [count(request.matches[0], spanOf(window, { at: NOW, zone }))] }]
    }),
  )
}

describe('a rule', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await testDatabase()
    client = new pg.Client(database.url)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  it('answers in SQL what the evaluator answers, over 6,000 random cases', async () => {
    const [crowd = []] = fc.sample(fc.array(people, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })
    await client.query("INSERT INTO tenant (key, name) VALUES ('t', 't')")
    for (const person of crowd) {
      const { rows } = await client.query(
        'INSERT INTO member (tenant_id, attributes, created_at) VALUES (1, $1, now()) RETURNING id',
        [person.attributes],
      )
      const id = rows[0].id
      for (const { tag, expiresAt } of person.tags)
        await client.query("INSERT INTO member_tag VALUES (1, $1, $2, 'test', now(), ts($3))", [id, tag, expiresAt])
      if (person.points !== null)
        await client.query('INSERT INTO point_account VALUES (1, $1, 0, $2)', [id, person.points])
      for (const e of person.events) {
        const text =
          'INSERT INTO event (tenant_id, member_id, name, at, received_at, properties) VALUES (1, $1, $2, ts($3), ts($3), $4)'
        await client.query(text, [id, e.name, e.at, e.properties])
      }
    }
    let held = 0
    const property = fc.asyncProperty(rule, fc.constantFrom(...ZONES), async (raw, zone) => {
      const parsed = Rule.parse(raw)
      const params: unknown[] = []
      const next = (value: unknown) => `$${params.push(value)}`
      const condition = compileRule(parsed, { at: NOW, zone }, { member: 'm.id', attributes: 'm.attributes', next })
      const { rows } = await client.query<{ yes: boolean }>(
        `SELECT ${condition} AS yes FROM member m ORDER BY m.id`,
        params,
      )
      const expected = crowd.map((person) => evaluate(parsed, factsOf(parsed, person, zone), { at: NOW, zone }))
      held += expected.filter(Boolean).length
      expect(rows.map((row) => row.yes)).toEqual(expected)
    })
    await fc.assert(property, { numRuns: 150, seed: 11 })
    expect(held).toBeGreaterThan(500)
  })

  it('answers alike for every operator over every kind of value', async () => {
    const held: Json[] = [
      null,
      true,
      false,
      0,
      1,
      1.5,
      '',
      '1',
      'true',
      'b%',
      'a_b',
      'aab',
      'A_b',
      "o'k",
      [],
      ['a_b'],
      {},
      ...DATES,
    ]
    const leaves = [
      ...['empty', 'not-empty'].map((op) => ({ op })),
      ...['eq', 'neq'].flatMap((op) => ['', 'a_b', '1', 1, 1.5, true, false].map((value) => ({ op, value }))),
      ...[['a_b', 1], ['1', true], [false]].map((value) => ({ op: 'in', value })),
      ...['gt', 'gte', 'lt', 'lte'].flatMap((op) => [1, 1.5].map((value) => ({ op, value }))),
      { op: 'between', value: [1, 1.5] },
      ...['contains', 'starts-with'].flatMap((op) => ['a_', '%', '_b', "'"].map((value) => ({ op, value }))),
      ...['on', 'before', 'after'].flatMap((op) => ['2026-03-29', '2026-03-30'].map((value) => ({ op, value }))),
      { op: 'within-last', value: { amount: 1, unit: 'day' } },
    ].map((leaf) => Rule.parse({ field: 'member.a', ...leaf }))
    for (const [zone, leaf] of ZONES.flatMap((zone) => leaves.map((leaf) => [zone, leaf] as const))) {
      const moment = { at: NOW, zone }
      const params: unknown[] = [JSON.stringify(held)]
      const next = (value: unknown) => `$${params.push(value)}`
      const attributes = "jsonb_build_object('a', h.value)"
      const condition = compileRule(leaf, moment, { member: '0', attributes, next })
      const text = `SELECT ${condition} AS yes FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY h ORDER BY h.ordinality`
      const { rows } = await client.query<{ yes: boolean }>(text, params)
      const expected = held.map((value) => evaluate(leaf, { 'member.a': value }, moment))
      expect([leaf, zone, rows.map((row) => row.yes)]).toEqual([leaf, zone, expected])
    }
  })

  it('that asks of a triggering event is refused: SQL has none', () => {
    const stray = Rule.parse({ any: [{ not: { field: 'event.a', op: 'empty' } }] })
    const compiled = () =>
      compileRule(stray, { at: NOW, zone: 'UTC' }, { member: 'm.id', attributes: 'm.attributes', next: () => '$1' })
    expect(compiled).toThrow(expect.objectContaining({ code: 'rule-asks-event', detail: { field: 'event.a' } }))
  })
})
