import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { UserError } from '../core/errors.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))

/** Prisma's own advisory lock key: two migrators never run at once. */
const LOCK = 72707369

const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`

/**
 * Applies the migrations a database lacks, in the ledger that `prisma migrate` keeps; answers their names.
 * Throws a UserError for a database that is newer than this program, or not Waymark's.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await refuseForeign(client)
    await client.query(LEDGER)
    const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: unknown }>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const folders = (await readdir(MIGRATIONS, { withFileTypes: true }))
      .filter((f) => f.isDirectory())
      .map((f) => f.name)
    const unknown = rows.find((row) => !folders.includes(row.migration_name))
    if (unknown) {
      const message = `The database was made by a newer Waymark (migration ${unknown.migration_name}): upgrade this program.`
      throw new UserError('database-newer', message)
    }
    const applied: string[] = []
    for (const name of folders.sort()) {
      const row = rows.find((r) => r.migration_name === name)
      if (await apply(client, name, row)) applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function refuseForeign(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: number; ours: boolean }>(`
    SELECT count(*)::int AS tables, bool_or(relname = '_prisma_migrations') AS ours
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`)
  const found = rows[0]
  if (!found?.tables || found.ours) return
  const message = `The database holds ${found.tables} tables that are not Waymark's: point DATABASE_URL at an empty database.`
  throw new UserError('database-foreign', message)
}

async function apply(
  client: pg.Client,
  name: string,
  row: { checksum: string; finished_at: unknown } | undefined,
): Promise<boolean> {
  const sql = await readFile(`${MIGRATIONS}${name}/migration.sql`, 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  if (row?.finished_at) {
    if (row.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`)
    return false
  }
  if (row)
    throw new UserError('migration-failed', `Migration ${name} failed earlier: restore the database from a backup.`)
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  await client.query(sql)
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
  return true
}
