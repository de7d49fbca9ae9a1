import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import type { JsonObject } from '../json.ts'
import { fieldValue } from '../rules/evaluate.ts'
import { isScalar } from '../rules/rule.ts'
import { say } from '../say.ts'
import { fillVariables, renderPlain, VARIABLE, variablesOf } from '../template.ts'

/** One value that goes along: a text with variables. A variable alone keeps its type. */
const Datum = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z][\w-]{0,63}$/,
      say('a letter, then letters, digits, _ or -', '以字母开头，只含字母、数字、_ 和 -'),
    ),
  value: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .register(fieldHints, { hint: { control: 'template' } }),
})
type Datum = z.infer<typeof Datum>

/** Data that goes along with a member. */
export const TemplateData = z.array(Datum).max(20).default([])

const ALONE = new RegExp(`^${VARIABLE.source}$`)

/** What goes along; values whose variables nothing is known of are left out. */
export function dataOf(data: readonly Datum[], facts: Readonly<Record<string, unknown>>): JsonObject {
  const values: JsonObject = {}
  for (const { name, value: text } of data) {
    const filled = fillVariables(text, facts)
    if ('missing' in filled) continue
    const [, path] = ALONE.exec(text) ?? []
    const whole = path === undefined ? undefined : fieldValue(path, facts)
    values[name] = isScalar(whole) && whole !== '' ? whole : renderPlain(text, filled.values)
  }
  return values
}

/** All their texts, for what they ask to know. */
export const textOfData = (data: readonly Datum[]): string => data.map(({ value }) => value).join(' ')

export const repeatsName = (data: readonly Datum[]): boolean => new Set(data.map(({ name }) => name)).size < data.length

/** Variables that nothing can answer, each with where it stands. */
export const unknownInData = (data: readonly Datum[]): { field: string; name: string }[] =>
  data.flatMap(({ value }, i) => variablesOf(value).unknown.map((name) => ({ field: `data.${i}.value`, name })))
