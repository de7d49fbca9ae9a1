import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { evaluate, fieldValue } from '../../engine/core/rules/evaluate.ts'
import { factOfField, ruleFacts } from '../../engine/core/rules/facts.ts'
import { isScalar, leavesOf, Rule } from '../../engine/core/rules/rule.ts'

/** Longer texts stay out of the trace: they may say anything, and a piece of one is not the value. */
const LONGEST_TEXT = 64

const Settings = z.strictObject({ rule: Rule })

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'attribute-check',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { rule: { field: 'member.city', op: 'not-empty' } },
  outcomes: () => ['yes', 'no'],
  facts: ({ rule }) => ruleFacts(rule),
  decide: ({ rule }, facts, { at, zone }) => {
    const because = Object.fromEntries(
      leavesOf(rule).flatMap((leaf) => {
        if (!('field' in leaf)) return []
        const name = 'value' in leaf && leaf.field === 'tags' ? factOfField('tags', leaf.value).name : leaf.field
        const value = fieldValue(name, facts)
        return isScalar(value) && (typeof value !== 'string' || value.length <= LONGEST_TEXT) ? [[name, value]] : []
      }),
    )
    return leave(evaluate(rule, facts, { at, zone }) ? 'yes' : 'no', because)
  },
  check: ({ rule }) =>
    leavesOf(rule).some((leaf) => 'events' in leaf) ? [{ code: 'asks-events', field: 'rule' }] : [],
  tries: ({ rule }) => ({ members: [rule, { not: rule }] }),
})
