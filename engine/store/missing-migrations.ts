import { readdir } from 'node:fs/promises'
import pg from 'pg'
import { MIGRATIONS } from './migrate.ts'

const PATIENCE_MS = 2_000

/** The migrations of this program that a database lacks; none = ready. Throws where it does not answer within two seconds. */
export async function missingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => {}) // the query under way fails, and tells
  await client.connect()
  try {
    const ledger = await client.query<{ there: boolean }>(
      "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there",
    )
    const { rows } = ledger.rows[0]?.there
      ? await client.query<{ migration_name: string }>(
          'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
        )
      : { rows: [] }
    const applied = new Set(rows.map((row) => row.migration_name))
    const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((f) => f.isDirectory())
    return folders.map((f) => f.name).filter((name) => !applied.has(name))
  } finally {
    await client.end()
  }
}
