import { BellRing, CircleStop } from 'lucide-react'
import type { ReactNode } from 'react'
import { BUDGET_NAMES } from '../../../engine/core/budgets/budgets.locale.ts'
import { ALERT_PERCENT, isNearlySpent } from '../../../engine/core/budgets/budgets.ts'
import { useFormat } from '../../format/use-format.ts'
import { classes } from '../../kit/classes.ts'
import { Icon } from '../../kit/icon.tsx'
import { Count, Money } from '../../kit/number.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { budgetMessages } from './budgets-locale.ts'
import type { Check, Counts } from './queries.ts'

type Standing = Counts['budgets'][number]
type Plan = Check['budgets'][number]

const LOOKS = {
  open: { bar: 'bg-bar-strong', text: 'text-ink-3', icon: undefined },
  alerted: { bar: 'bg-warn', text: 'text-warn', icon: BellRing },
  stopped: { bar: 'bg-bad', text: 'text-bad', icon: CircleStop },
} as const

const stateOf = ({ most, spent, stoppedAt }: Pick<Standing, 'most' | 'spent' | 'stoppedAt'>): keyof typeof LOOKS =>
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
  const { bar, text, icon } = LOOKS[stateOf(budget)]
  return (
    <Spent of={budget} bar={bar}>
      <p className={classes('flex min-w-0 items-center gap-1 text-meta', text)}>
        {icon && <Icon of={icon} size="badge" />}
        <span className="truncate">
          <Words budget={budget} />
        </span>
      </p>
    </Spent>
  )
}

/** What the budgets of a journey become once the draft is published, and how much of each is spent already. */
export function BudgetPlans({ plans }: { plans: readonly Plan[] }) {
  const t = useMessages(budgetMessages)
  if (plans.length === 0) return null
  return (
    <section aria-label={t('budgets')} className="flex flex-col gap-3">
      <div className="font-medium text-ink">{t('budgets')}</div>
      {plans.map((plan) => (
        <BudgetPlan key={plan.of} plan={plan} />
      ))}
    </section>
  )
}

function BudgetPlan({ plan }: { plan: Plan }) {
  const t = useMessages(budgetMessages)
  const format = useFormat()
  const { of, most, before, spent, currency } = plan
  const amount = (value: number) => (currency ? format.money(value, currency) : format.number(value))
  const change =
    before === null
      ? t(spent > 0 ? 'newSpent' : 'new')
      : most === null
        ? t('dropped', { before: amount(before) })
        : most === before
          ? t('same')
          : t(most > before ? 'raised' : 'lowered', { before: amount(before), most: amount(most) })
  const state = most === null ? 'open' : stateOf({ most, spent, stoppedAt: null })
  const { bar, text, icon } = LOOKS[state]
  const now = state === 'stopped' ? t('used', { way: t(wayOf(of)) }) : state === 'alerted' && t('near')
  return (
    <Spent of={plan} bar={bar}>
      <p className="text-ink-2 text-secondary">{change}</p>
      {now && (
        <p className={classes('flex items-center gap-1 text-secondary', text)}>
          {icon && <Icon of={icon} size="badge" />}
          {now}
        </p>
      )}
    </Spent>
  )
}

/** How much of a budget is spent, as a bar where it has an end, and what there is to say of it. */
function Spent({
  of: { of, most, spent, currency },
  bar,
  children,
}: {
  of: Pick<Plan, 'of' | 'most' | 'spent' | 'currency'>
  bar: string
  children: ReactNode
}) {
  const language = useLanguage()
  const t = useMessages(budgetMessages)
  const name = BUDGET_NAMES[language][of]
  const amount = (value: number) => (currency ? <Money of={value} currency={currency} /> : <Count of={value} />)
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3 text-secondary">
        <span className="truncate text-ink-2">{name}</span>
        <span className="tabular-nums whitespace-nowrap text-ink-3">
          <span className="font-medium text-ink">{amount(spent)}</span> / {most === null ? t('noEnd') : amount(most)}
        </span>
      </div>
      {most !== null && (
        // biome-ignore lint/a11y/useSemanticElements: the browser's own meter cannot carry a mark, nor be drawn alike everywhere
        <div
          role="meter"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={Math.max(most, spent)}
          aria-valuenow={spent}
          className="relative h-2 rounded-full bg-surface-3"
        >
          <span
            className={classes('block h-full rounded-full', bar)}
            style={{ width: `${most === 0 ? 100 : Math.min(100, (spent / most) * 100)}%` }}
          />
          <i
            aria-hidden
            className="absolute -inset-y-0.5 w-0.5 rounded-full bg-control"
            style={{ left: `${ALERT_PERCENT}%` }}
          />
        </div>
      )}
      {children}
    </div>
  )
}

/** How those leave for whom there is no room. */
const wayOf = (of: Standing['of']) => (of === 'points' ? 'overBudget' : 'blocked')

function Words({ budget }: { budget: Standing }) {
  const t = useMessages(budgetMessages)
  const format = useFormat()
  const { alertedAt, stoppedAt, refused, of } = budget
  const way = t(wayOf(of))
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
