import { BUDGET_NAMES } from '../../../../engine/core/budgets/budgets.locale.ts'
import { refusalWords } from '../../../../engine/core/explain/refusals.locale.ts'
import { useFormat } from '../../../format/use-format.ts'
import { Button } from '../../../kit/button.tsx'
import { Field } from '../../../kit/field.tsx'
import { Count, Money } from '../../../kit/number.tsx'
import { NumberInput } from '../../../kit/number-input.tsx'
import { useLanguage } from '../../../locale/language.ts'
import { useMessages } from '../../../locale/messages.ts'
import { wordOf } from '../../../locale/word-of.ts'
import { amountNames, forecastMessages } from './locale.ts'
import { POINTS, priceOf } from './prices.ts'
import { type Amounts, type Sums, type Told, total } from './sums.ts'
import type { PriceTrial } from './use-prices.ts'

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

/** What becomes of the budgets: what is spent at the end of the time, and from which day on somebody is refused. */
export function Budgets({ budgets, currency }: { budgets: Told['budgets']; currency: string }) {
  const t = useMessages(forecastMessages)
  const language = useLanguage()
  const format = useFormat()
  if (budgets.length === 0) return null
  return (
    <section aria-label={t('budgets')} className="flex flex-col gap-2">
      <h3 className="font-semibold text-ink">{t('budgets')}</h3>
      {budgets.map(({ of, most, spent, outOn, refused }) => {
        const amount = (value: number) =>
          of === 'money' ? <Money of={value} currency={currency} /> : <Count of={value} />
        return (
          <div key={of} className="text-secondary">
            <div className="flex justify-between gap-3">
              <span className="text-ink-2">{BUDGET_NAMES[language][of]}</span>
              <span className="tabular-nums text-ink">
                {amount(spent)} / {amount(most)}
              </span>
            </div>
            <div className={outOn === null ? 'text-ink-3' : 'text-warn'}>
              {outOn === null ? t('enough') : t('runsOut', { day: format.date(`${outOn}T12:00:00Z`), count: refused })}
            </div>
          </div>
        )
      })}
    </section>
  )
}

/** What a message and points cost, to be tried, and kept for the workspace. */
export function PriceList({ sums, trial }: { sums: Sums; trial: PriceTrial }) {
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
            unit={trial.currency}
            value={trial.prices[name] ?? null}
            onChange={(price) => trial.try(name, price)}
          />
        </Field>
      ))}
      {trial.keep && (
        <Button size="dense" className="self-start" busy={trial.isKeeping} onClick={trial.keep}>
          {t('keepPrices')}
        </Button>
      )}
    </section>
  )
}
