import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { schemaOf } from '../testing/catalogue.ts'
import { testDatabase } from '../testing/postgres.ts'
import { MIGRATIONS } from './migrate.ts'

const prisma = (name: string) => fileURLToPath(new URL(`../../prisma/${name}`, import.meta.url))

/** Runs scripts in a database of their own and answers its schema. */
async function schemaAfter(scripts: (url: string) => Promise<readonly string[]>): Promise<string> {
  const database = await testDatabase({ empty: true })
  const client = new pg.Client(database.url)
  await client.connect()
  try {
    for (const script of await scripts(database.url)) await client.query(script)
    return await schemaOf(client)
  } finally {
    await client.end()
    await database.drop()
  }
}

const scriptOfPrisma = async (url: string): Promise<string[]> => {
  const program = fileURLToPath(new URL('../testing/prisma-script.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, url])
  return [stdout]
}

/** Migrations in order; those named `*_sql` are written by hand, for tables that schema.prisma does not know. */
async function migrations(kind: 'ordinary' | 'all'): Promise<string[]> {
  const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((f) => f.isDirectory()).map((f) => f.name)
  const wanted = folders.sort().filter((name) => kind === 'all' || !name.endsWith('_sql'))
  return Promise.all(wanted.map((name) => readFile(`${MIGRATIONS}${name}/migration.sql`, 'utf8')))
}

describe('the schema', () => {
  it('after all migrations is what prisma/golden-schema.txt says (-u writes it anew)', async () => {
    await expect(await schemaAfter(() => migrations('all'))).toMatchFileSnapshot(prisma('golden-schema.txt'))
  })

  it('of ordinary tables is the same by the migrations and by schema.prisma', async () => {
    const declared = await schemaAfter(scriptOfPrisma)
    expect(declared).toContain('table journey')
    expect(await schemaAfter(() => migrations('ordinary'))).toBe(declared)
  })
})
