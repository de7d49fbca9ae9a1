import { z } from 'zod'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { fieldValue } from '../../engine/core/rules/evaluate.ts'
import { EventProperty } from '../../engine/core/rules/event-property.ts'
import { Duration } from '../../engine/core/time/duration.ts'

const Amount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), points: z.int().min(1).max(1_000_000) }),
  z.strictObject({
    kind: z.literal('rate'),
    /** A number of the triggering event, such as its order amount. */
    of: EventProperty,
    perUnit: z.number().positive().max(10_000),
    rounding: z.enum(['down', 'nearest']).default('down'),
  }),
])
type Amount = z.infer<typeof Amount>

const Settings = z.strictObject({
  account: z.enum(['spendable', 'growth', 'yearly']).default('spendable'),
  amount: Amount,
  expiresAfter: Duration.optional(),
  reason: z.string().trim().min(1).max(80).default('journey'),
})

function pointsOf(amount: Extract<Amount, { kind: 'rate' }>, entry: unknown): number {
  const base = fieldValue(amount.of, { event: entry })
  if (typeof base !== 'number') throw new Error(`${amount.of} is not a number in the event that began the journey`)
  const points = base * amount.perUnit
  return Math.min(
    Math.max(0, amount.rounding === 'down' ? Math.floor(points) : Math.round(points)),
    Number.MAX_SAFE_INTEGER,
  )
}

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'grant-points',
  version: 1,
  category: 'reward',
  settings: Settings,
  defaults: { account: 'spendable', amount: { kind: 'fixed', points: 100 }, reason: 'journey' },
  outcomes: () => ['granted'],
  facts: ({ amount }) => (amount.kind === 'rate' ? { entry: { kind: 'entry-data' as const } } : {}),
  decide: ({ amount }, facts) => {
    const points = amount.kind === 'fixed' ? amount.points : pointsOf(amount, facts.entry)
    return points === 0 ? leave('granted', { points }) : perform({ points })
  },
  rehearse: ({ account }, body) => {
    const amount = Number(body.points)
    return { goes: leave('granted', { points: amount }), deeds: [{ do: 'points', account, amount }] }
  },
  tries: ({ amount }) =>
    amount.kind === 'rate'
      ? {
          members: [
            { field: amount.of, op: 'gte', value: 1 },
            { field: amount.of, op: 'empty' },
          ],
        }
      : {},
})
