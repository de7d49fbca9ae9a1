import type { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse/sync'
import { UserError } from '../../core/errors.ts'
import { type Line, LONGEST_LINE, readLines } from './lines.ts'

/**
 * A record of a file of cells, or why it cannot be read. `line` is where it begins, counted from 1; `raw` is its text without
 * the last line break. Cells are known by their column's name in the header and by its number, from 1.
 */
export type Row =
  | { readonly line: number; readonly raw: string; readonly cells: ReadonlyMap<string, string> }
  | { readonly line: number; readonly problem: string }

export interface RowFormat {
  /** One or more characters, or `whitespace`: runs of blanks and tabs, leading ones too, and no quotes. */
  readonly delimiter: string
  /** Whether the first line names the columns; otherwise they have numbers alone. */
  readonly header: boolean
}

/** Lines that one record with quoted line breaks may have: a quote that is never closed is noticed after so many. */
const MOST_LINES = 100

type Parsed =
  | { readonly line: number; readonly raw: string; readonly cells: string[] }
  | Extract<Row, { problem: string }>

/**
 * Reads records one at a time, in constant memory. A bad one is told and passed over; one without any value is none. Throws a
 * UserError for a header that cannot be used.
 */
export async function* readRows(stream: Readable, { delimiter, header }: RowFormat): AsyncGenerator<Row> {
  let columns: string[] | undefined
  for await (const record of readRecords(stream, delimiter)) {
    if ('problem' in record) {
      yield record
      continue
    }
    const { line, raw, cells } = record
    if (cells.every((cell) => cell.trim() === '')) continue
    if (!columns) {
      columns = header ? headerOf(cells) : cells.map(() => '')
      if (header) continue
    }
    if (cells.length !== columns.length)
      yield { line, problem: `has ${cells.length} values where ${columns.length} are wanted` }
    else yield { line, raw, cells: named(columns, cells) }
  }
}

function headerOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim())
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) < i)
  if (twice === undefined) return names
  throw new UserError('import-header', `The header has two columns named “${twice}”: rename one, or use --no-header.`)
}

/** By number first, so that a column that is named 2 is the one so named. */
function named(columns: readonly string[], cells: readonly string[]): Map<string, string> {
  const map = new Map<string, string>()
  cells.forEach((cell, i) => {
    map.set(String(i + 1), cell)
  })
  columns.forEach((name, i) => {
    if (name !== '') map.set(name, cells[i] ?? '')
  })
  return map
}

async function* readRecords(stream: Readable, delimiter: string): AsyncGenerator<Parsed> {
  const lines = new LookAhead(readLines(stream))
  for (let line = await lines.next(); line; line = await lines.next()) {
    const problem = problemOf(line)
    if (problem) yield { line: line.number, problem }
    else if (delimiter === 'whitespace') yield { ...placed(line), cells: line.text.trim().split(/[ \t]+/) }
    else if (!line.text.includes('"')) yield { ...placed(line), cells: line.text.split(delimiter) }
    else yield await quoted(line, lines, delimiter)
  }
}

const placed = ({ number, text }: Line) => ({ line: number, raw: text })

function problemOf({ text, tooLong }: Line): string | undefined {
  if (tooLong) return `is longer than ${LONGEST_LINE} characters`
  return text.includes('\ufffd') ? 'is not UTF-8: save the file as UTF-8' : undefined
}

/**
 * A record with quotes, together with the lines that a quoted line break leads into. Where it is wrong, its first line alone is
 * to blame, and reading goes on with the one after it.
 */
async function quoted(first: Line, lines: LookAhead, delimiter: string): Promise<Parsed> {
  let raw = first.text
  for (let ahead = 0; ; ) {
    const cells = parseRecord(raw, delimiter)
    if (Array.isArray(cells)) {
      lines.drop(ahead)
      return { line: first.number, raw, cells }
    }
    const unclosed = { line: first.number, problem: 'has a quote that is never closed' }
    if (cells.problem !== 'unclosed') return { line: first.number, ...(ahead > 0 ? unclosed : cells) }
    // Only a line with a quote can close it.
    for (let closes = false; !closes; ) {
      const line = ++ahead < MOST_LINES ? await lines.peek(ahead) : undefined
      if (!line || problemOf(line) || raw.length > LONGEST_LINE) return unclosed
      raw += `\n${line.text}`
      closes = line.text.includes('"')
    }
  }
}

/** By csv-parse, a record at a time: its stream loses count of lines, and lines themselves, once a quote is wrong. */
function parseRecord(raw: string, delimiter: string): string[] | { problem: string } {
  try {
    const [cells = []] = parse(raw, { delimiter, relax_column_count: true, trim: true }) as string[][] // without `columns`
    return cells
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { problem: 'unclosed' }
    return { problem: 'has a quote in a wrong place: quote the whole value, and double the quotes inside it' }
  }
}

/** Lines that can be looked at before they are taken. */
class LookAhead {
  private readonly seen: Line[] = []

  constructor(private readonly lines: AsyncGenerator<Line>) {}

  async next(): Promise<Line | undefined> {
    await this.peek(1)
    return this.seen.shift()
  }

  /** The nth line from here, 1 = the next. */
  async peek(nth: number): Promise<Line | undefined> {
    while (this.seen.length < nth) {
      const { value, done } = await this.lines.next()
      if (done) return undefined
      this.seen.push(value)
    }
    return this.seen[nth - 1]
  }

  /** Takes so many lines that were looked at. */
  drop(count: number): void {
    this.seen.splice(0, count)
  }
}
