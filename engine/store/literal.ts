import { createHash } from 'node:crypto'

/** A PostgreSQL array literal of numbers: much cheaper than the driver's own encoder. Infinity is written out. */
export const numbers = (values: ArrayLike<number>): string => `{${Array.prototype.join.call(values, ',')}}`

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A PostgreSQL array literal of texts; null stays null. A text that comes many times in a row is quoted once. */
export function texts(values: readonly (string | null)[]): string {
  let [last, quoted]: [string | null, string] = [null, 'NULL']
  const all = values.map((value) => {
    if (value !== last) [last, quoted] = [value, value === null ? 'NULL' : quote(value)]
    return quoted
  })
  return `{${all.join(',')}}`
}

/**
 * A PostgreSQL array literal of JSON values, as texts; undefined becomes null. JSON holds no control characters of its own, so
 * quoting it as JSON once more is quoting it for PostgreSQL, at a third of the cost.
 */
export const jsons = (values: readonly unknown[]): string =>
  `{${JSON.stringify(values.map((v) => (v === undefined ? null : JSON.stringify(v)))).slice(1, -1)}}`

/** 128 bits of a text, as PostgreSQL's uuid. */
export const hashOf = (text: string): string => createHash('md5').update(text).digest('hex')
