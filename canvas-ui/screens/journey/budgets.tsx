import { BellRing, CircleStop } from 'lucide-react'
import { BUDGET_NAMES } from '../../../engine/core/budgets/budgets.locale.ts'
import { ALERT_PERCENT, isNearlySpent } from '../../../engine/core/budgets/budgets.ts'
import { useFormat } from '../../format/use-format.ts'
import { classes } from '../../kit/classes.ts'
import { Icon } from '../../kit/icon.tsx'
import { Count, Money } from '../../kit/number.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { budgetMessages } from './budgets-locale.ts'
import type { Counts } from './queries.ts'

type Standing = Counts['budgets'][number]

const LOOKS = {
  open: { bar: 'bg-bar-strong', text: 'text-ink-3', icon: undefined },
  alerted: { bar: 'bg-warn', text: 'text-warn', icon: BellRing },
  stopped: { bar: 'bg-bad', text: 'text-bad', icon: CircleStop },
} as const

const stateOf = ({ most, spent, stoppedAt }: Standing): keyof typeof LOOKS =>
  stoppedAt !== null || spent >= most ? 'stopped' : isNearlySpent({ most, spent }) ? 'alerted' : 'open'

/** What a journey has spent of each budget: a bar up to its end, the mark where it alerts, and what comes next. */
export function BudgetBars({ budgets, className }: { budgets: readonly Standing[]; className?: string | undefined }) {
  const t = useMessages(budgetMessages)
  if (budgets.length === 0) return null
  return (
    <section aria-label={t('budgets')} className={classes('grid gap-x-8 gap-y-3', COLUMNS[budgets.length], className)}>
      {budgets.map((budget) => (
        <BudgetBar key={budget.of} budget={budget} />
      ))}
    </section>
  )
}

/** By how many there are: bars that stand alone need not be as wide as the window. */
const COLUMNS: Readonly<Record<number, string>> = {
  1: 'grid-cols-[minmax(0,28rem)]',
  2: 'grid-cols-[repeat(2,minmax(0,28rem))]',
  3: 'grid-cols-[repeat(3,minmax(0,28rem))]',
}

function BudgetBar({ budget }: { budget: Standing }) {
  const language = useLanguage()
  const { of, most, spent, currency } = budget
  const { bar, text, icon } = LOOKS[stateOf(budget)]
  const name = BUDGET_NAMES[language][of]
  const share = most === 0 ? 1 : Math.min(1, spent / most)
  const amount = (value: number) => (currency ? <Money of={value} currency={currency} /> : <Count of={value} />)
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3 text-secondary">
        <span className="truncate text-ink-2">{name}</span>
        <span className="tabular-nums whitespace-nowrap text-ink-3">
          <span className="font-medium text-ink">{amount(spent)}</span> / {amount(most)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the browser's own meter cannot carry a mark, nor be drawn alike everywhere */}
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(most, spent)}
        aria-valuenow={spent}
        className="relative h-2 rounded-full bg-surface-3"
      >
        <span className={classes('block h-full rounded-full', bar)} style={{ width: `${share * 100}%` }} />
        <i
          aria-hidden
          className="absolute -inset-y-0.5 w-0.5 rounded-full bg-control"
          style={{ left: `${ALERT_PERCENT}%` }}
        />
      </div>
      <p className={classes('flex min-w-0 items-center gap-1 text-meta', text)}>
        {icon && <Icon of={icon} size="badge" />}
        <span className="truncate">
          <Words budget={budget} />
        </span>
      </p>
    </div>
  )
}

function Words({ budget }: { budget: Standing }) {
  const t = useMessages(budgetMessages)
  const format = useFormat()
  const { alertedAt, stoppedAt, refused, of } = budget
  const way = t(of === 'points' ? 'overBudget' : 'blocked')
  switch (stateOf(budget)) {
    case 'stopped':
      if (stoppedAt === null) return t('used', { way })
      return t('stopped', { time: format.dateTime(stoppedAt), count: refused, way })
    case 'alerted':
      return alertedAt === null ? t('near') : t('alerted', { time: format.dateTime(alertedAt) })
    case 'open':
      return refused > 0 ? t('again', { count: refused }) : t('alerts', { percent: ALERT_PERCENT })
  }
}
