import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import { clearCounted } from '../../engine/store/maintenance.ts'
import { MIGRATIONS } from '../../engine/store/migrate.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to })

/** Enters at each event named as the journey, and counts; those who are within go round where `round`. */
const journey = (key: string, settings: object, round = false) => ({
  ...{ schema: 1, key, name: key, settings: { zone: 'America/New_York', shards: 2, reentry: { rule: 'any-time' } } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: key }] }),
    node('count', 'count-check', settings),
    node('end', 'end'),
  ],
  edges: [
    edge('start', 'next', 'count'),
    edge('count', 'within', round ? 'count' : 'end'),
    edge('count', 'over', 'end'),
  ],
})
const last = (amount: number, unit: string) => ({ kind: 'last', duration: { amount, unit } })
const JOURNEYS = [
  journey('day', { scope: 'member', bound: 2, window: { kind: 'day', zone: 'Asia/Shanghai' } }),
  journey('week', { scope: 'member', bound: 3, window: { kind: 'week' } }),
  journey('month', { scope: 'member', bound: 4, window: { kind: 'month' } }),
  journey('sliding', { scope: 'member', bound: 2, window: last(36, 'hour') }),
  journey('ever', { scope: 'member', bound: 5 }),
  // One counter, and its narrower window must not cost the wider one its places.
  journey('gift-a-day', { scope: 'name', name: 'gift', bound: 1, window: { kind: 'day' } }),
  journey('gift-a-month', { scope: 'name', name: 'gift', bound: 6, window: { kind: 'month' } }),
  journey('rounds', { scope: 'enrolment', bound: 3 }, true),
]

describe('what members counted', () => {
  const open: TestWorkspace[] = []
  afterEach(() => Promise.all(open.splice(0).map((w) => w.close())))

  async function workspace(): Promise<{ w: TestWorkspace; members: MemberId[] }> {
    const w = await testWorkspace({ registry, effects }, Date.parse('2026-02-26T03:00:00Z'))
    open.push(w)
    for (const document of JOURNEYS) await w.publish(document)
    return { w, members: await w.members([{}, {}]) }
  }
  const kept = async (w: TestWorkspace) => {
    const rows = await w.query<{ key: string; n: number }>(
      `SELECT coalesce(j.key, c.counter) AS key, count(*)::int AS n FROM counted c
        LEFT JOIN journey j ON c.counter LIKE 'node/' || j.id || '/%' GROUP BY 1 ORDER BY 1`,
    )
    return Object.fromEntries(rows.map(({ key, n }) => [key, n]))
  }

  it('is cleared once no window looks at it, and everybody goes the ways that they would have gone', async () => {
    const [cleared, whole] = [await workspace(), await workspace()]
    for (let step = 0; step < 16; step++) {
      for (const { w, members } of [cleared, whole]) {
        await w.windOnly(w.now + (step % 3 === 2 ? 150 : 13) * HOUR)
        for (const member of members) for (const { key } of JOURNEYS) await w.post(member, key)
        await w.drain()
      }
      await clearCounted(cleared.w.engine.store, 3)
    }
    expect(await cleared.w.paths()).toEqual(await whole.w.paths())
    const [few, all] = [await kept(cleared.w), await kept(whole.w)]
    expect(few.ever).toBe(all.ever)
    expect(few).not.toHaveProperty('rounds')
    for (const key of ['day', 'week', 'month', 'sliding', 'name/gift']) expect(few[key]).toBeLessThan(all[key] ?? 0)
    await cleared.w.windOnly(cleared.w.now + 40 * DAY)
    expect(await clearCounted(cleared.w.engine.store, 3)).toBeGreaterThan(3)
    expect(await kept(cleared.w)).toEqual({ ever: all.ever })
  })

  it('is kept while somebody waits to be judged as of then, however long a pause lasts', async () => {
    const w = await testWorkspace({ registry, effects })
    open.push(w)
    const drawn = journey('held', { scope: 'member', bound: 1, window: { kind: 'day' } })
    const go = { kind: 'event', events: [{ event: 'go' }], timeout: { amount: 60, unit: 'day' } }
    await w.publish({
      ...drawn,
      nodes: [...drawn.nodes, node('wait', 'wait', go)],
      edges: [edge('start', 'next', 'wait'), edge('wait', 'event', 'count'), ...drawn.edges.slice(1)],
    })
    const ann = await w.member({})
    const enter = async () => {
      await w.post(ann, 'held')
      await w.drain()
    }
    await w.windOnly(w.now + 12 * HOUR)
    await enter()
    await w.post(ann, 'go')
    await w.drain()
    await w.windOnly(w.now + HOUR)
    await enter()
    await w.control('held', 'pause')
    await w.post(ann, 'go')
    await w.windOnly(w.now + 20 * DAY)
    expect(await clearCounted(w.engine.store)).toBe(0)
    await w.control('held', 'resume')
    await w.drain()
    expect((await w.paths())[ann]).toMatch(/count:within.*\|.*count:over/)
    expect(await clearCounted(w.engine.store)).toBe(1)
  })

  it('is known of versions that an older program published as of those that this one does', async () => {
    const { w } = await workspace()
    await w.publish(journey('sliding', { scope: 'enrolment', bound: 2, window: last(3, 'month') }, true))
    await w.publish(journey('minutes', { scope: 'member', bound: 2, window: last(1_441, 'minute') }))
    const counting = () => w.query('SELECT journey_id, counter, days, past_entry FROM counting ORDER BY 1, 2')
    const known = await counting()
    expect(known.map((row) => (row as { days: number | null }).days)).toEqual([2, 8, 32, 94, null, 2, 32, null, 3])
    const migration = await readFile(`${MIGRATIONS}20261128183000_counting_sql/migration.sql`, 'utf8')
    await w.query('DELETE FROM counting')
    await w.asOwner(migration.slice(migration.indexOf('ALTER TABLE version NO FORCE')))
    expect(await counting()).toEqual(known)
  })
})
