import { z } from 'zod'
import { branchFields, branchOutcome, branchOutcomes, repeatsId } from '../../engine/core/journey/branches.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { evaluate } from '../../engine/core/rules/evaluate.ts'
import { ruleFacts } from '../../engine/core/rules/facts.ts'
import { leavesOf, Rule } from '../../engine/core/rules/rule.ts'
import { factsFound } from '../../engine/core/rules/unmet.ts'

const Branch = z.strictObject({ ...branchFields, rule: Rule })
const Settings = z.strictObject({ branches: z.array(Branch).min(1).max(50) })

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'attribute-split',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { branches: [{ id: '1', name: '1', rule: { field: 'member.city', op: 'not-empty' } }] },
  outcomes: ({ branches }) => branchOutcomes(branches),
  facts: ({ branches }) => ruleFacts({ any: branches.map((b) => b.rule) }),
  decide: ({ branches }, facts, { at, zone }) => {
    const taken = branches.find((branch) => evaluate(branch.rule, facts, { at, zone }))
    const because = factsFound(
      (taken ? [taken] : branches).map((branch) => branch.rule),
      facts,
    )
    return leave(taken ? branchOutcome(taken) : 'else', because)
  },
  check: ({ branches }) => [
    ...(repeatsId(branches) ? [{ code: 'branch-repeated', field: 'branches' }] : []),
    ...(branches.some((b) => leavesOf(b.rule).some((l) => 'events' in l))
      ? [{ code: 'asks-events', field: 'branches' }]
      : []),
  ],
  // The first branch whose rule holds is taken.
  tries: ({ branches }) => {
    const others = branches.map(({ rule }) => ({ not: rule }))
    return { members: [...branches.map(({ rule }, i) => ({ all: [...others.slice(0, i), rule] })), { all: others }] }
  },
})
