import { UserError } from '../../core/errors.ts'
import type { TenantId } from '../../core/ids.ts'
import { insist } from '../../store/insist.ts'
import { importsSql } from '../../store/sql/imports.ts'
import type { Store, Tx } from '../../store/store.ts'
import { LineError } from './mapping.ts'
import type { Row } from './rows.ts'

const CHUNK = 2_000
/** Bad lines that are told one by one; the others are only counted. */
const MOST_PROBLEMS = 100

export interface ImportResult {
  readonly lines: number
  readonly stored: number
  /** Lines that an earlier import of this source, or an earlier line with the same id, brought already. */
  readonly repeated: number
  readonly rejected: number
  readonly problems: readonly { line: number; detail: string }[]
}

export interface ImportOptions {
  /** The name under which lines are remembered: the same file under the same name adds nothing twice. */
  readonly source: string
  readonly rows: AsyncIterable<Row>
  readonly onProgress?: (lines: number) => void
}

type Line = Extract<Row, { cells: unknown }>

/**
 * Reads lines, stores them chunk by chunk, each in its own transaction, and tells what became of them. `pass` is a number that
 * this import alone has. Throws a UserError, before it stores any, where the file has not all the columns that `read` asks for,
 * and where another import of the source begins meanwhile.
 */
export async function importLines<T>(
  store: Store,
  tenant: TenantId,
  kind: 'members' | 'events',
  { source, rows, onProgress }: ImportOptions,
  columns: readonly string[],
  read: (line: Line) => T,
  keep: (tx: Tx, chunk: readonly T[], pass: number) => Promise<number>,
): Promise<ImportResult> {
  const problems: { line: number; detail: string }[] = []
  let [lines, stored, rejected] = [0, 0, 0]
  let chunk: T[] = []
  const reject = (line: number, detail: string) => {
    rejected++
    if (problems.length < MOST_PROBLEMS) problems.push({ line, detail })
  }
  const pass = await store.inTenant(tenant, (tx) => begin(tx, source, kind))
  const keepLocked = async (tx: Tx, full: readonly T[]) => {
    const mine = await tx.sql.query(importsSql.lock, [pass])
    if (mine.length === 0) throw overtaken(source)
    return keep(tx, full, pass)
  }
  const storeChunk = async () => {
    const full = chunk
    chunk = []
    if (full.length > 0) stored += await insist(() => store.inTenant(tenant, (tx) => keepLocked(tx, full)))
    onProgress?.(lines)
  }
  let checked = false
  for await (const row of rows) {
    lines++
    if (!checked && 'cells' in row) {
      checkColumns(columns, row)
      checked = true
    }
    if ('problem' in row) reject(row.line, row.problem)
    else {
      try {
        chunk.push(read(row))
      } catch (error) {
        if (!(error instanceof LineError)) throw error
        reject(row.line, error.message)
      }
    }
    if (chunk.length >= CHUNK) await storeChunk()
  }
  await storeChunk()
  const repeated = lines - rejected - stored
  await store.inTenant(tenant, (tx) => tx.sql.query(importsSql.end, [pass, lines, stored, repeated, rejected]))
  return { lines, stored, repeated, rejected, problems }
}

async function begin(tx: Tx, source: string, kind: string): Promise<number> {
  const [row] = await tx.sql.query(importsSql.begin, [tx.tenant, source, kind])
  if (!row) throw new Error('the import did not begin')
  return row.id
}

const overtaken = (source: string): UserError =>
  new UserError(
    'import-overtaken',
    `Another import of “${source}” has begun: let it end, then run this again; nothing is stored twice.`,
  )

function checkColumns(columns: readonly string[], { cells }: Line): void {
  const missing = columns.find((column) => !cells.has(column))
  if (missing === undefined) return
  const there = [...cells.keys()].join(', ')
  const message = `The file has no column ${missing}, only ${there}: correct the column, --delimiter or --no-header.`
  throw new UserError('import-column', message)
}
