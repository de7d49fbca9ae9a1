import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'
import { tick } from './clock.ts'
import type { Published } from './publish.ts'
import { stopChunk } from './stop.ts'

const PEOPLE = 3_000
const SHARDS = 16
const CHUNK = 100
const DAY = 86_400_000

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** Everyone, or whoever joins → points → a day's wait → end. */
const journey = {
  schema: 1,
  key: 'long',
  name: 'long',
  settings: { zone: 'UTC', shards: SHARDS },
  nodes: [
    node('all', 'trigger-audience', { include: ['everyone'], firing: { kind: 'now' } }),
    node('some', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'all', outcome: 'next', to: 'gift' },
    { from: 'some', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'day' },
    { from: 'day', outcome: 'done', to: 'end' },
  ],
}

describe('a stop in chunks', () => {
  let w: TestWorkspace
  let published: Published
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('everyone', { all: [] })
  })
  afterEach(() => w.close())

  /** So many enrolled, and nobody walked yet. */
  const enrolled = async (people: number) => {
    await w.members(Array.from({ length: people }, () => ({})))
    published = await w.publish(journey)
    while ((await tick(w.engine)).sleepMs === 0);
  }
  const chunk = () => stopChunk(w.engine, w.tenant, published.journey, CHUNK)
  const state = async () => (await w.query<{ state: string }>('SELECT state FROM journey'))[0]?.state
  const walked = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM trace'))[0]?.n
  const shard = (of: number) => ({ tenant: w.tenant, journey: published.journey, shard: of })
  const advanceAll = () =>
    Promise.all(Array.from({ length: SHARDS }, (_, i) => advance(w.engine, w.tenant, [shard(i)], { most: 40 })))

  it('ends everybody where they came to, beside advances, and never many in one transaction', async () => {
    await enrolled(PEOPLE)
    await advanceAll()
    const walking = (async () => {
      while ((await state()) !== 'finished') await advanceAll()
    })()
    expect(await w.control('long', 'stop')).toEqual({ state: 'stopping', people: PEOPLE })
    while (await chunk());
    await walking
    expect(await w.states()).toEqual({ stopped: PEOPLE })
    expect(await w.query('SELECT FROM token')).toEqual([])
    await w.reconcileCounts(published)
    const [most] = await w.query<{ n: number }>(
      'SELECT max(n)::int AS n FROM (SELECT count(*) AS n FROM enrolment GROUP BY xmin) transactions',
    )
    expect(most?.n).toBe(CHUNK)
  })

  it('lets nobody go on and nobody enter while it lasts', async () => {
    await enrolled(3 * CHUNK)
    await w.control('long', 'stop')
    await chunk()
    const newcomer = await w.member({})
    await w.post(newcomer, 'joined')
    await w.windOnly(w.now + DAY)
    await advanceAll()
    expect([await walked(), await w.states()]).toEqual([0, { live: 2 * CHUNK, stopped: CHUNK }])
    await expect(w.publish(journey)).rejects.toThrow('it cannot be published')
  })

  it('is finished by the clock, also one that was cut short, and by two at once', async () => {
    await enrolled(3 * CHUNK)
    await w.control('long', 'stop')
    await chunk()
    await w.query('DELETE FROM poke')
    await Promise.all([chunk(), tick(w.engine), chunk(), tick(w.engine)])
    expect([await state(), await w.states()]).toEqual(['finished', { stopped: 3 * CHUNK }])
    await w.reconcileCounts(published)
  })

  it('blocks planned messages, also of those who are through', async () => {
    await enrolled(1)
    await w.query(
      `INSERT INTO message (entered_month, tenant_id, enrolment_id, visit, kind, member_id, journey_id, version_id, node, channel,
         purpose, account_id, state, planned_at, due_at)
       SELECT '2026-03-01', $1, 99, v, 0, 1, $2, $3, 0, 'email', 'service', 7, v % 2 * 3, now(), now() FROM generate_series(1, $4::int) v`,
      [w.tenant, published.journey, published.version, 5 * CHUNK],
    )
    await w.control('long', 'stop')
    await chunk()
    const states = () => w.query('SELECT state, reason, count(*)::int AS n FROM message GROUP BY 1, 2 ORDER BY 1')
    expect(await states()).toEqual([
      { state: 0, reason: null, n: 1.5 * CHUNK },
      { state: 3, reason: null, n: 2.5 * CHUNK },
      { state: 7, reason: 'journey-stopped', n: CHUNK },
    ])
    while (await chunk());
    expect(await states()).toEqual([
      { state: 3, reason: null, n: 2.5 * CHUNK },
      { state: 7, reason: 'journey-stopped', n: 2.5 * CHUNK },
    ])
    expect(await state()).toBe('finished')
  })
})
