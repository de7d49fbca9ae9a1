import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { evaluate, fieldValue } from '../../engine/core/rules/evaluate.ts'
import { ruleFacts } from '../../engine/core/rules/facts.ts'
import { isScalar, leavesOf, Rule } from '../../engine/core/rules/rule.ts'

const Branch = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/, 'lower-case letters, digits and hyphens'),
  name: z.string().trim().min(1).max(80),
  rule: Rule,
})
const Settings = z.strictObject({ branches: z.array(Branch).min(1).max(50) })

export const definition = defineNode({
  type: 'attribute-split',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { branches: [{ id: '1', name: '1', rule: { field: 'member.city', op: 'not-empty' } }] },
  outcomes: ({ branches }) => [...branches.map((b) => `branch:${b.id}`), 'else'],
  facts: ({ branches }) => ruleFacts({ any: branches.map((b) => b.rule) }),
  decide: ({ branches }, facts, { at, zone }) => {
    const taken = branches.find((branch) => evaluate(branch.rule, facts, { at, zone }))
    const fields = new Set(
      (taken ? [taken] : branches).flatMap((b) => leavesOf(b.rule)).flatMap((l) => ('field' in l ? [l.field] : [])),
    )
    const values = [...fields].flatMap((field) => {
      const value = fieldValue(field, facts)
      return isScalar(value) ? [[field, typeof value === 'string' ? value.slice(0, 64) : value]] : []
    })
    return leave(taken ? `branch:${taken.id}` : 'else', Object.fromEntries(values))
  },
  check: ({ branches }) => [
    ...(new Set(branches.map((b) => b.id)).size < branches.length
      ? [{ code: 'branch-repeated', field: 'branches' }]
      : []),
    ...(branches.some((b) => leavesOf(b.rule).some((l) => 'events' in l))
      ? [{ code: 'asks-events', field: 'branches' }]
      : []),
  ],
})
