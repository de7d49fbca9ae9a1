import { createReadStream } from 'node:fs'
import { UserError } from '../../../core/errors.ts'
import { type Row, readRows } from '../../../members/face.ts'

/** The clock stands here when the journey begins: orders before it are history, later ones are posted live. */
export const START = Date.parse('1998-01-01T00:00:00Z')
export const NOON_MS = 12 * 3_600_000

type Line = Extract<Row, { cells: unknown }>

/** An order still to come. `day` as 1998-01-31. */
export interface LaterOrder {
  readonly line: number
  readonly customer: string
  readonly day: string
  readonly amount: number
}

export interface CdnowFile {
  /** A row for each customer: `customer_id`, `email`, and `spend`, what the orders of the past add up to. */
  readonly members: readonly Row[]
  /** Orders held back, by day. */
  readonly later: ReadonlyMap<string, LaterOrder[]>
}

const cell = ({ line, cells }: Line, column: string): string => {
  const value = cells.get(column)
  if (value !== undefined) return value
  throw new UserError('demo-file', `Line ${line} has no ${column}: the demo wants the file cdnow_master.txt.`)
}

const dayOf = (row: Line) => cell(row, 'date').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
const isPast = (row: Line) => Date.parse(`${dayOf(row)}T12:00:00Z`) < START

async function* orders(file: string): AsyncGenerator<Line> {
  for await (const row of readRows(createReadStream(file), { delimiter: 'whitespace', header: true })) {
    if ('problem' in row) throw new UserError('demo-file', `Line ${row.line} ${row.problem}: mend the file.`)
    yield row
  }
}

/** The orders of the past, as the file has them. */
export async function* pastOrders(file: string): AsyncGenerator<Row> {
  for await (const row of orders(file)) if (isPast(row)) yield row
}

/** Reads who is in the file and what is to come. Throws a UserError where it is not such a file. */
export async function readCdnow(file: string): Promise<CdnowFile> {
  const cents = new Map<string, number>()
  const later = new Map<string, LaterOrder[]>()
  for await (const row of orders(file)) {
    const customer = cell(row, 'customer_id')
    const amount = Number(cell(row, 'dollar_value'))
    cents.set(customer, (cents.get(customer) ?? 0) + (isPast(row) ? Math.round(amount * 100) : 0))
    if (isPast(row)) continue
    const day = dayOf(row)
    const order = { line: row.line, customer, day, amount }
    const that = later.get(day)
    if (that) that.push(order)
    else later.set(day, [order])
  }
  return { members: [...cents].map(([customer, spend], i) => memberRow(i + 1, customer, spend)), later }
}

function memberRow(line: number, customer: string, cents: number): Row {
  const cells = { customer_id: customer, email: `c${customer}@example.com`, spend: (cents / 100).toFixed(2) }
  return { line, raw: Object.values(cells).join(','), cells: new Map(Object.entries(cells)) }
}
