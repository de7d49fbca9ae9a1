import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { defineNode, leave, park } from '../../engine/core/journey/node.ts'
import { EventMatch, EventWindow } from '../../engine/core/rules/rule.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import { atLocal, LocalDateTime } from '../../engine/core/time/zone.ts'

const [, Last, Between] = EventWindow.options
const Window = z.discriminatedUnion('kind', [z.strictObject({ kind: z.enum(['entered', 'previous']) }), Last, Between])

const Judge = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-once') }),
  z.strictObject({ kind: z.literal('wait'), for: Duration }),
  z.strictObject({ kind: z.literal('wait-until'), local: LocalDateTime }),
])

const Settings = z.strictObject({
  did: z
    .boolean()
    .register(fieldHints, { hint: { control: 'either' } })
    .default(true),
  events: z.array(EventMatch).min(1).max(10),
  /** `any`: the counts of the events, added up, reach `atLeast`; `all`: the count of each of them does. */
  match: z.enum(['any', 'all']).default('any'),
  atLeast: z.int().min(1).max(10_000).default(1),
  window: Window.default({ kind: 'entered' }),
  judge: Judge.default({ kind: 'at-once' }),
})
export type Settings = z.infer<typeof Settings>

const DAY_MS = 86_400_000

function deadlineOf(judge: Settings['judge'], arrivedAt: number, zone: string): number {
  if (judge.kind === 'wait') return addDuration(arrivedAt, judge.for, zone)
  return judge.kind === 'wait-until' ? atLocal(judge.local, zone) : arrivedAt
}

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
  facts: ({ events, window }) => ({ found: { kind: 'events' as const, matches: events, window } }),
  decide: ({ match, atLeast, did, judge }, { found }, { at, arrivedAt, zone }) => {
    const { counts } = found
    const reached = match === 'all' ? counts.every((n) => n >= atLeast) : counts.reduce((a, b) => a + b, 0) >= atLeast
    // Once reached the answer is certain, whichever way it was asked; not reached is certain at the deadline only.
    if (reached) return leave(did ? 'yes' : 'no', { counts })
    const deadline = deadlineOf(judge, arrivedAt, zone)
    return at >= deadline ? leave(did ? 'no' : 'yes', { counts }) : park(deadline, 1)
  },
  listens: ({ events, judge }) => (judge.kind === 'at-once' ? [] : events),
  // Counts are known per entry of the list: an event that meets two entries would be added up twice.
  check: ({ events, match, atLeast }) =>
    match === 'any' && atLeast > 1 && new Set(events.map((e) => e.event)).size < events.length
      ? [{ code: 'event-repeated', field: 'events' }]
      : [],
  tries: ({ events, match, atLeast, window, judge }, { zone }) => {
    const each = events.map((event) => Array.from({ length: atLeast }, () => event))
    return {
      happens: match === 'all' ? [each.flat()] : each,
      moments: [
        ...(window.kind === 'between' ? [atLocal(window.from, zone)] : []),
        ...(judge.kind === 'wait-until' ? [atLocal(judge.local, zone) - DAY_MS] : []),
      ],
    }
  },
})
