import { CalendarDays, ChevronDown } from 'lucide-react'
import { useContext } from 'react'
import { localDate } from '../../engine/core/time/zone.ts'
import { dayRange } from '../format/time.ts'
import { ShownZone } from '../format/use-format.ts'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { Button } from './button.tsx'
import { type DayRange, RangeCalendar } from './calendar.tsx'
import { kitMessages } from './locale.ts'
import { Popover } from './popover.tsx'

/** The days a report is about, on the workspace's calendar. */
export function DateRangeInput({ range, onChange }: { range: DayRange; onChange: (range: DayRange) => void }) {
  const t = useMessages(kitMessages)
  const language = useLanguage()
  const today = localDate(Date.now(), useContext(ShownZone))
  return (
    <Popover
      label={t('pickDays')}
      align="end"
      className="w-fit p-3"
      trigger={
        <Button icon={CalendarDays} iconAfter={ChevronDown}>
          {dayRange(range.from, range.to, today, language)}
        </Button>
      }
    >
      <RangeCalendar range={range} onChange={onChange} today={today} />
    </Popover>
  )
}
