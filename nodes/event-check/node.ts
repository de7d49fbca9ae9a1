import { z } from 'zod'
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

const Settings = z.strictObject({ ...questionFields, judge: Judge.default({ kind: 'at-once' }) })
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'event-check',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: {
    events: [{ event: 'order completed' }],
    match: 'any',
    atLeast: 1,
    did: true,
    window: { kind: 'entered' },
    judge: { kind: 'at-once' },
  },
  outcomes: () => ['yes', 'no'],
  facts: (question) => ({ found: factOf(question) }),
  decide: (settings, { found: { counts } }, { at, arrivedAt, zone }) => {
    const deadline = deadlineOf(settings.judge, arrivedAt, zone)
    const answer = answerOf(settings, counts, { at, deadline, zone })
    return answer === undefined ? park(deadline) : leave(answer ? 'yes' : 'no', { counts })
  },
  listens: ({ events, judge }) => (judge.kind === 'at-once' ? [] : events),
  soFar: (_, { found: { counts } }) => ({ counts }),
  check: (question) => (countsTwice(question) ? [{ code: 'event-repeated', field: 'events' }] : []),
  tries: (question, { zone }) => triesOf([question], question.judge, zone),
})
