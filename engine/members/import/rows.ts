import type { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'

/** A line of a file of cells, or why it cannot be read. `line` counts from 1; `raw` is without its line break. */
export type Row =
  | { readonly line: number; readonly raw: string; readonly cells: ReadonlyMap<string, string> }
  | { readonly line: number; readonly problem: string }

export interface RowFormat {
  /** One or more characters, or `whitespace`: runs of blanks and tabs, leading ones too. */
  readonly delimiter: string
  /** Whether the first line names the columns; otherwise they are called 1, 2, 3 … */
  readonly header: boolean
}

/** Longer than any honest line; an open quote would swallow the file. */
const LONGEST_LINE = 1_048_576

/** Reads UTF-8 lines one at a time. A bad line is told and passed over; one without any value is no line. */
export async function* readRows(stream: Readable, { delimiter, header }: RowFormat): AsyncGenerator<Row> {
  const runs = delimiter === 'whitespace'
  const bad: Row[] = []
  const parser = parse({
    bom: true,
    delimiter: runs ? [' ', '\t'] : delimiter,
    ...(runs ? { quote: false } : {}),
    info: true,
    raw: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
    on_skip: (error: CsvError | undefined) => {
      if (error) bad.push({ line: Number(error.lines), problem: error.message })
      return undefined
    },
  })
  stream.on('error', (error) => parser.destroy(error))
  stream.pipe(parser)
  let columns: string[] | undefined
  for await (const read of parser) {
    // The shape that `info` and `raw` together ask csv-parse for.
    const { record, info, raw } = read as { record: string[]; info: { lines: number }; raw: string }
    yield* bad.splice(0)
    const cells = runs ? record.filter((cell) => cell !== '') : record
    if (!columns) {
      columns = header ? cells.map((cell) => cell.trim()) : cells.map((_, i) => String(i + 1))
      if (header) continue
    }
    const line = info.lines
    if (cells.length !== columns.length) {
      yield { line, problem: `has ${cells.length} values where ${columns.length} are wanted` }
      continue
    }
    const named = columns.map((name, i): [string, string] => [name, cells[i] ?? ''])
    yield { line, raw: raw.replace(/[\r\n]+$/, ''), cells: new Map(named) }
  }
  yield* bad
}
