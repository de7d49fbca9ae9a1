import { fullMoney, fullNumber, isShortened, NONE, ratePoints } from '../format/number.ts'
import { useFormat } from '../format/use-format.ts'

/** A count of people or things; the full value as title where it is shortened. `null`: does not apply, or is not known yet. */
export function Count({ of: value }: { of: number | null }) {
  const format = useFormat()
  if (value === null) return <span className="text-ink-3">{NONE}</span>
  if (value === 0) return <span className="text-ink-3">0</span>
  if (!isShortened(value)) return format.number(value)
  return <span title={fullNumber(value)}>{format.number(value)}</span>
}

/** An amount in the main unit of `currency` (ISO 4217). */
export function Money({ of: amount, currency }: { of: number | null; currency: string }) {
  const format = useFormat()
  if (amount === null) return <span className="text-ink-3">{NONE}</span>
  if (!isShortened(amount)) return format.money(amount, currency)
  return <span title={fullMoney(amount, currency)}>{format.money(amount, currency)}</span>
}

/** A difference of rates: green where it is a gain, red where it is a loss, its sign always written. */
export function Lift({ of: difference }: { of: number }) {
  const text = ratePoints(difference)
  return (
    <span className={text.startsWith('+') ? 'text-ok' : text.startsWith('−') ? 'text-bad' : 'text-ink-3'}>{text}</span>
  )
}
