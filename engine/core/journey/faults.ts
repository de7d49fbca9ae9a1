import { z } from 'zod'
import type { Json } from '../json.ts'
import { issuesIn } from '../say.ts'

const MOST = 50

/** A fault that a schema finds, as parameters of a problem: of an unknown key or choice the names, else a sentence; `missing` of a field that is not there. */
export interface Fault {
  /** Dotted; empty for the whole. */
  readonly field: string
  readonly params: Record<string, Json>
}

/** The first faults of an input that the schema refuses, in words of both languages. */
export function faultsOf(schema: z.ZodType, input: unknown): Fault[] {
  const inChinese = issuesIn('zh-CN', schema, input)
  return issuesIn('en', schema, input)
    .slice(0, MOST)
    .map((issue, i) => {
      const field = issue.path.map(String).join('.')
      return { field, params: { field, ...partsOf(issue, inChinese[i] ?? issue) } }
    })
}

function partsOf(issue: z.core.$ZodIssue, inChinese: z.core.$ZodIssue): Record<string, Json> {
  if (issue.code === 'unrecognized_keys') return { unknown: issue.keys }
  if (issue.code === 'invalid_value') return { choices: issue.values.map(String) }
  // A choice between shapes by the value of one key.
  if (issue.code === 'invalid_union' && 'options' in issue) return { choices: z.array(z.string()).parse(issue.options) }
  // zod's own words: a check with a sentence of its own keeps it.
  if (issue.message.endsWith('received undefined')) return { missing: true }
  return { message: issue.message, messageZh: inChinese.message }
}
