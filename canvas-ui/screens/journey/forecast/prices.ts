import type { Amounts } from './sums.ts'

/** What one message of a channel costs, and 100 points, in the workspace's currency: by `message/<channel>` and `points`. */
export type Prices = Readonly<Record<string, number>>

export const POINTS = 'points'
const HUNDRED = 100
const MESSAGE = 'message/'
export const priceOf = (channel: string) => `${MESSAGE}${channel}`

/** Prices as the workspace keeps them. */
export interface KeptPrices {
  readonly messages?: Readonly<Record<string, number | undefined>> | undefined
  readonly points?: number | undefined
}

export function pricesFrom({ messages = {}, points }: KeptPrices = {}): Prices {
  const ofMessages = Object.entries(messages).flatMap(([channel, price]) =>
    price === undefined ? [] : [[priceOf(channel), price] as const],
  )
  return Object.fromEntries(points === undefined ? ofMessages : [...ofMessages, [POINTS, points]])
}

/** The same as the workspace keeps them. */
export function keptFrom(prices: Prices): KeptPrices {
  const messages = Object.entries(prices).flatMap(([name, price]) =>
    name.startsWith(MESSAGE) ? [[name.slice(MESSAGE.length), price] as const] : [],
  )
  const points = prices[POINTS]
  return { messages: Object.fromEntries(messages), ...(points !== undefined && { points }) }
}

/** What messages by channel and points by account cost; null where no price of them is known. */
export function costOf(messages: Amounts, points: Amounts, prices: Prices): number | null {
  const parts = [
    ...Object.entries(messages).map(([channel, n]) => [n, prices[priceOf(channel)]] as const),
    ...Object.values(points).map((n) => [n / HUNDRED, prices[POINTS]] as const),
  ].flatMap(([n, price]) => (price === undefined ? [] : [n * price]))
  return parts.length > 0 ? parts.reduce((all, part) => all + part, 0) : null
}
