import { BellRing, CircleStop } from 'lucide-react'
import { BUDGET_NAMES } from '../../../engine/core/budgets/budgets.locale.ts'
import { useFormat } from '../../format/use-format.ts'
import { classes } from '../../kit/classes.ts'
import { Icon } from '../../kit/icon.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { journeysMessages } from './locale.ts'
import type { JourneyRow } from './queries.ts'

type Standing = JourneyRow['budgets'][number]

const isStopped = ({ stoppedAt, spent, most }: Standing) => stoppedAt !== null || spent >= most
/** Rounded down: what is not wholly spent never reads as if it were. */
const percentOf = ({ spent, most }: Standing) => Math.floor((spent / most) * 100)

/** That a journey is near the end of a budget, or stopped by one; how much of which, on hover and to screen readers. */
export function BudgetMark({ budgets }: { budgets: readonly Standing[] }) {
  const t = useMessages(journeysMessages)
  const language = useLanguage()
  const format = useFormat()
  if (budgets.length === 0) return null
  const stopped = budgets.some(isStopped)
  const mark = stopped ? t('budgetStopped') : t('budgetNear', { percent: Math.max(...budgets.map(percentOf)) })
  const amounts = budgets.map(({ of, spent, most, currency }) => {
    const amount = (value: number) => (currency ? format.money(value, currency) : format.number(value))
    return `${BUDGET_NAMES[language][of]} ${amount(spent)} / ${amount(most)}`
  })
  const told = t('budgetAmounts', { amounts: amounts.join(t('budgetJoin')) })
  return (
    <span
      role="img"
      title={told}
      aria-label={`${mark} · ${told}`}
      className={classes('relative z-1 flex shrink-0 items-center gap-1', stopped ? 'text-bad' : 'text-warn')}
    >
      <Icon of={stopped ? CircleStop : BellRing} size="badge" />
      {mark}
    </span>
  )
}
