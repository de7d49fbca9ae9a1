import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { evaluate, fieldValue } from '../../engine/core/rules/evaluate.ts'
import { ruleFacts } from '../../engine/core/rules/facts.ts'
import { isScalar, leavesOf, Rule } from '../../engine/core/rules/rule.ts'

const Settings = z.strictObject({ rule: Rule })

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
        const value = 'field' in leaf ? fieldValue(leaf.field, facts) : undefined
        return 'field' in leaf && isScalar(value)
          ? [[leaf.field, typeof value === 'string' ? value.slice(0, 64) : value]]
          : []
      }),
    )
    return leave(evaluate(rule, facts, { at, zone }) ? 'yes' : 'no', because)
  },
  check: ({ rule }) =>
    leavesOf(rule).some((leaf) => 'events' in leaf) ? [{ code: 'asks-events', field: 'rule' }] : [],
})
