import { z } from 'zod'
import { branchFields, branchOutcome, branchOutcomes, repeatsId } from '../../engine/core/journey/branches.ts'
import {
  answerOf,
  countsTwice,
  deadlineOf,
  factOf,
  Judge,
  questionFields,
  triesOf,
} from '../../engine/core/journey/event-question.ts'
import { defineNode, leave, park } from '../../engine/core/journey/node.ts'

const Branch = z.strictObject({ ...branchFields, ...questionFields })
const Settings = z.strictObject({
  branches: z.array(Branch).min(1).max(50),
  judge: Judge.default({ kind: 'at-once' }),
})
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'event-split',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: {
    branches: [
      {
        id: '1',
        name: '1',
        did: true,
        events: [{ event: 'order completed' }],
        match: 'any',
        atLeast: 1,
        window: { kind: 'entered' },
      },
    ],
    judge: { kind: 'at-once' },
  },
  outcomes: ({ branches }) => branchOutcomes(branches),
  facts: ({ branches }) => Object.fromEntries(branches.map((branch) => [branch.id, factOf(branch)])),
  decide: ({ branches, judge }, found, { at, arrivedAt, zone }) => {
    const deadline = deadlineOf(judge, arrivedAt, zone)
    for (const branch of branches) {
      const counts = found[branch.id]?.counts ?? []
      const answer = answerOf(branch, counts, { at, deadline, zone })
      // Those after it wait for it: it comes first, should it become true.
      if (answer === undefined) return park(deadline)
      if (answer) return leave(branchOutcome(branch), { counts })
    }
    return leave('else')
  },
  listens: ({ branches, judge }) => (judge.kind === 'at-once' ? [] : branches.flatMap((branch) => branch.events)),
  check: ({ branches }) => [
    ...(repeatsId(branches) ? [{ code: 'branch-repeated', field: 'branches' }] : []),
    ...(branches.some(countsTwice) ? [{ code: 'event-repeated', field: 'branches' }] : []),
  ],
  tries: ({ branches, judge }, { zone }) => triesOf(branches, judge, zone),
})
