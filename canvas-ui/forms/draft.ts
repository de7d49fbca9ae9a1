import { customAlphabet } from 'nanoid'
import { type Field, hasFields, type Shape } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'

/** A branch keeps its id for good: one that was deleted must not lend it to another. */
const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 6)

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a value is before anybody has filled it in: often not yet valid. */
export function blankOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return shape.hint.control === 'made' ? newId() : ''
    case 'number':
      return null
    case 'flag':
      return false
    case 'choice':
    case 'choice-or-number':
      return shape.of[0] ?? ''
    case 'list':
      return hasFields(shape.item) ? Array.from({ length: shape.least }, () => blankOf(shape.item)) : []
    case 'group':
      return blanksOf(shape.fields)
    case 'variants': {
      const [first] = shape.variants
      return first ? { [shape.by]: first.value, ...blanksOf(first.fields) } : {}
    }
    case 'whole':
      return blankWhole(shape)
  }
}

function blankWhole({ hint }: Shape): Json {
  if (hint.control === 'duration') return { amount: 1, unit: 'day' }
  return hint.control === 'month-days' ? [1] : { all: [] }
}

/** Fields with a default of their own stay unwritten. */
const blanksOf = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(
    fields
      .filter((field) => !field.optional && field.default === undefined)
      .map((field) => [field.key, blankOf(field.shape)]),
  )

/** The value as another variant: what both have stays, the rest begins blank. */
export function asVariant(shape: Extract<Shape, { kind: 'variants' }>, value: JsonObject, to: string): JsonObject {
  const fieldsOf = (name: Json | undefined) => shape.variants.find((variant) => variant.value === name)?.fields ?? []
  const before = new Map(fieldsOf(value[shape.by]).map((field) => [field.key, JSON.stringify(field.shape)]))
  const fields = fieldsOf(to)
  const kept = fields.flatMap(({ key, shape: its }) => {
    const there = value[key]
    return there !== undefined && before.get(key) === JSON.stringify(its) ? [[key, there]] : []
  })
  return { [shape.by]: to, ...blanksOf(fields), ...Object.fromEntries(kept) }
}

/** The value with one key changed; `undefined` takes the key away. */
export function withKey(value: Json | undefined, key: string, to: Json | undefined): JsonObject {
  const { [key]: _, ...rest } = isObject(value) ? value : {}
  if (to === undefined) return rest
  // A key that is there keeps its place, so that what is saved differs by the change alone.
  return isObject(value) && key in value ? { ...value, [key]: to } : { ...rest, [key]: to }
}

/** The list with an item moved by one place, up or down. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const item = list[from]
  if (item === undefined || from + by < 0 || from + by >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(from + by, 0, item)
}
