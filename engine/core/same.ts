/** JSON with the keys of every object in one order, in which the same value is the same text: PostgreSQL gives them back in another. */
export const canonical = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_, inner: unknown) => inOrder(inner), indent)

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether two values say the same. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
