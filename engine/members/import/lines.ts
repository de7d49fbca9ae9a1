import type { Readable } from 'node:stream'

/** A line of a text, or that it is too long to be one. */
export interface Line {
  /** Counts from 1. */
  readonly number: number
  /** Without its line break. */
  readonly text: string
  readonly tooLong?: true
}

/** Characters; longer than any honest line. What follows is dropped, so that memory stays bounded. */
export const LONGEST_LINE = 1_048_576

const BREAK = /\r\n|\n|\r/

/** Reads a stream of UTF-8 line by line. Line breaks are LF, CR LF or CR; a byte order mark is left out. */
export async function* readLines(stream: Readable): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let number = 0
  let rest = ''
  let tooLong = false
  const lineOf = (text: string): Line => {
    number++
    const long = tooLong || text.length > LONGEST_LINE
    tooLong = false
    return long ? { number, text: '', tooLong: true } : { number, text }
  }
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true })
    // A CR that ends what has come may be half of a CR LF.
    const half = rest.endsWith('\r')
    const parts = (half ? rest.slice(0, -1) : rest).split(BREAK)
    const last = parts.pop() ?? ''
    for (const part of parts) yield lineOf(part)
    tooLong ||= last.length > LONGEST_LINE
    rest = (tooLong ? '' : last) + (half ? '\r' : '')
  }
  rest += decoder.decode()
  const parts = rest.split(BREAK)
  if (parts.at(-1) === '' && !tooLong) parts.pop()
  for (const part of parts) yield lineOf(part)
}
