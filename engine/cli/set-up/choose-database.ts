import pg from 'pg'
import { UserError } from '../../core/errors.ts'
import type { Claim } from './claim.ts'
import { localData, startPostgres } from './local-postgres.ts'

/** The database to use: `from` says in words whose it is; `stop` ends it if we started it. */
export interface ChosenDatabase {
  url: string
  from: string
  version: string
  stop(): Promise<void>
}

/**
 * DATABASE_URL if it is set, otherwise a PostgreSQL of our own on `<root>/postgres`. Throws what `checkDatabase` and
 * `startPostgres` throw.
 */
export async function chooseDatabase(root: string, claim: Claim): Promise<ChosenDatabase> {
  const url = process.env.DATABASE_URL
  if (!url) return startPostgres({ dataDir: localData(root), claim })
  return { url, from: 'DATABASE_URL', version: await checkDatabase(url), async stop() {} }
}

/** The version of a database. Throws a UserError if it does not answer within 5 s or is older than 15. */
export async function checkDatabase(url: string): Promise<string> {
  let version: string
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    version = rows[0]?.server_version ?? ''
  } catch (error) {
    const why = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error)
    throw new UserError(
      'database-unreachable',
      `The database in DATABASE_URL does not answer (${why}): start it, or correct or unset DATABASE_URL.`,
    )
  } finally {
    await client?.end().catch(() => {})
  }
  if (Number.parseInt(version, 10) < 15) {
    throw new UserError(
      'database-too-old',
      `The database in DATABASE_URL is PostgreSQL ${version}: Waymark needs 15 or newer.`,
    )
  }
  return version
}
