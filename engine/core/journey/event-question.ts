import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { EventMatch, EventWindow } from '../rules/rule.ts'
import { spanOf } from '../rules/window.ts'
import { addDuration, Duration } from '../time/duration.ts'
import { atLocal, LocalDateTime } from '../time/zone.ts'
import type { Tries } from './node.ts'

const DAY_MS = 86_400_000

const [, Last, Between] = EventWindow.options
const Window = z.discriminatedUnion('kind', [z.strictObject({ kind: z.enum(['entered', 'previous']) }), Last, Between])

/** Whether a member did something often enough, as settings of a node. */
export const questionFields = {
  did: z
    .boolean()
    .register(fieldHints, { hint: { control: 'either' } })
    .default(true),
  events: z.array(EventMatch).min(1).max(10),
  /** `any`: the counts of the events, added up, reach `atLeast`; `all`: the count of each of them does. */
  match: z.enum(['any', 'all']).default('any'),
  atLeast: z.int().min(1).max(10_000).default(1),
  window: Window.default({ kind: 'entered' }),
}
const Question = z.strictObject(questionFields)
export type EventQuestion = z.infer<typeof Question>

/** When a question is answered: at once, or as soon as the answer is certain, at the latest after a while or at a time. */
export const Judge = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-once') }),
  z.strictObject({ kind: z.literal('wait'), for: Duration }),
  z.strictObject({ kind: z.literal('wait-until'), local: LocalDateTime }),
])
export type Judge = z.infer<typeof Judge>

/** The instant at which a question is answered at the latest, epoch milliseconds; it may be past. */
export function deadlineOf(judge: Judge, arrivedAt: number, zone: string): number {
  if (judge.kind === 'wait') return addDuration(arrivedAt, judge.for, zone)
  return judge.kind === 'wait-until' ? atLocal(judge.local, zone) : arrivedAt
}

/** The fact that answers a question. */
export const factOf = ({ events, window }: EventQuestion) => ({ kind: 'events' as const, matches: events, window })

/**
 * The answer to a question from the counts of its events at the instant `at`; undefined while it is not certain. Once reached
 * it is, whichever way it was asked. Not reached is certain at the deadline only, for events of a window that is over may still
 * arrive; and at once where the window begins no sooner.
 */
export function answerOf(
  { match, atLeast, did, window }: EventQuestion,
  counts: readonly number[],
  { at, deadline, zone }: { readonly at: number; readonly deadline: number; readonly zone: string },
): boolean | undefined {
  const reached = match === 'all' ? counts.every((n) => n >= atLeast) : counts.reduce((a, b) => a + b, 0) >= atLeast
  if (reached) return did
  const neverOpens = window.kind === 'between' && spanOf(window, { at: deadline, zone }).from >= deadline
  return at >= deadline || neverOpens ? !did : undefined
}

/** Counts are known per entry of the list: an event that meets two entries would be added up twice. */
export const countsTwice = ({ events, match, atLeast }: EventQuestion): boolean =>
  match === 'any' && atLeast > 1 && new Set(events.map((e) => e.event)).size < events.length

/** What a search for test cases tries, so that each of the questions is answered with what was done, and without. */
export const triesOf = (questions: readonly EventQuestion[], judge: Judge, zone: string): Tries => ({
  happens: questions.flatMap(({ events, match, atLeast }) => {
    const each = events.map((event) => Array.from({ length: atLeast }, () => event))
    return match === 'all' ? [each.flat()] : each
  }),
  moments: [
    ...questions.flatMap(({ window }) => (window.kind === 'between' ? [atLocal(window.from, zone)] : [])),
    ...(judge.kind === 'wait-until' ? [atLocal(judge.local, zone) - DAY_MS] : []),
  ],
})
