import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'
import { say } from '../say.ts'

const TYPES = ['text', 'number', 'boolean'] as const
const LONGEST_TEXT = 1_000
/** Keys that a path has at the most. */
const DEEPEST = 8

/** One field of an answer that becomes a property of the event that began the journey. */
const AnswerField = z.strictObject({
  /** Where it stands in the answer: keys and numbers of lists, separated by dots. */
  from: z
    .string()
    .trim()
    .regex(/^[^.]+(\.[^.]+){0,7}$/, say('a path such as data.score', '写路径，例如 data.score'))
    .max(200),
  as: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z][\w-]{0,63}$/,
      say('a letter, then letters, digits, _ or -', '以字母开头，只含字母、数字、_ 和 -'),
    ),
  type: z.enum(TYPES).default('text'),
})
export type AnswerField = z.infer<typeof AnswerField>
export const AnswerFields = z.array(AnswerField).max(20).default([])

/** What the fields have in an answer. A field whose value is not there or is of another type is left out: it counts as missing. */
export function readAnswer(fields: readonly AnswerField[], answer: Json | undefined): JsonObject {
  const values: JsonObject = {}
  for (const { from, as, type } of fields) {
    const value = typed(at(answer, from.split('.')), type)
    if (value !== undefined) values[as] = value
  }
  return values
}

/** A value in an answer, and where: what an `AnswerField` of this `from` and `type` takes. */
export interface FoundField {
  readonly from: string
  readonly type: AnswerField['type']
  readonly value: string | number | boolean
}

/** The fields that an answer has to take, in its order, `most` at the most. Keys that no path can name are passed over. */
export function fieldsIn(answer: Json | undefined, most: number): FoundField[] {
  const found: FoundField[] = []
  const look = (value: Json | undefined, keys: readonly string[]): void => {
    if (found.length >= most || value === undefined || value === null) return
    if (typeof value === 'object') {
      if (keys.length === DEEPEST) return
      for (const [key, inside] of Object.entries(value)) look(inside, [...keys, key])
      return
    }
    const field = AnswerField.safeParse({ from: keys.join('.'), as: 'x', type: typeOf(value) })
    const read = field.success ? readAnswer([field.data], answer).x : undefined
    if (field.success && (typeof read === 'string' || typeof read === 'number' || typeof read === 'boolean'))
      found.push({ from: field.data.from, type: field.data.type, value: read })
  }
  look(answer, [])
  return found
}

const typeOf = (value: string | number | boolean): AnswerField['type'] =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean'

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as JsonObject)[key] // its own, of an object or a list
        : undefined,
    value,
  )
}

function typed(value: Json | undefined, type: AnswerField['type']): Json | undefined {
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (type === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : undefined
}
