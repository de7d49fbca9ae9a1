import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { MIGRATIONS, migrate } from '../store/migrate.ts'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

const TEMPLATE_LOCK = 4711

/** A database of its own on the run's PostgreSQL (or on that of `admin`): migrated, by copying a template, or with nothing in it. */
export async function testDatabase({ empty = false, admin = process.env.WAYMARK_TEST_PG } = {}): Promise<TestDatabase> {
  if (!admin) throw new Error('no test PostgreSQL: run by vitest, whose global set-up starts it')
  const at = (database: string) => Object.assign(new URL(admin), { pathname: `/${database}` }).href
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const sql = async (...texts: string[]) => {
    const client = new pg.Client(admin)
    await client.connect()
    try {
      for (const text of texts) await client.query(text)
    } finally {
      await client.end()
    }
  }
  const template = empty ? 'template0' : await templateOf(admin, at)
  await sql(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const drop = () =>
    // Waits 5 s for connections that are about to close: one that is cut then throws where nobody can catch it.
    sql(`DROP DATABASE ${name}`).catch(() => sql(`DROP DATABASE ${name} WITH (FORCE)`))
  return { url: at(name), drop }
}

async function templateOf(admin: string, at: (database: string) => string): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of readdirSync(MIGRATIONS).sort()) {
    if (!folder.endsWith('.toml')) hash.update(readFileSync(`${MIGRATIONS}${folder}/migration.sql`))
  }
  const name = `template_${hash.digest('hex').slice(0, 12)}`
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${name}_half`) // of a run that was cut short
      await client.query(`CREATE DATABASE ${name}_half`)
      await migrate(at(`${name}_half`))
      await client.query(`ALTER DATABASE ${name}_half RENAME TO ${name}`)
    }
    return name
  } finally {
    await client.end()
  }
}
