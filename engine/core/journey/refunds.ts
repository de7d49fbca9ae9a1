import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'
import { fieldValue } from '../rules/evaluate.ts'
import { EventProperty } from '../rules/event-property.ts'

/** The outcome of a reward that a refund takes back. */
export const REVERSED = 'reversed'

/** An order as a reward remembers it. `amount` is in ten-thousandths of its currency; null: unknown, and any refund is of the whole. */
export const Order = z.strictObject({ id: z.string(), amount: z.int().nullable() })
export type Order = z.infer<typeof Order>

/** A refund of an order. `amount` is in ten-thousandths; null: of all that is left. */
export interface Refund {
  readonly order: string
  /** Of equal ones only the first counts. */
  readonly refund: string
  readonly amount: number | null
}

/** Which properties of the event that began a journey are its order; absent: the usual names. */
export const OrderSetting = z.strictObject({
  id: EventProperty.optional(),
  amount: EventProperty.optional(),
})
export type OrderSetting = z.infer<typeof OrderSetting>

/** What a workspace calls a refund; properties that are absent have the usual names. */
export const RefundRules = z.strictObject({
  events: z.array(z.string().trim().min(1).max(200)).min(1).max(10).default(['order refunded', 'Order Refunded']),
  order: EventProperty.optional(),
  refund: EventProperty.optional(),
  amount: EventProperty.optional(),
  /** Accounts that a refund may take below zero; from others it takes what is there. */
  belowZero: z
    .array(z.enum(['spendable', 'growth', 'yearly']))
    .max(3)
    .default([]),
})
export type RefundRules = z.infer<typeof RefundRules>

const ORDER = ['event.orderId', 'event.order_id']
const REFUND = ['event.refundId', 'event.refund_id']
const ORDER_AMOUNT = ['event.amount', 'event.total']
const REFUND_AMOUNT = ['event.refundAmount', 'event.refund_amount', 'event.amount', 'event.total']

/** The properties that are read for the order of a reward, likeliest first. */
const pathsOf = (chosen: string | undefined, usual: readonly string[]) => (chosen === undefined ? usual : [chosen])

function firstOf(paths: readonly string[], event: unknown): Json | undefined {
  for (const path of paths) {
    const value = fieldValue(path, { event })
    if (value !== undefined && value !== null) return value
  }
  return undefined
}

const LONGEST_ID = 200

function idOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const id = String(value).trim()
  return id === '' || id.length > LONGEST_ID ? undefined : id
}

/** Beyond it ten-thousandths are not exact any more. */
const MOST = 900_000_000_000

/** An amount of money, a number or a text of one, in ten-thousandths; undefined where it is none. */
function moneyOf(value: Json | undefined): number | undefined {
  const text = typeof value === 'string' ? value.trim() : undefined
  const amount = text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : value
  return typeof amount === 'number' && amount >= 0 && amount <= MOST ? Math.round(amount * 10_000) : undefined
}

/** The order of the event that began a journey; undefined where it names none. */
export function orderOf(setting: OrderSetting, event: unknown): Order | undefined {
  const id = idOf(firstOf(pathsOf(setting.id, ORDER), event))
  if (id === undefined) return undefined
  return { id, amount: moneyOf(firstOf(pathsOf(setting.amount, ORDER_AMOUNT), event)) ?? null }
}

/**
 * The refund that an event tells of; undefined where it is none: another event, no order, or an amount that cannot be read. One
 * without an id of its own has `id`, that of its event.
 */
export function refundOf(
  rules: RefundRules,
  { name, properties, id }: { name: string; properties: JsonObject; id: string },
): Refund | undefined {
  if (!rules.events.includes(name)) return undefined
  const order = idOf(firstOf(pathsOf(rules.order, ORDER), properties))
  if (order === undefined) return undefined
  const refund = idOf(firstOf(pathsOf(rules.refund, REFUND), properties)) ?? id
  const told = firstOf(pathsOf(rules.amount, REFUND_AMOUNT), properties)
  if (told === undefined) return { order, refund, amount: null }
  const amount = moneyOf(told)
  return amount === undefined ? undefined : { order, refund, amount }
}

/**
 * How much of what was given is due back after all these refunds of its order: their part of it, rounded down, and everything once
 * the order is refunded. What one refund takes back is the difference that it makes, so that refunds of the whole order, in
 * whatever parts, take back exactly what was given.
 */
export function dueBack(given: number, order: number | null, refunds: readonly (number | null)[]): number {
  if (refunds.length === 0) return 0
  const refunded = refunds.reduce<number>((sum, amount) => sum + (amount ?? Number.POSITIVE_INFINITY), 0)
  if (order === null || refunded >= order) return given
  return Number((BigInt(given) * BigInt(refunded)) / BigInt(order))
}

/** Whether refunds leave nothing of an order. */
export const isRefunded = (order: number | null, refunds: readonly (number | null)[]): boolean =>
  dueBack(1, order, refunds) === 1
