import { afterEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import type { IncomingEvent } from './event.ts'
import { storeEvents } from './unit-of-work.ts'

const HOUR = 3_600_000

/** Entered by an event, then waiting for another order. */
const journey = (key: string, trigger: object, settings: object = {}) => ({
  schema: 1,
  key,
  name: key,
  settings: { zone: 'UTC', ...settings },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: trigger },
    {
      id: 'wait',
      type: 'wait',
      version: 1,
      name: 'wait',
      settings: {
        kind: 'event',
        events: [{ event: 'order', filter: { field: 'event.n', op: 'gte', value: 20 } }],
        timeout: { amount: 1, unit: 'day' },
      },
    },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'wait' }],
})
const order = { event: 'order' }

const JOURNEYS = [
  journey('once', { events: [order] }),
  journey('always', { events: [order, { event: 'visit' }] }, { reentry: { rule: 'any-time', atOnce: 3 } }),
  journey(
    'a-day',
    { events: [order] },
    { reentry: { rule: 'any-time', limit: { entries: 2, within: { amount: 1, unit: 'day' } } } },
  ),
  journey('by-shop', { events: [order], dedupe: 'event.shop' }, { reentry: { rule: 'any-time' } }),
  journey('by-shop-inside', { events: [order], dedupe: 'event.shop' }, { reentry: { rule: 'after-leaving' } }),
  journey('rich', { events: [order], member: { field: 'member.spend', op: 'gte', value: 100 } }),
  journey('big', { events: [{ event: 'order', filter: { field: 'event.n', op: 'gt', value: 30 } }] }),
  journey('fresh', { events: [order], tolerance: { amount: 1, unit: 'hour' } }),
  journey('closed', { events: [order] }, { window: { until: '2026-03-01T00:00:00Z' } }),
]

