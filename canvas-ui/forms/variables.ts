import { VARIABLE } from '../../engine/core/template.ts'

/** A variable of a text, once however often it stands there. */
export interface TextVariable {
  readonly path: string
  /** What stands where a member has no value; a text without one is then not sent. */
  readonly fallback: string | undefined
}

/** The variables of a text in the order they come. One without a fallback at any place counts as without. */
export function variablesIn(text: string): TextVariable[] {
  const found = new Map<string, string | undefined>()
  for (const [, path = '', fallback] of text.matchAll(VARIABLE)) {
    found.set(path, found.has(path) && found.get(path) === undefined ? undefined : fallback)
  }
  return [...found].map(([path, fallback]) => ({ path, fallback }))
}

const written = (path: string, fallback: string | undefined): string =>
  fallback ? `{{${path} | "${fallback.replace(/["{}]/g, '')}"}}` : `{{${path}}}`

/** The text with a fallback, or none where it is empty, wherever the variable stands. */
export const withFallback = (text: string, path: string, fallback: string): string =>
  text.replace(VARIABLE, (whole, its: string) => (its === path ? written(path, fallback) : whole))

/** The text with a variable in place of what is chosen from `start` to `end`. */
export const withVariable = (text: string, path: string, start: number, end: number): string =>
  `${text.slice(0, start)}${written(path, undefined)}${text.slice(end)}`

/** A piece of a text: as it is written, or what a variable stands for. */
export interface Piece {
  readonly text: string
  readonly variable: boolean
}

/** The text as a member with these values reads it; of an unknown one the fallback, or its name. */
export function piecesOf(text: string, sample: (path: string) => string | undefined): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, path = '', fallback] = match
    pieces.push({ text: text.slice(at, match.index), variable: false })
    pieces.push({ text: sample(path) ?? fallback ?? path, variable: true })
    at = match.index + whole.length
  }
  return [...pieces, { text: text.slice(at), variable: false }].filter((piece) => piece.text !== '')
}
