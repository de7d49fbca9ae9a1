import { CalendarDays } from 'lucide-react'
import { useContext, useState } from 'react'
import { localDate } from '../../engine/core/time/zone.ts'
import { isForeignClock, localDateTime, offsetName, readerZone, zoneName } from '../format/time.ts'
import { ShownZone } from '../format/use-format.ts'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { Button } from './button.tsx'
import { Calendar } from './calendar.tsx'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'
import { Icon } from './icon.tsx'
import { FIELD_HEIGHTS, type FieldSize } from './input.tsx'
import { kitMessages } from './locale.ts'
import { Popover } from './popover.tsx'
import { TimeInput } from './time-input.tsx'

const FIRST_TIME = '10:00'

/**
 * A date and a time of day (24 h) on the clock of `zone`: `value` is local, YYYY-MM-DDTHH:mm, as settings keep it.
 * The zone is written out where the reader's own clock differs.
 */
export function DateTimeInput({
  value,
  onChange,
  zone: givenZone,
  earliest,
  size = 'normal',
  disabled,
  className,
  'aria-label': label,
}: {
  value: string | null
  onChange: (value: string) => void
  /** IANA; the workspace's when absent. */
  zone?: string | undefined
  /** First day that can be picked, YYYY-MM-DD. */
  earliest?: string | undefined
  size?: FieldSize | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  'aria-label'?: string | undefined
}) {
  const t = useMessages(kitMessages)
  const language = useLanguage()
  const field = useFieldControl()
  const shownZone = useContext(ShownZone)
  const zone = givenZone ?? shownZone
  const [open, setOpen] = useState(false)
  const [day, time] = value?.split('T') ?? []
  // Close enough to know the offset there, but within an hour of a clock change.
  const around = value === null ? Date.now() : Date.parse(`${value}Z`)
  const foreign = isForeignClock(around, { language, zone, reader: readerZone() })
  const offset = offsetName(around, zone)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('pickDateTime')}
      className="w-fit p-3"
      trigger={
        <button
          type="button"
          {...field}
          aria-label={label}
          disabled={disabled}
          className={classes(
            'field-edge flex min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-left text-ink',
            FIELD_HEIGHTS[size],
            className,
          )}
        >
          <Icon of={CalendarDays} size="tile" className="text-ink-3" />
          <span className={classes('min-w-0 flex-1 truncate', value === null && 'text-ink-3')}>
            {value === null ? t('pickDateTime') : localDateTime(value, language)}
          </span>
          {foreign && <span className="text-ink-3 text-secondary">{offset}</span>}
        </button>
      }
    >
      <Calendar
        day={day ?? null}
        earliest={earliest}
        today={localDate(Date.now(), zone)}
        onChange={(picked) => onChange(`${picked}T${time ?? FIRST_TIME}`)}
      />
      <div className="mt-3 flex items-center gap-2 border-border border-t pt-3">
        <TimeInput
          aria-label={t('time')}
          value={time ?? FIRST_TIME}
          onChange={(typed) => onChange(`${day ?? localDate(Date.now(), zone)}T${typed}`)}
        />
        {foreign && (
          <span className="w-0 min-w-0 flex-1 text-ink-3 text-meta">
            {zoneName(zone, language, around)} {offset}
          </span>
        )}
        <Button size="dense" look="primary" className="ml-auto" onClick={() => setOpen(false)}>
          {t('apply')}
        </Button>
      </div>
    </Popover>
  )
}
