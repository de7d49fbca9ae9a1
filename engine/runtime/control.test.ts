import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

const audience = (
  key: string,
  firing: object,
  more: { missed?: string; include?: string; settings?: object } = {},
) => ({
  schema: 1,
  key,
  name: key,
  settings: { zone: 'UTC', reentry: { rule: 'any-time' }, ...more.settings },
  nodes: [
    {
      id: 'start',
      type: 'trigger-audience',
      version: 1,
      name: 'start',
      settings: { include: [more.include ?? 'everyone'], firing, missed: more.missed ?? 'run-once' },
    },
  ],
  edges: [],
})
const daily = { kind: 'recurring', rule: { every: 'day' }, time: '10:00' }

/** The clock begins at midnight UTC of 1 March 2026. */
describe('time triggers', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('everyone', { all: [] })
    await w.member({})
  })
  afterEach(() => w.close())

  const runs = async () =>
    (await w.query<{ at: number }>('SELECT ms(occurrence) AS at FROM run WHERE audience > 0 ORDER BY occurrence')).map(
      (r) => new Date(r.at).toISOString().slice(0, 16),
    )
  const pokes = (kind: number) => w.query('SELECT owner FROM poke WHERE kind = $1', [kind])

  it('wake the clock when they are armed', async () => {
    await w.publish(audience('now', { kind: 'now' }))
    expect(await pokes(2)).toHaveLength(1)
  })

  it('of kind now run once, however often their journey is published while it lives', async () => {
    const now = audience('now', { kind: 'now' })
    expect((await w.publish(now)).spent).toEqual([])
    await w.drain()
    await w.wind(w.now + HOUR)
    const text = { ...now, name: 'another name', nodes: [{ ...now.nodes[0], name: 'another' }] }
    expect((await w.publish(text)).spent).toEqual(['start'])
    await w.control('now', 'pause')
    await w.publish(now)
    await w.control('now', 'resume')
    await w.wind(w.now + HOUR)
    expect(await runs()).toEqual(['2026-03-01T00:00'])
    await w.control('now', 'stop')
    await w.drain()
    expect((await w.publish(now)).spent).toEqual([])
    await w.wind(w.now + HOUR)
    expect(await runs()).toEqual(['2026-03-01T00:00', '2026-03-01T02:00'])
  })

  it('of kind now run at a later publishing where they never ran, or were of another kind', async () => {
    const tomorrow = { settings: { window: { from: '2026-03-02T00:00:00Z' } } }
    await w.publish(audience('early', { kind: 'now' }, tomorrow))
    await w.segment('nobody', { any: [] })
    await w.publish(audience('empty', { kind: 'now' }, { include: 'nobody' }))
    await w.publish(audience('daily', daily))
    await w.wind(w.now + 11 * HOUR)
    expect(await runs()).toEqual(['2026-03-01T10:00'])
    for (const key of ['early', 'empty', 'daily']) await w.publish(audience(key, { kind: 'now' }))
    await w.wind(w.now + DAY)
    expect(await runs()).toEqual(['2026-03-01T10:00', ...Array(3).fill('2026-03-01T11:00')])
  })

  it('run once for all the fires that were missed, or not at all', async () => {
    await w.publish(audience('once', daily))
    await w.publish(audience('skip', daily, { missed: 'skip' }))
    await w.windOnly(w.now + 3 * DAY + 12 * HOUR)
    await w.drain()
    expect(await runs()).toEqual(['2026-03-01T10:00'])
    await w.wind(w.now + DAY - 2 * HOUR)
    expect(await runs()).toEqual(['2026-03-01T10:00', '2026-03-05T10:00', '2026-03-05T10:00'])
  })

  it('are held by a pause, and follow the rule for missed fires at its end', async () => {
    await w.publish(audience('once', daily))
    await w.publish(audience('skip', daily, { missed: 'skip' }))
    for (const key of ['once', 'skip']) await w.control(key, 'pause')
    await w.wind(w.now + 2 * DAY)
    expect(await runs()).toEqual([])
    for (const key of ['once', 'skip']) await w.control(key, 'resume')
    expect(await pokes(2)).not.toEqual([])
    await w.drain()
    expect(await runs()).toEqual(['2026-03-01T10:00'])
  })

  it('fire only while the window of the journey is open: from its first instant, up to its last', async () => {
    const settings = { window: { from: '2026-03-02T10:00:00Z', until: '2026-03-04T10:00:00Z' } }
    await w.publish(audience('daily', daily, { settings }))
    await w.publish(audience('now', { kind: 'now' }, { settings }))
    for (let day = 0; day < 5; day++) await w.wind(w.now + (day === 0 ? 10 * HOUR : DAY))
    expect(await runs()).toEqual(['2026-03-02T10:00', '2026-03-02T10:00', '2026-03-03T10:00'])
    expect(await w.query('SELECT occurrence FROM fire WHERE state = 0')).toEqual([])
  })

  it('go on where the segment of another is gone, which is on record', async () => {
    await w.segment('lost', { all: [] })
    await w.publish(audience('broken', { kind: 'now' }, { include: 'lost' }))
    await w.publish(audience('sound', { kind: 'now' }))
    await w.query("DELETE FROM segment WHERE key = 'lost'")
    await w.drain()
    expect(await w.states()).toEqual({ completed: 1 })
    expect(await w.query("SELECT subject, detail FROM audit WHERE action = 'run.failed'")).toEqual([
      { subject: 'broken', detail: { reason: "Segment “lost” is gone: choose another in the journey's trigger." } },
    ])
  })

  it('enrol nobody more once the journey is stopped, in the middle of a run', async () => {
    const { journey, version } = await w.publish(audience('daily', daily))
    const insert = `WITH r AS (INSERT INTO run (tenant_id, journey_id, version_id, node_key, occurrence, state, audience)
        VALUES ($1, $2, $3, 1, now(), 1, 1) RETURNING id)
      INSERT INTO run_member (tenant_id, run_id, member_id) SELECT $1, r.id, m.id FROM r, member m`
    await w.query(insert, [w.tenant, journey, version])
    await w.control('daily', 'stop')
    await w.drain()
    expect(await w.states()).toEqual({})
    expect(await w.query('SELECT state FROM run')).toEqual([{ state: 2 }])
    await w.wind(w.now + 2 * DAY)
    expect(await runs()).toHaveLength(1)
  })

  it('let the lanes know of held messages at the end of a pause', async () => {
    const { journey, version } = await w.publish(audience('daily', daily))
    await w.control('daily', 'pause')
    await w.query(
      `INSERT INTO message (entered_month, tenant_id, enrolment_id, visit, kind, member_id, journey_id, version_id, node, channel,
         purpose, account_id, state, planned_at, due_at)
       SELECT '2026-03-01', $1, 1, v, 0, 1, $2, $3, 0, 'email', 'service', 7, 0, now(), now() FROM generate_series(1, 3) v`,
      [w.tenant, journey, version],
    )
    await w.control('daily', 'resume')
    expect(await pokes(1)).toEqual([{ owner: 7 }])
  })
})
