import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'
import { say } from '../say.ts'

const TYPES = ['text', 'number', 'boolean'] as const
const LONGEST_TEXT = 1_000

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
