import { ChevronLeft, ChevronRight } from 'lucide-react'
import { DayPicker, type Locale } from 'react-day-picker'
import { zhCN } from 'react-day-picker/locale/zh-CN'
import { type Language, useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'

/** English is what the picker brings itself. */
const LOCALES: Record<Language, { locale?: Locale }> = { 'zh-CN': { locale: zhCN }, en: {} }

const MONTH_BUTTON = 'grid size-7 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink'

const CLASS_NAMES = {
  root: 'relative w-fit select-none',
  months: 'flex gap-4',
  month_caption: 'flex h-7 items-center px-1 font-semibold text-body text-ink',
  nav: 'absolute top-0 right-0 flex gap-1',
  button_previous: MONTH_BUTTON,
  button_next: MONTH_BUTTON,
  month_grid: 'mt-2 border-collapse',
  weekday: 'size-8 font-normal text-ink-3 text-meta',
  day: 'group/day p-0 text-center',
  day_button:
    'size-8 rounded-control text-body text-ink hover:bg-surface-3 group-data-[today]/day:font-semibold group-data-[today]/day:text-brand-text group-data-[outside]/day:text-ink-3 disabled:text-ink-3 disabled:line-through disabled:hover:bg-transparent group-data-[selected]/day:bg-brand group-data-[selected]/day:text-on-brand',
} as const

const RANGE_CLASS_NAMES = {
  range_start: 'rounded-l-control bg-brand-soft',
  range_end: 'rounded-r-control bg-brand-soft',
  hidden: 'invisible',
  range_middle: 'bg-brand-soft [&>button]:bg-transparent! [&>button]:text-ink!',
} as const

const toDate = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

const toDay = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** What both calendars have in common. `today` is the day it is where the days are meant: in the workspace's zone. */
function useCommon(shown: string | undefined, today: string, earliest: string | undefined) {
  const language = useLanguage()
  const t = useMessages(kitMessages)
  return {
    ...LOCALES[language],
    weekStartsOn: 1 as const,
    showOutsideDays: true,
    defaultMonth: toDate(shown ?? today),
    today: toDate(today),
    ...(earliest !== undefined && { disabled: { before: toDate(earliest) } }),
    labels: { labelPrevious: () => t('previousMonth'), labelNext: () => t('nextMonth') },
    components: { Chevron: Arrow },
  }
}

const Arrow = ({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) => (
  <Icon of={orientation === 'left' ? ChevronLeft : ChevronRight} />
)

/** A month to pick a day from. Days are YYYY-MM-DD: a calendar knows no zone. */
export function Calendar({
  day,
  onChange,
  earliest,
  today,
}: {
  day: string | null
  onChange: (day: string) => void
  earliest?: string | undefined
  today: string
}) {
  const common = useCommon(day ?? undefined, today, earliest)
  return (
    <DayPicker
      {...common}
      mode="single"
      required
      selected={day === null ? undefined : toDate(day)}
      onSelect={(date) => date && onChange(toDay(date))}
      classNames={CLASS_NAMES}
    />
  )
}

/** Days from the first to the last, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** Two months to pick first and last day from. */
export function RangeCalendar({
  range,
  onChange,
  today,
}: {
  range: DayRange
  onChange: (range: DayRange) => void
  today: string
}) {
  const common = useCommon(range.from, today, undefined)
  return (
    <DayPicker
      {...common}
      mode="range"
      required
      numberOfMonths={2}
      showOutsideDays={false}
      selected={{ from: toDate(range.from), to: toDate(range.to) }}
      onSelect={({ from, to }) => from && onChange({ from: toDay(from), to: toDay(to ?? from) })}
      classNames={{ ...CLASS_NAMES, ...RANGE_CLASS_NAMES }}
    />
  )
}