describe('routing', () => {
  const open: TestWorkspace[] = []
  afterEach(() => Promise.all(open.splice(0).map((w) => w.close())))

  async function workspace(): Promise<{ w: TestWorkspace; members: MemberId[] }> {
    const w = await testWorkspace({ registry, effects })
    open.push(w)
    for (const document of JOURNEYS) await w.publish(document)
    return { w, members: await w.members(Array.from({ length: 10 }, (_, i) => ({ spend: i * 30 }))) }
  }

  const events = (w: TestWorkspace, members: readonly MemberId[], n: number): IncomingEvent[] =>
    Array.from({ length: n }, (_, i) => ({
      member: members[(i * 7) % members.length] as MemberId, // an index within
      name: i % 4 === 3 ? 'visit' : 'order',
      at: w.now - (i % 6 === 5 ? 2 * HOUR : 0),
      properties: { n: i, shop: i % 5 === 4 ? null : `shop ${i % 3}` },
    }))

  const outcome = async (w: TestWorkspace) => ({
    enrolled: await w.query(
      `SELECT j.key, member_id, entry_no, data FROM enrolment e JOIN journey j ON j.id = e.journey_id
       ORDER BY 1, 2, 3`,
    ),
    told: await w.query(
      `SELECT j.key, s.member_id, e.entry_no, s.properties FROM stimulus s JOIN enrolment e ON e.member_id = s.member_id
         AND e.id = s.enrolment_id JOIN journey j ON j.id = s.journey_id ORDER BY 1, 2, 3, s.id`,
    ),
    refused: await w.query(
      `SELECT j.key, r.member_id, e.properties, r.reason FROM refusal r JOIN event e ON e.member_id = r.member_id
         AND e.id = r.event_id JOIN journey j ON j.id = r.journey_id ORDER BY 1, 2, e.properties ->> 'n'`,
    ),
  })

  it('means the same for a batch as for its events one by one', async () => {
    const [together, apart] = [await workspace(), await workspace()]
    const batch = events(together.w, together.members, 120)
    await together.w.engine.store.inTenant(together.w.tenant, (tx) => storeEvents(together.w.engine, tx, batch))
    // Per member by own time, then arrival: the order that a batch is put into.
    const ordered = events(apart.w, apart.members, 120).sort((a, b) => a.member - b.member || a.at - b.at)
    for (const event of ordered)
      await apart.w.engine.store.inTenant(apart.w.tenant, (tx) => storeEvents(apart.w.engine, tx, [event]))
    const result = await outcome(together.w)
    expect(result).toEqual(await outcome(apart.w))
    for (const part of Object.values(result)) expect(part.length).toBeGreaterThan(100)
    expect(new Set(result.refused.map((r) => (r as { reason: number }).reason))).toEqual(new Set([0, 1, 2, 3, 4, 5, 8]))
  })

  it('costs as many statements for 500 events as for one', async () => {
    const { w, members } = await workspace()
    const statements = (batch: IncomingEvent[]) =>
      w.engine.store.inTenant(w.tenant, async (tx) => {
        let n = 0
        const counted = <F extends (...args: never[]) => unknown>(run: F) =>
          ((...args) => {
            n++
            return run(...args)
          }) as F // the same, counted
        const { sql } = tx
        const query = counted(sql.query.bind(sql))
        const write = counted(sql.write.bind(sql))
        await storeEvents(w.engine, { ...tx, sql: { query, write, flush: () => sql.flush() } }, batch)
        return n
      })
    await statements(events(w, members, 100))
    const many = await w.members(Array.from({ length: 200 }, (_, i) => ({ spend: i * 30 })))
    const [one = 0, all = 0] = [await statements(events(w, members, 1)), await statements(events(w, many, 500))]
    // Enrolments with tokens, counts, pokes, the keys, the stimuli and the refusals: of all journeys together.
    expect(all - one).toBeLessThanOrEqual(8)
  })

  it('asks where members stand only of journeys that hear an event, of an older program’s of any', async () => {
    const w = await testWorkspace({ registry, effects })
    open.push(w)
    await w.publish(journey('waiting', { events: [{ event: 'visit' }] }))
    const [ann] = await w.members([{}])
    if (ann === undefined) throw new Error('nobody')
    await w.post(ann, 'visit', {})
    await w.drain()
    const told = async () => (await w.query('SELECT properties FROM stimulus')).length
    const written = await w.query('DELETE FROM hearing RETURNING event')
    expect(written).toContainEqual({ event: 'order' })
    expect(written).not.toContainEqual({ event: 'visit' })
    await w.post(ann, 'order', { n: 20 })
    expect(await told()).toBe(0)
    await w.query("INSERT INTO hearing (tenant_id, event, journey_id) SELECT tenant_id, '', id FROM journey")
    await w.post(ann, 'order', { n: 21 })
    expect(await told()).toBe(1)
  })

  it('lets an event that was refused enter later by the same key', async () => {
    const { w, members } = await workspace()
    const [ann] = members
    if (ann === undefined) throw new Error('nobody')
    const entries = async () =>
      (await w.query("SELECT 1 FROM enrolment e JOIN journey j ON j.id = e.journey_id WHERE j.key = 'by-shop-inside'"))
        .length
    await w.post(ann, 'order', { n: 1, shop: 'a' })
    await w.post(ann, 'order', { n: 2, shop: 'b' })
    expect(await entries()).toBe(1)
    await w.drain()
    await w.wind(w.now + 25 * HOUR)
    await w.post(ann, 'order', { n: 3, shop: 'a' })
    expect(await entries()).toBe(1)
    await w.post(ann, 'order', { n: 4, shop: 'b' })
    expect(await entries()).toBe(2)
  })

  it('knows in the next version by which values members entered, wherever their trigger stands there', async () => {
    const w = await testWorkspace({ registry, effects })
    open.push(w)
    const [ann] = await w.members([{}])
    if (ann === undefined) throw new Error('nobody')
    const drawn = journey('keyed', { events: [order], dedupe: 'event.shop' }, { reentry: { rule: 'any-time' } })
    await w.publish(drawn)
    await w.post(ann, 'order', { shop: 'a' })
    const other = { events: [{ event: 'visit' }], dedupe: 'event.shop' }
    const first = { id: 'first', type: 'trigger-event', version: 1, name: 'first', settings: other }
    await w.publish({
      ...drawn,
      nodes: [first, ...drawn.nodes],
      edges: [{ from: 'first', outcome: 'next', to: 'wait' }, ...drawn.edges],
    })
    await w.post(ann, 'order', { shop: 'a' })
    expect(await w.states()).toEqual({ live: 1 })
    // The other trigger, which stands now where that one stood, has values of its own.
    await w.post(ann, 'visit', { shop: 'a' })
    expect(await w.states()).toEqual({ live: 2 })
  })

  it('enrols nobody by an event that is twenty effects deep, and says so', async () => {
    const { w, members } = await workspace()
    const post = (depth: number) =>
      w.engine.store.inTenant(w.tenant, (tx) =>
        storeEvents(w.engine, tx, [
          { member: members[0] as MemberId, name: 'visit', at: w.now, properties: {}, depth }, // there are ten
        ]),
      )
    expect(await post(20)).toMatchObject({ stored: 1, repeated: 0, enrolled: 0 })
    expect(await w.query('SELECT reason FROM refusal')).toEqual([{ reason: 6 }])
    expect(await post(19)).toMatchObject({ stored: 1, repeated: 0, enrolled: 1 })
  })
})
