import { refusalWords } from '../../../../engine/core/explain/refusals.locale.ts'
import { Field } from '../../../kit/field.tsx'
import { Count } from '../../../kit/number.tsx'
import { NumberInput } from '../../../kit/number-input.tsx'
import { useLanguage } from '../../../locale/language.ts'
import { useMessages } from '../../../locale/messages.ts'
import { wordOf } from '../../../locale/word-of.ts'
import { amountNames, forecastMessages } from './locale.ts'
import { POINTS, type Prices, priceOf } from './prices.ts'
import { type Amounts, type Sums, total } from './sums.ts'

/** Who would come and not be let in, by reason. */
export function Refused({ refused }: { refused: Amounts }) {
  const t = useMessages(forecastMessages)
  const language = useLanguage()
  const reasons = Object.entries(refused).filter(([, n]) => n > 0)
  if (reasons.length === 0) return null
  return (
    <section>
      <h3 className="pb-1 font-semibold text-ink">{t('refused')}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-secondary">
        {reasons.map(([reason, n]) => (
          <div key={reason} className="contents">
            <dt className="text-ink-2">{refusalWords(reason, language)}</dt>
            <dd className="tabular-nums text-ink">
              <Count of={n} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What a message and points cost, to be filled in. */
export function PriceList({
  sums,
  prices,
  onPrice,
}: {
  sums: Sums
  prices: Prices
  onPrice: (name: string, price: number | null) => void
}) {
  const t = useMessages(forecastMessages)
  const names = useMessages(amountNames)
  const asked = [
    ...Object.keys(sums.messages).map((channel) => ({
      name: priceOf(channel),
      label: t('perMessage', { channel: wordOf(names, amountNames, channel) }),
    })),
    ...(total(sums.points) > 0 ? [{ name: POINTS, label: t('perPoints') }] : []),
  ]
  if (asked.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold text-ink">{t('prices')}</h3>
      {asked.map(({ name, label }) => (
        <Field key={name} label={label}>
          <NumberInput
            size="dense"
            min={0}
            step={0.01}
            unit={t('yuan')}
            value={prices[name] ?? null}
            onChange={(price) => onPrice(name, price)}
          />
        </Field>
      ))}
    </section>
  )
}
