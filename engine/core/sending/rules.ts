import { z } from 'zod'
import { CHANNELS, type Channel } from '../journey/facts.ts'
import { say } from '../say.ts'
import { Caps } from './caps.ts'
import { QuietHours } from './quiet-hours.ts'

const CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD'] as const
export type Currency = (typeof CURRENCIES)[number]

const isPrice = (price: number) => Math.abs(price * 10_000 - Math.round(price * 10_000)) < 1e-6
/** In the main unit of the currency. */
const Price = z
  .number()
  .min(0)
  .max(10_000)
  .refine(isPrice, say('a price has at most four decimals', '单价最多四位小数'))

const ofChannels = Object.fromEntries(CHANNELS.map((channel) => [channel, Price.optional()])) as Record<
  Channel,
  z.ZodOptional<typeof Price>
> // one of each channel

/** What is paid for: budgets of money and forecasts count by it. */
const PriceList = z.strictObject({
  currency: z.enum(CURRENCIES).default(CURRENCIES[0]),
  /** Of one message, by channel. */
  messages: z.strictObject(ofChannels).default({}),
  /** Of 100 points. */
  points: Price.optional(),
})

/** What holds for the messages of every journey of a workspace that says nothing else. */
export const SendingRules = z.strictObject({
  quietHours: QuietHours.optional(),
  caps: Caps.default([]),
  prices: PriceList.optional(),
})
export type SendingRules = z.infer<typeof SendingRules>

/** The currency of a workspace, ISO 4217. */
export const currencyOf = ({ prices }: SendingRules): string => prices?.currency ?? CURRENCIES[0]
