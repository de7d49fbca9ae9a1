import type { Json } from '../json.ts'
import { fieldValue } from './evaluate.ts'
import { factOfField } from './facts.ts'
import { isScalar, leavesOf, type Rule } from './rule.ts'

/** Longer texts are not repeated: they may say anything, and a piece of one is not the value. */
const LONGEST_TEXT = 64

/** Names of the values that a rule asks about, as a trace keeps them: `member.tier`, `event.amount`, `tag:vip`. */
export const factsAsked = (rule: Rule): string[] => [
  ...new Set(
    leavesOf(rule).flatMap((leaf) => {
      if (!('field' in leaf)) return []
      return ['value' in leaf && leaf.field === 'tags' ? factOfField('tags', leaf.value).name : leaf.field]
    }),
  ),
]

/** The values that decided rules, by those names: single values, and texts that are short. */
export const factsFound = (rules: readonly Rule[], facts: Readonly<Record<string, unknown>>): Record<string, Json> =>
  Object.fromEntries(
    rules.flatMap(factsAsked).flatMap((name) => {
      const value = fieldValue(name, facts)
      return isScalar(value) && (typeof value !== 'string' || value.length <= LONGEST_TEXT) ? [[name, value]] : []
    }),
  )

/** What a rule asks at once, part by part. */
export const partsOf = (rule: Rule): readonly Rule[] => ('all' in rule ? rule.all : [rule])
