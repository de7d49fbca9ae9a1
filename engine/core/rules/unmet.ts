import { z } from 'zod'
import type { Json } from '../json.ts'
import { fieldValue, judgeOf, type Moment } from './evaluate.ts'
import { factOfField } from './facts.ts'
import { isScalar, leavesOf, type Rule } from './rule.ts'

/** Longer texts are not repeated: they may say anything, and a piece of one is not the value. */
const LONGEST_TEXT = 64

/** By rule: a rule of a plan is asked of every member. */
const asked = new WeakMap<Rule, readonly string[]>()

/** Names of the values that a rule asks about, as a trace keeps them: `member.tier`, `event.amount`, `tag:vip`. */
export function factsAsked(rule: Rule): readonly string[] {
  const known = asked.get(rule)
  if (known) return known
  const names = leavesOf(rule).flatMap((leaf) => {
    if (!('field' in leaf)) return []
    return ['value' in leaf && leaf.field === 'tags' ? factOfField('tags', leaf.value).name : leaf.field]
  })
  const found = [...new Set(names)]
  asked.set(rule, found)
  return found
}

/** The values that decided rules, by those names: single values, and texts that are short. */
export function factsFound(rules: readonly Rule[], facts: Readonly<Record<string, unknown>>): Record<string, Json> {
  const found: Record<string, Json> = {}
  for (const rule of rules)
    for (const name of factsAsked(rule)) {
      const value = fieldValue(name, facts)
      if (isScalar(value) && (typeof value !== 'string' || value.length <= LONGEST_TEXT)) found[name] = value
    }
  return found
}

/** What a rule asks at once, part by part. */
export const partsOf = (rule: Rule): readonly Rule[] => ('all' in rule ? rule.all : [rule])

/** As a refusal keeps what was not met: parts by their place in the rule of a version, which never changes. */
export const KeptUnmet = z.object({ version: z.int(), parts: z.array(z.int()), found: z.record(z.string(), z.json()) })
export type KeptUnmet = z.infer<typeof KeptUnmet>

/** The places among a rule's parts of those that facts do not meet, facts as the whole rule asks for them; none: it holds. */
export function unmetPlaces(rule: Rule, facts: Readonly<Record<string, unknown>>, moment: Moment): number[] {
  const holds = judgeOf(facts, moment)
  return partsOf(rule).flatMap((part, place) => (holds(part) ? [] : [place]))
}
