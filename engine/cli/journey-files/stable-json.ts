import type { Json } from '../../core/json.ts'

/** JSON as files keep it: keys in order, two spaces, a line break at the end. The same value is always the same text. */
export const stableJson = (value: unknown): string =>
  `${JSON.stringify(sorted(JSON.parse(JSON.stringify(value)) as Json), null, 2)}\n` // what JSON.stringify wrote is JSON

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
