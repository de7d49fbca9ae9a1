import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/postgres.ts'
import type { Statement } from './store.ts'

interface Description {
  readonly parameters: readonly number[]
  readonly columns: readonly pg.FieldDef[]
}

/** How values go to PostgreSQL: arrays as array literals, JSON as text. */
const VALUES: Readonly<Record<string, string>> = {
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
}

/** How columns come from it, as the store reads them. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...VALUES,
  text: 'string',
  uuid: 'string',
  'text[]': 'string[]',
  'smallint[]': 'number[]',
  'integer[]': 'number[]',
  void: "''",
}

/** Names that say more than a type of PostgreSQL does; `id` is that of its table. */
const NAMES: Readonly<Record<string, string>> = {
  tenant_id: 'TenantId',
  member_id: 'MemberId',
  journey_id: 'JourneyId',
  version_id: 'VersionId',
  enrolment_id: 'EnrolmentId',
  event_id: 'EventId',
  run_id: 'RunId',
  channel: 'Carrier',
  purpose: 'Purpose',
}

const HEAD = `// Written by \`npx vitest run engine/store -u\` from what PostgreSQL says of the statements in sql/.
import type { EnrolmentId, EventId, JourneyId, MemberId, RunId, TenantId, VersionId } from '../core/ids.ts'
import type { Carrier, Purpose } from '../core/journey/facts.ts'
import type { Json, JsonObject } from '../core/json.ts'

/** By name of the statement: the values it takes, and a row it answers. Where it answers none, no row ever comes. */
export interface Described {
`

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
const describeStatement = (client: pg.Client, text: string): Promise<Description> =>
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

  it('take and answer what rows.gen.ts says (-u writes it anew)', async () => {
    const { rows: types } = await client.query<{ oid: number; name: string }>(
      'SELECT oid::int, format_type(oid, NULL) AS name FROM pg_type',
    )
    const typeName = new Map(types.map((row) => [row.oid, row.name]))
    const { rows: origins } = await client.query<{ key: string; relname: string; attnotnull: boolean }>(
      `SELECT attrelid || '.' || attnum AS key, relname, attnotnull
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE attnum > 0`,
    )
    const originOf = new Map(origins.map((row) => [row.key, row]))

    const columnOf = ({ text, never = [] }: Statement, { name, dataTypeID, tableID, columnID }: pg.FieldDef) => {
      const origin = originOf.get(`${tableID}.${columnID}`)
      const known = origin?.attnotnull && !text.includes(` LEFT JOIN ${origin.relname} `)
      expect(known && never.includes(name), `PostgreSQL knows by itself that ${name} is never null`).toBeFalsy()
      const sql = typeName.get(dataTypeID) ?? ''
      const json = origin ? 'JsonObject' : 'Json' // a column keeps objects; an expression may take anything out of one
      const type = NAMES[name === 'id' ? `${origin?.relname}_id` : name] ?? (/^jsonb?$/.test(sql) ? json : COLUMNS[sql])
      if (!type) throw new Error(`COLUMNS does not say what a column of type ${sql} is read as`)
      return `${name}: ${type}${known || never.includes(name) ? '' : ' | null'}`
    }

    const entries: string[] = []
    for (const statement of await statements()) {
      expect(statement.text, 'of outer joins only this form is understood').not.toMatch(
        /(RIGHT|FULL) JOIN|OUTER|LEFT JOIN (LATERAL|\()/,
      )
      const { parameters, columns } = await describeStatement(client, statement.text)
      const absent = statement.never?.filter((name) => !columns.some((column) => column.name === name))
      expect(absent ?? [], `${statement.name} answers them`).toEqual([])
      const values = parameters.map((oid) => VALUES[typeName.get(oid) ?? ''] ?? 'string')
      const row = columns.map((column) => columnOf(statement, column))
      const answer = row.length > 0 ? `{ ${row.join('; ')} }` : 'never'
      entries.push(`  '${statement.name}': {\n    values: [${values.join(', ')}]\n    row: ${answer}\n  }\n`)
    }
    expect(entries.length).toBeGreaterThan(60)
    await expect(`${HEAD}${entries.join('')}}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL('./rows.gen.ts', import.meta.url)),
    )
  })
})
