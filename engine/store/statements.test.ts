import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/postgres.ts'

interface Statement {
  readonly name: string
  readonly text: string
}

interface Described {
  readonly parameters: readonly number[]
  readonly columns: readonly pg.FieldDef[]
}

/** Every statement of `engine/store/sql`, by file. */
async function statements(): Promise<Statement[]> {
  const folder = new URL('./sql/', import.meta.url)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href)))
  return modules.flatMap((module) =>
    Object.values(module).flatMap((group) => Object.values(group as Record<string, Statement>)),
  ) // each exports groups of statements
}

/** What pg calls of a query that is submitted by itself, and what of its connection describing needs. */
interface Wire {
  parse(statement: { name: string; text: string; types: number[] }): void
  describe(what: { type: 'S'; name: string }): void
  sync(): void
}

/** Parses and describes without running: no data is needed. */
const describeStatement = (client: pg.Client, text: string): Promise<Described> =>
  new Promise((resolve, reject) => {
    let parameters: readonly number[] = []
    let columns: readonly pg.FieldDef[] = []
    const { connection } = client as unknown as { connection: NodeJS.EventEmitter } // pg's own emitter: only it tells of parameters
    const heard = (message: { dataTypeIDs: number[] }) => {
      parameters = message.dataTypeIDs
    }
    connection.on('parameterDescription', heard)
    client.query({
      submit(wire: Wire) {
        wire.parse({ name: '', text, types: [] })
        wire.describe({ type: 'S', name: '' })
        wire.sync()
      },
      callback() {},
      handleRowDescription(message: { fields: pg.FieldDef[] }) {
        columns = message.fields
      },
      handleNoData() {},
      handleError(error: Error) {
        connection.off('parameterDescription', heard)
        reject(error)
      },
      handleReadyForQuery() {
        connection.off('parameterDescription', heard)
        resolve({ parameters, columns })
      },
    } as unknown as pg.Submittable) // whatever has `submit` is asked these
  })

describe('the hot statements', () => {
  let database: TestDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await testDatabase()
    client = new pg.Client(database.url)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  it('have names of their own', async () => {
    const names = (await statements()).map((statement) => statement.name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('are what PostgreSQL says in sql/described.txt: parameters, columns, ? where null may come (-u writes it anew)', async () => {
    const { rows } = await client.query<{ oid: number; name: string }>(
      'SELECT oid::int, format_type(oid, NULL) AS name FROM pg_type',
    )
    const typeName = new Map(rows.map((row) => [row.oid, row.name]))
    const { rows: notNull } = await client.query<{ key: string }>(
      "SELECT attrelid || '.' || attnum AS key FROM pg_attribute WHERE attnotnull AND attnum > 0",
    )
    const never = new Set(notNull.map((row) => row.key))
    const lines: string[] = []
    for (const { name, text } of await statements()) {
      const { parameters, columns } = await describeStatement(client, text)
      const asked = parameters.map((oid) => typeName.get(oid)).join(', ')
      const answered = columns.map(({ name: column, dataTypeID, tableID, columnID }) => {
        const maybe = never.has(`${tableID}.${columnID}`) ? '' : '?'
        return `${column} ${typeName.get(dataTypeID)}${maybe}`
      })
      lines.push(`${name}(${asked})${answered.length > 0 ? `\n  ${answered.join(', ')}` : ''}`)
    }
    expect(lines.length).toBeGreaterThan(60)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL('./sql/described.txt', import.meta.url)),
    )
  })
})
