/** A PostgreSQL array literal of numbers: much cheaper than the driver's own encoder. Infinity is written out. */
export const numbers = (values: ArrayLike<number>): string => `{${Array.prototype.join.call(values, ',')}}`

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A PostgreSQL array literal of texts; null stays null. */
export const texts = (values: readonly (string | null)[]): string =>
  `{${values.map((v) => (v === null ? 'NULL' : quote(v))).join(',')}}`
