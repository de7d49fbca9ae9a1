import { z } from 'zod'
import { BUDGETED_ACCOUNT, OVER_BUDGET } from '../../engine/core/budgets/budgets.ts'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { Order, OrderSetting, orderOf, REVERSED } from '../../engine/core/journey/refunds.ts'
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
  /** Of what order it is: refunds take it back. */
  order: OrderSetting.optional(),
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
  reversible: true,
  outcomes: ({ order }) => (order ? ['granted', OVER_BUDGET, REVERSED] : ['granted', OVER_BUDGET]),
  spends: ({ account }) =>
    account === BUDGETED_ACCOUNT ? { of: 'points', amount: ({ points }) => Number(points) } : undefined,
  facts: ({ amount, order }) => (amount.kind === 'rate' || order ? { entry: { kind: 'entry-data' as const } } : {}),
  decide: ({ amount, order: setting }, facts) => {
    const points = amount.kind === 'fixed' ? amount.points : pointsOf(amount, facts.entry)
    if (points === 0) return leave('granted', { points })
    const order = setting && orderOf(setting, facts.entry)
    return perform(order ? { points, order } : { points })
  },
  rehearse: ({ account }, { points, order: told }, { isRefunded }) => {
    const amount = Number(points)
    const order = told === undefined ? {} : { order: Order.parse(told) }
    if (order.order && isRefunded(order.order)) return { goes: leave(REVERSED, { order: order.order.id }) }
    return { goes: leave('granted', { points: amount }), deeds: [{ do: 'points', account, amount, ...order }] }
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
