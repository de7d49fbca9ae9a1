import { z } from 'zod'
import { BranchId } from '../../engine/core/journey/document.ts'
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

const Branch = z.strictObject({ id: BranchId, name: z.string().trim().min(1).max(80), ...questionFields })
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
  outcomes: ({ branches }) => [...branches.map((branch) => `branch:${branch.id}`), 'else'],
  facts: ({ branches }) => Object.fromEntries(branches.map((branch) => [branch.id, factOf(branch)])),
  decide: ({ branches, judge }, found, { at, arrivedAt, zone }) => {
    const deadline = deadlineOf(judge, arrivedAt, zone)
    for (const branch of branches) {
      const counts = found[branch.id]?.counts ?? []
      const answer = answerOf(branch, counts, { at, deadline, zone })
      // Those after it wait for it: it comes first, should it become true.
      if (answer === undefined) return park(deadline)
      if (answer) return leave(`branch:${branch.id}`, { counts })
    }
    return leave('else')
  },
  listens: ({ branches, judge }) => (judge.kind === 'at-once' ? [] : branches.flatMap((branch) => branch.events)),
  check: ({ branches }) => [
    ...(new Set(branches.map((branch) => branch.id)).size < branches.length
      ? [{ code: 'branch-repeated', field: 'branches' }]
      : []),
    ...(branches.some(countsTwice) ? [{ code: 'event-repeated', field: 'branches' }] : []),
  ],
  tries: ({ branches, judge }, { zone }) => triesOf(branches, judge, zone),
})
