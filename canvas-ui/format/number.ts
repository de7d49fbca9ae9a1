import type { Language } from '../locale/language.ts'

/** What stands where a number does not apply or is not known yet: never 0. */
export const NONE = '—'

const UNITS = {
  'zh-CN': [
    [1e4, ' 万'],
    [1e8, ' 亿'],
    [1e12, ' 万亿'],
  ],
  en: [
    [1e3, 'k'],
    [1e6, 'M'],
    [1e9, 'B'],
  ],
} as const

const CURRENCY_DECIMALS = 2
const grouped = new Map<number, Intl.NumberFormat>()

function withSeparators(value: number, decimals: number, atLeast = 0): string {
  const key = decimals * 10 + atLeast
  let format = grouped.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en', { maximumFractionDigits: decimals, minimumFractionDigits: atLeast })
    grouped.set(key, format)
  }
  return format.format(Math.abs(value))
}

/** −0.04 shown with one decimal is 0.0: the sign goes with what is seen. */
const minus = (value: number, shown: string): string => (value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown)

/** Every digit, grouped by three: 12,408. At most three decimals. For titles and exports. */
export function fullNumber(value: number): string {
  return minus(value, withSeparators(value, 3))
}

/** Whether `shortNumber` leaves something out, so that the full value has to be shown on hover. */
export const isShortened = (value: number): boolean => Math.abs(value) >= 10_000

/** In full below 10,000; from there one decimal and a unit: 1.2 万, 3.4 亿; 12.4k, 3.4M. */
export function shortNumber(value: number, language: Language): string {
  if (!isShortened(value)) return fullNumber(value)
  const size = Math.abs(value)
  const units = UNITS[language]
  // What rounds up to the next unit's 1 is shown in the next unit: 999,950 is 1M, not 1,000k.
  const [unit, name] =
    units.findLast(([unit], at) => {
      const shown = (units[at - 1]?.[0] ?? 1) / 10
      return Math.round(size / shown) * shown >= unit
    }) ?? units[0]
  return minus(value, `${withSeparators(Math.round(size / (unit / 10)) / 10, 1)}${name}`)
}

/** A share of one with one decimal: 0.2149 is 21.5%. */
export const rate = (share: number): string => minus(share, `${withSeparators(share * 100, 1, 1)}%`)

/** A difference of two shares, always with its sign: 0.051 is +5.1 pp. */
export function ratePoints(difference: number): string {
  const shown = withSeparators(difference * 100, 1, 1)
  if (!/[1-9]/.test(shown)) return `${shown} pp`
  return `${difference > 0 ? '+' : '−'}${shown} pp`
}

/** An interval of differences of shares, in percentage points: 3.6–6.6; −0.3 至 2.9 where a dash would read as a sign. */
export function pointsInterval(low: number, high: number, language: Language): string {
  const [from, to] = [low, high].map((end) => minus(end, withSeparators(end * 100, 1, 1)))
  if (low >= 0) return `${from}–${to}`
  return `${from} ${language === 'zh-CN' ? '至' : 'to'} ${to}`
}

const symbols = new Map<string, string>()

function symbolOf(currency: string): string {
  let symbol = symbols.get(currency)
  if (symbol === undefined) {
    const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value
    symbol = parts === undefined || parts === currency ? `${currency} ` : parts
    symbols.set(currency, symbol)
  }
  return symbol
}

/** An amount in the currency's main unit (yuan, not fen), every digit: ¥1,234.00. `currency` is an ISO 4217 code. */
export const fullMoney = (amount: number, currency: string): string =>
  minus(amount, symbolOf(currency) + withSeparators(amount, CURRENCY_DECIMALS, CURRENCY_DECIMALS))

/** ¥1,234.00 below 10,000, from there ¥48.6 万 or ¥486k. */
export function shortMoney(amount: number, currency: string, language: Language): string {
  if (!isShortened(amount)) return fullMoney(amount, currency)
  return minus(amount, symbolOf(currency) + shortNumber(Math.abs(amount), language))
}
