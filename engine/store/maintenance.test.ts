import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id, type TenantId } from '../core/ids.ts'
import { type TestDatabase, testDatabase } from '../testing/postgres.ts'
import { maintain, makeMonths, rowsOutsideMonths } from './maintenance.ts'
import { openStore, type Store } from './store.ts'

describe('maintenance', () => {
  let database: TestDatabase
  let store: Store
  let owner: pg.Client
  let demo: TenantId

  beforeAll(async () => {
    database = await testDatabase()
    store = openStore(database.url)
    owner = new pg.Client(database.url)
    await owner.connect()
    const { rows } = await owner.query(
      "INSERT INTO tenant (key, name, wound_at) VALUES ('demo', 'Demo', '1998-03-01'), ('live', 'Live', NULL) RETURNING id",
    )
    demo = id(rows[0].id)
  })
  afterAll(async () => {
    await owner.end()
    await store.close()
    await database.drop()
  })

  const addTrace = (month: string, enrolment: number) =>
    store.inTenant(demo, (tx) =>
      tx.sql.query(
        `INSERT INTO trace (entered_month, tenant_id, enrolment_id, visit, member_id, journey_id, version_id, nodes, outcomes, at)
         VALUES ($1, $2, $3, 0, 1, 1, 1, '{0}', '{0}', now())`,
        [month, demo, enrolment],
      ),
    )
  const partitionOf = async (enrolment: number) => {
    const { rows } = await owner.query<{ name: string }>(
      'SELECT tableoid::regclass::text AS name FROM trace WHERE enrolment_id = $1',
      [enrolment],
    )
    return rows.map((row) => row.name)
  }
  const spring = { from: Date.parse('1998-01-15T12:00:00Z'), to: Date.parse('1998-03-01T00:00:00Z') }

  it('makes the months from now to three ahead, and nothing the second time', async () => {
    const { made } = await maintain(store)
    const { rows } = await owner.query<{ month: string }>(
      "SELECT (date_trunc('month', now() AT TIME ZONE 'UTC') + i * interval '1 month')::date::text AS month FROM generate_series(0, 3) i",
    )
    expect(made).toEqual(
      rows.flatMap(({ month }) => ['effect', 'message', 'trace'].map((table) => `${table} ${month}`)),
    )
    expect(await maintain(store)).toEqual({ made: [], busy: [], moved: 0, purged: 0 })
  })

  it('moves what went to the DEFAULT partition into the months of a clock that is to be wound', async () => {
    await addTrace('1998-02-01', 1)
    await addTrace('1999-01-01', 2)
    expect(await partitionOf(1)).toEqual(['trace_default'])
    expect(await rowsOutsideMonths(store)).toBe(2)
    const { made, moved } = await makeMonths(store, spring)
    expect([made.length, moved]).toEqual([9, 1])
    await addTrace('1998-03-01', 3)
    expect([await partitionOf(1), await partitionOf(2), await partitionOf(3)]).toEqual([
      ['trace_1998_02'],
      ['trace_default'],
      ['trace_1998_03'],
    ])
    expect(await rowsOutsideMonths(store)).toBe(1)
  })

  it('leaves a month for later whose table is busy', async () => {
    await owner.query('BEGIN; SELECT count(*) FROM effect_default')
    const april = Date.parse('1998-04-01T00:00:00Z')
    const { made, busy } = await makeMonths(store, { from: april, to: april })
    await owner.query('COMMIT')
    expect([made, busy]).toEqual([['message 1998-04-01', 'trace 1998-04-01'], ['effect 1998-04-01']])
    expect((await makeMonths(store, { from: april, to: april })).made).toEqual(['effect 1998-04-01'])
  })

  it('makes each month once where several ask at the same time', async () => {
    const may = Date.parse('1998-05-01T00:00:00Z')
    const results = await Promise.all(Array.from({ length: 4 }, () => makeMonths(store, { from: may, to: may })))
    expect(results.flatMap(({ made }) => made)).toHaveLength(3)
  })

  it('makes no partition of another table, and none for the role of a tenant', async () => {
    const make = (sql: Parameters<Parameters<Store['acrossTenants']>[0]>[0], parent: string) =>
      sql.query("SELECT make_month($1, '2026-01-01')", [parent])
    await expect(store.acrossTenants((sql) => make(sql, 'member'))).rejects.toThrow('no partition is made of member')
    await expect(store.inTenant(demo, (tx) => make(tx.sql, 'trace'))).rejects.toThrow('permission denied')
  })

  it('lets nobody past the walls of a parent by its partitions', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c CROSS JOIN unnest(ARRAY['waymark_app', 'waymark_all']) role
       WHERE c.relispartition AND c.relkind = 'r' AND has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    )
    expect(rows).toEqual([])
    const live = id<TenantId>(demo + 1)
    expect(await store.inTenant(live, (tx) => tx.sql.query('SELECT FROM trace'))).toEqual([])
    await expect(store.inTenant(demo, (tx) => tx.sql.query('SELECT FROM trace_1998_02'))).rejects.toThrow(
      'permission denied',
    )
  })

  it("purges message ids that are 30 days old by their tenant's clock", async () => {
    await owner.query(
      `INSERT INTO message_id SELECT tenant_id, gen_random_uuid(), at - days * interval '1 day'
       FROM (VALUES ($1::bigint, '1998-03-01'::timestamptz), ($1::bigint + 1, now())) clock(tenant_id, at),
         (VALUES (29, 5), (31, 12000)) age(days, many), generate_series(1, many)`,
      [demo],
    )
    expect((await maintain(store)).purged).toBe(24_000)
    const { rows } = await owner.query(
      'SELECT tenant_id::int, count(*)::int AS n FROM message_id GROUP BY 1 ORDER BY 1',
    )
    expect(rows).toEqual([
      { tenant_id: demo, n: 5 },
      { tenant_id: demo + 1, n: 5 },
    ])
  })
})
