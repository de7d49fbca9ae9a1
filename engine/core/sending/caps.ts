import { z } from 'zod'
import { CHANNELS, type Channel } from '../journey/facts.ts'
import { subtractDuration } from '../time/duration.ts'

/** How many messages a member may be sent, counted among which, in the last day or week. */
export const Cap = z.strictObject({
  /** All of the workspace; those of the journey at hand; those by one channel. */
  of: z.enum(['company', 'journey', ...CHANNELS]),
  most: z.int().min(1).max(1_000),
  per: z.enum(['day', 'week']),
})
export type Cap = Readonly<z.infer<typeof Cap>>

export const Caps = z.array(Cap).max(20)

/** Of a journey: the workspace's, none, or its own. */
export const CapsOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('own'), list: Caps.min(1) }),
])
export type CapsOf = z.infer<typeof CapsOf>

/** The caps that a journey goes by. */
export const capsOf = (own: CapsOf, workspace: readonly Cap[] = []): readonly Cap[] =>
  own.kind === 'own' ? own.list : own.kind === 'off' ? [] : workspace

/** A message that counts: neither transactional, nor blocked, nor failed. `at` is when it was planned, epoch milliseconds. */
export interface Sent {
  readonly journey: number
  readonly channel: Channel
  readonly at: number
}

/** After which instant a message counts at `at`: the window slides, and a day is 24 hours. */
export const countsAfter = (at: number, per: Cap['per']): number =>
  subtractDuration(at, { amount: per === 'day' ? 24 : 168, unit: 'hour' }, 'UTC')

/** The first cap that one more message would go over; undefined where it may be sent. */
export const reachedCap = (caps: readonly Cap[], before: readonly Sent[], next: Sent): Cap | undefined =>
  caps.find(
    ({ of, most, per }) =>
      (of === 'company' || of === 'journey' || of === next.channel) &&
      before.filter(
        (sent) =>
          sent.at > countsAfter(next.at, per) &&
          (of === 'company' || (of === 'journey' ? sent.journey === next.journey : sent.channel === of)),
      ).length >= most,
  )

/** What a trace keeps of a message that a cap stopped. */
export const overCap = ({ of, most, per }: Cap) => ({ reason: 'cap', of, most, per })
