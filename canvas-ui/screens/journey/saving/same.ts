/** JSON with the keys of every object in one order: PostgreSQL gives them back in another than they were sent. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => inOrder(inner))

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether two values say the same. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
