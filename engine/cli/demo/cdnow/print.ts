import type { Json, JsonObject } from '../../../core/json.ts'
import type { MemberTrace, NodeFunnel } from './funnel.ts'

const number = new Intl.NumberFormat('en')

/** Columns as wide as their widest cell; the numbers of a column, which begin with a digit, to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows
  const widths = head.map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)))
  const right = head.map((_, c) => rows.slice(1).every((row) => /^\d|^$/.test(row[c] ?? '')))
  return rows.map((row) =>
    row
      .map((cell, c) => (right[c] ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** One line for each way out of each node. */
export function printFunnel(funnel: readonly NodeFunnel[]): string[] {
  const count = (n: number) => (n === 0 ? '' : number.format(n))
  const rows = funnel.flatMap(({ name, in: entered, waiting, failed, outcomes }) =>
    outcomes.map(({ outcome, n }, i) =>
      i === 0
        ? [name, number.format(entered), count(waiting), count(failed), outcome, number.format(n)]
        : ['', '', '', '', outcome, number.format(n)],
    ),
  )
  return table([['node', 'in', 'waiting', 'failed', 'out by', 'out'], ...rows])
}

export function printTrace({ customer, steps, waits }: MemberTrace): string[] {
  const rows = steps.map(({ at, node, outcome, because }) => [minute(at), node, outcome, reasons(because)])
  if (waits) rows.push(['', waits.node, `waits until ${minute(waits.until)}`, ''])
  return [
    `Customer ${customer}`,
    ...table([['', '', '', ''], ...rows])
      .slice(1)
      .map((line) => `  ${line}`),
  ]
}

const minute = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

const reasons = (because: JsonObject) =>
  Object.entries(because)
    .map(([name, value]) => `${name} ${plain(value)}`)
    .join(', ')
const plain = (value: Json | undefined) => (typeof value === 'string' ? value : JSON.stringify(value))
