import pg from 'pg'
import { nodeCounts } from '../core/edges.ts'
import type { EnrolmentId, MemberId, TenantId } from '../core/ids.ts'
import { id } from '../core/ids.ts'
import type { InFlight } from '../core/journey/in-flight.ts'
import type { JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { control, retryFailed } from '../runtime/control.ts'
import { drain } from '../runtime/drain.ts'
import { type Engine, engineOf, planOf } from '../runtime/engine.ts'
import { edgeTotals } from '../runtime/journeys/counts.ts'
import { type Published, publish } from '../runtime/publish.ts'
import { storeEvents } from '../runtime/unit-of-work.ts'
import { wind } from '../runtime/wind.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { openStore } from '../store/store.ts'
import { testDatabase } from './postgres.ts'

type Definitions = Pick<Engine, 'registry' | 'effects'>

/** A tenant in a database of its own, with a wound clock: what most tests of the runtime begin with. */
export async function testWorkspace(
  { registry, effects }: Definitions,
  start = Date.parse('2026-03-01T00:00:00Z'),
  on: Parameters<typeof testDatabase>[0] = {},
) {
  const database = await testDatabase(on)
  const store = openStore(database.url, { connections: 20 })
  const engine = engineOf(store, registry, effects)
  const [row] = await store.acrossTenants((sql) =>
    sql.query<{ id: number }>(
      "INSERT INTO tenant (key, name, zone, wound_at) VALUES ('t', 'Test', 'UTC', to_timestamp($1::float8 / 1000)) RETURNING id",
      [start],
    ),
  )
  const tenant = id<TenantId>(row?.id ?? 0)
  const query = <R>(text: string, values: unknown[] = []) =>
    store.inTenant(tenant, (tx) => tx.sql.query<R>(text, values))

  const workspace = {
    engine,
    tenant,
    url: database.url,
    query,
    now: start,
    /** Makes members with these attributes; answers their ids. */
    async members(attributes: readonly JsonObject[]): Promise<MemberId[]> {
      const rows = await query<{ id: MemberId }>(
        `INSERT INTO member (tenant_id, attributes, created_at)
         SELECT $1, a, now() FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY x(a, o) ORDER BY o RETURNING id`,
        [tenant, JSON.stringify(attributes)],
      )
      return rows.map((r) => r.id)
    },
    async member(attributes: JsonObject): Promise<MemberId> {
      const [made] = await workspace.members([attributes])
      if (!made) throw new Error('no member was made')
      return made
    },
    /** Runs a statement as the database's owner, past every policy. */
    async asOwner(text: string): Promise<void> {
      const client = new pg.Client(database.url)
      await client.connect()
      await client.query(text)
      await client.end()
    },
    /** An empty group of this key. */
    group: (key: string) => query('INSERT INTO member_group (tenant_id, key, name) VALUES ($1, $2, $2)', [tenant, key]),
    segment: (key: string, rule: object) =>
      query('INSERT INTO segment (tenant_id, key, name, rule) VALUES ($1, $2, $2, $3)', [tenant, key, rule]),
    publish: (document: unknown, inFlight?: InFlight): Promise<Published> =>
      store.withDb(tenant, (tx) => publish(engine, tx, document, 'test', inFlight)),
    control: (key: string, order: 'pause' | 'resume' | 'stop') =>
      store.withDb(tenant, (tx) => control(tx, key, order, 'test')),
    plan: (version: Published['version']) => store.inTenant(tenant, (tx) => planOf(engine, tx, version)),
    retry: (key: string) => store.withDb(tenant, (tx) => retryFailed(tx, key, 'test')),
    post: (
      member: MemberId,
      name: string,
      properties: JsonObject = {},
      more: { at?: number; messageId?: string } = {},
    ) =>
      store.inTenant(tenant, (tx) =>
        storeEvents(engine, tx, [{ member, name, properties, at: workspace.now, ...more }]),
      ),
    /** Winds the clock, and does all that is due on the way; messages stay planned, for their lanes are a driver's. */
    async wind(to: number): Promise<void> {
      workspace.now = to
      await wind(store, tenant, to, () => drain(engine))
    },
    /** Moves the clock as if everything had been down meanwhile. */
    async windOnly(to: number): Promise<void> {
      workspace.now = to
      await query('UPDATE tenant SET wound_at = to_timestamp($1::float8 / 1000)', [to])
    },
    drain: () => drain(engine),
    /** Every member's way: `trigger:next wait:done …` by member, entries joined by `|`. */
    async paths(): Promise<Record<number, string>> {
      const rows = await query<{
        member_id: MemberId
        enrolment_id: EnrolmentId
        version_id: Published['version']
        nodes: number[]
        outcomes: number[]
      }>(
        'SELECT member_id, enrolment_id, version_id, nodes, outcomes FROM trace ORDER BY member_id, enrolment_id, visit',
      )
      const paths: Record<number, string> = {}
      let last: EnrolmentId | undefined
      for (const r of rows) {
        const plan = await workspace.plan(r.version_id)
        const steps = r.nodes.map((n, i) => `${plan.nodes[n]?.id}:${plan.nodes[n]?.outcomes[r.outcomes[i] ?? -1]}`)
        const before = paths[r.member_id]
        const glue = before === undefined ? '' : r.enrolment_id === last ? ' ' : ' | '
        paths[r.member_id] = `${before ?? ''}${glue}${steps.join(' ')}`
        last = r.enrolment_id
      }
      return paths
    },
    /** How many enrolments are in each state. */
    async states(): Promise<Record<string, number>> {
      const rows = await query<{ state: number; n: number }>(
        'SELECT state, count(*)::int AS n FROM enrolment GROUP BY 1',
      )
      return Object.fromEntries(rows.map((r) => [ENROLMENT_STATES[r.state] ?? '?', r.n]))
    },
    /** Enrolments that are not in exactly one place: inside with one token, or outside with none. */
    misplaced: () =>
      query<{ id: EnrolmentId }>(
        `SELECT e.id FROM enrolment e LEFT JOIN token t ON t.member_id = e.member_id AND t.enrolment_id = e.id
         GROUP BY e.id, e.state HAVING count(t.enrolment_id) <> CASE WHEN e.state < 2 THEN 1 ELSE 0 END`,
      ),
    /** Throws where counted edges and standing tokens disagree at any node. */
    async reconcileCounts({ journey }: Published): Promise<void> {
      const totals = await store.inTenant(tenant, (tx) => edgeTotals(tx, [journey]))
      const standing = await store.inTenant(tenant, (tx) => tx.sql.query(journeysSql.standing, [journey]))
      for (const version of new Set(totals.map((t) => t.version_id))) {
        const plan = await workspace.plan(version)
        const counts = nodeCounts(
          totals.filter((t) => t.version_id === version),
          plan.nodes.map((n) => n.next),
        )
        counts.forEach((count, node) => {
          const here = (failed: boolean) =>
            standing.find((s) => s.version_id === version && s.node === node && s.failed === failed)?.n ?? 0
          if (count.waiting !== here(false) || count.failed !== here(true)) {
            throw new Error(
              `node ${plan.nodes[node]?.id}: counted ${JSON.stringify(count)}, standing ${here(false)} + ${here(true)} failed`,
            )
          }
        })
      }
    },
    async close(): Promise<void> {
      await store.close()
      await database.drop()
    },
  }
  return workspace
}

export type TestWorkspace = Awaited<ReturnType<typeof testWorkspace>>
