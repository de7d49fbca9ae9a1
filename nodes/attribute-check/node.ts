import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { evaluate } from '../../engine/core/rules/evaluate.ts'
import { ruleFacts } from '../../engine/core/rules/facts.ts'
import { leavesOf, Rule } from '../../engine/core/rules/rule.ts'
import { factsFound } from '../../engine/core/rules/unmet.ts'

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
  decide: ({ rule }, facts, { at, zone }) =>
    leave(evaluate(rule, facts, { at, zone }) ? 'yes' : 'no', factsFound([rule], facts)),
  check: ({ rule }) =>
    leavesOf(rule).some((leaf) => 'events' in leaf) ? [{ code: 'asks-events', field: 'rule' }] : [],
  tries: ({ rule }) => ({ members: [rule, { not: rule }] }),
})
