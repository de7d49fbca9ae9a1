import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { pokesSql } from '../store/sql/pokes.ts'
import { eventually } from '../testing/eventually.ts'
import { type MailWorkspace, mailJourney, mailWorkspace } from '../testing/mail-workspace.ts'
import { namedByWhole } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { tick } from './clock.ts'
import { Dispatcher, type Target } from './dispatcher.ts'
import { reconcile } from './reconcile.ts'

const MINUTE = 60_000

/** Triggers that always have a next fire, or look. */
const PLANNED: readonly string[] = ['wed', 'feast', 'crossed']

/** Without them the clock has nothing to do. */
function unplanned(shards: number) {
  const { nodes, edges, ...rest } = wholeJourney(shards)
  return {
    ...rest,
    nodes: nodes.filter(({ id }) => !PLANNED.includes(id)),
    edges: edges.filter(({ from = '' }) => !PLANNED.includes(from)),
  }
}

describe('reconcile', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry, effects })
    await namedByWhole(w)
  })
  afterEach(() => w.close())

  /** What a driver knew is gone, and a while has passed. */
  const forget = async (ms = 2 * MINUTE) => {
    await w.query('DELETE FROM poke')
    await w.windOnly(w.now + ms)
  }
  const found = async () => {
    await reconcile(w.engine.store)
    const rows = await w.query<{ kind: number; part: number }>('SELECT kind, part FROM poke ORDER BY 1, 2')
    return rows.map((r) => `${['shard', 'lane', 'clock'][r.kind]} ${r.part}`)
  }
  /** Members stand at the wait for an order, in their only shard. */
  const waiting = async () => {
    await w.publish(unplanned(1))
    await w.drain()
    const member = await w.member({ city: 'A' })
    await w.post(member, 'joined')
    return member
  }

  it('finds who just entered', async () => {
    await waiting()
    await forget()
    expect(await found()).toEqual(['shard 0'])
  })

  it('finds an event that waits for its member to be walked', async () => {
    const member = await waiting()
    await w.drain()
    await w.post(member, 'order')
    await forget()
    expect(await found()).toEqual(['shard 0'])
  })

  it('finds who is past due', async () => {
    await waiting()
    await w.drain()
    await forget(24 * 60 * MINUTE)
    expect(await found()).toEqual([])
    await w.windOnly(w.now + 2 * MINUTE)
    expect(await found()).toEqual(['shard 0'])
  })

  it('finds a message that waits to be sent', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    await forget()
    expect(await found()).toEqual(['lane 0'])
  })

  it('finds a fire that is planned, and a run that was begun', async () => {
    await w.publish(unplanned(1))
    await w.member({ called: true })
    await forget()
    expect(await found()).toEqual(['clock 0'])
    await tick(w.engine)
    expect(await w.query('SELECT FROM poke WHERE kind = 2')).toEqual([])
    await w.query('UPDATE run SET state = 1, after_member = 0')
    await forget(0)
    expect(await found()).toEqual(['clock 0'])
  })

  it('finds a stop that was said', async () => {
    await waiting()
    await w.drain()
    await w.control('whole', 'stop')
    await forget(0)
    expect(await found()).toEqual(['clock 0'])
    await w.drain()
    await forget(0)
    expect(await found()).toEqual([])
  })

  it.each([
    [
      'a test that is to be judged',
      'INSERT INTO trial SELECT tenant_id, id, 1, gen_random_uuid(), now(), now() FROM journey',
    ],
    [
      'a set that is to be made',
      'INSERT INTO segment_set (tenant_id, segment_id, next_at) SELECT tenant_id, id, now() FROM segment',
    ],
    [
      'a watched segment that is to be looked at',
      `INSERT INTO segment_watch (tenant_id, segment_id, key, rule, wakes, by_time, looked_at, next_at)
       SELECT tenant_id, id, key, rule, '{}', true, now(), now() FROM segment`,
    ],
    ['a journey that is to be drained', 'INSERT INTO closing SELECT tenant_id, id FROM journey'],
    [
      'a move that was said',
      "INSERT INTO move SELECT tenant_id, id, version_id, 1, now(), 'move', '{}', 1 FROM journey",
    ],
  ])('finds %s', async (_, planned) => {
    await waiting()
    await w.drain()
    await forget(0)
    expect(await found()).toEqual([])
    await w.query(planned)
    expect(await found()).toEqual(['clock 0'])
  })

  it('finds nothing that is on its way, paused, or failed', async () => {
    await waiting()
    expect(await reconcile(w.engine.store)).toBe(0)
    await w.windOnly(w.now + 2 * MINUTE)
    expect(await reconcile(w.engine.store), 'the poke still waits').toBe(0)
    await forget()
    await w.control('whole', 'pause')
    expect(await reconcile(w.engine.store), 'a paused journey').toBe(0)
    await w.control('whole', 'resume')
    await w.query("UPDATE token SET failed = true, due_at = 'infinity'")
    await w.query('DELETE FROM poke')
    expect(await reconcile(w.engine.store), 'a failed member').toBe(0)
  })

  it('is done by the leading dispatcher, again and again', async () => {
    const sent: Target[] = []
    const send = async (target: Target) => {
      sent.push(target)
      await w.query('DELETE FROM poke')
    }
    await waiting()
    await forget()
    const dispatcher = new Dispatcher(w.engine.store, send, { reconcileMs: 50, againMs: 50 })
    dispatcher.start()
    await eventually(async () => sent.length >= 3, 'the shard is poked until it is walked')
    await dispatcher.stop()
    expect(new Set(sent.map((t) => t.kind))).toEqual(new Set(['shard']))
  })

  describe('among many tokens', () => {
    const JOURNEYS = 4
    const SHARDS = 5

    /** Twenty thousand tokens, those of half of the shards past due. */
    const many = async () => {
      await w.query(
        `INSERT INTO journey (tenant_id, key, name, state) SELECT $1, 'many-' || i, 'many', 'running' FROM generate_series(1, $2::int) i`,
        [w.tenant, JOURNEYS],
      )
      await w.query(
        `INSERT INTO token (tenant_id, journey_id, shard, due_at, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth,
           entered_at, arrived_at, previous_at)
         SELECT $1, j.id, s, ts(waymark_clock()) + CASE WHEN s % 2 = 0 THEN interval '-1 hour' ELSE interval '1 hour' END, i, i, 1, 1, 0,
           1, 1, 0, now(), now(), now()
         FROM journey j, generate_series(1, $2::int) s, generate_series(1, 1000) i`,
        [w.tenant, SHARDS],
      )
      await w.asOwner('VACUUM ANALYZE token')
      await w.asOwner('ANALYZE journey')
    }
    interface Plan {
      readonly 'Node Type': string
      readonly 'Relation Name'?: string
      readonly 'Index Cond'?: string
      readonly 'Actual Rows': number
      readonly 'Actual Loops': number
      readonly Plans?: readonly Plan[]
    }
    const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
    /** How the statement reads tokens, where the planner may read whole tables if it likes. */
    const reads = (text: string) =>
      w.engine.store.acrossTenants(async (sql) => {
        sql.write('SET LOCAL enable_seqscan = on')
        const rows = await sql.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`)
        return rows.flatMap((r) => nodesOf(r['QUERY PLAN'][0].Plan)).filter((n) => n['Relation Name'] === 'token')
      })

    it('reads one of each late shard, and looks once more a journey', async () => {
      await many()
      const late = JOURNEYS * Math.floor(SHARDS / 2)
      const nodes = await reads(pokesSql.reconcile.text)
      expect(new Set(nodes.map((n) => n['Node Type']))).toEqual(new Set(['Index Only Scan']))
      const rows = nodes.reduce((sum, n) => sum + n['Actual Rows'] * n['Actual Loops'], 0)
      expect(rows).toBeLessThanOrEqual(late + JOURNEYS)
      expect(await found()).toHaveLength(late)
    })

    it('counts the shards of one member journey by journey, by the index', async () => {
      await many()
      const conditions = (await reads(pokesSql.load.text)).map((n) => n['Index Cond'])
      expect(conditions).toEqual([expect.stringMatching(/journey_id = .*shard < 0/)])
    })
  })
})
