import { useState } from 'react'
import { z } from 'zod'
import type { Amounts } from './sums.ts'

/** What one message of a channel costs, and 100 points, in yuan: by `message/<channel>` and `points`. */
const Prices = z.record(z.string(), z.number().min(0))
export type Prices = z.infer<typeof Prices>

export const POINTS = 'points'
const HUNDRED = 100
export const priceOf = (channel: string) => `message/${channel}`

function kept(place: string): Prices {
  try {
    return Prices.parse(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    return {}
  }
}

/** The prices of a workspace, as this browser remembers them. */
export function usePrices(ws: string): readonly [Prices, (name: string, price: number | null) => void] {
  const place = `waymark/prices/${ws}`
  const [prices, setPrices] = useState(() => kept(place))
  const set = (name: string, price: number | null) => {
    const { [name]: _, ...others } = prices
    const next = price === null || price < 0 ? others : { ...others, [name]: price }
    localStorage.setItem(place, JSON.stringify(next))
    setPrices(next)
  }
  return [prices, set]
}

/** What messages by channel and points by account cost, in yuan; null where no price of them is known. */
export function costOf(messages: Amounts, points: Amounts, prices: Prices): number | null {
  const parts = [
    ...Object.entries(messages).map(([channel, n]) => [n, prices[priceOf(channel)]] as const),
    ...Object.values(points).map((n) => [n / HUNDRED, prices[POINTS]] as const),
  ].flatMap(([n, price]) => (price === undefined ? [] : [n * price]))
  return parts.length > 0 ? parts.reduce((all, part) => all + part, 0) : null
}
