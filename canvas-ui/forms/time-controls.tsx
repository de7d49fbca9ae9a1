import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { Duration } from '../../engine/core/time/duration.ts'
import { atLocal, localDate } from '../../engine/core/time/zone.ts'
import { localDateTime, wallClock } from '../format/time.ts'
import { Calendar } from '../kit/calendar.tsx'
import { classes } from '../kit/classes.ts'
import { DateTimeInput } from '../kit/date-time-input.tsx'
import { DurationInput } from '../kit/duration-input.tsx'
import { useFieldControl } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { Popover } from '../kit/popover.tsx'
import { TimeInput } from '../kit/time-input.tsx'
import { useLanguage } from '../locale/language.ts'
import { isObject } from './draft.ts'
import { type ControlProps, useForm } from './form-context.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

export function DurationControl({ path, value, onChange }: ControlProps) {
  const { readOnly } = useForm()
  const { amount, unit } = isObject(value) ? value : {}
  return (
    <DurationInput
      value={{
        amount: typeof amount === 'number' ? amount : null,
        unit: Duration.shape.unit.catch('day').parse(unit),
      }}
      onChange={(next) => onChange({ ...next }, path)}
      disabled={readOnly}
    />
  )
}

/** A date and time on the journey's clock; `keepsInstant` where the instant itself is saved. */
export function DateTimeControl({
  path,
  value,
  onChange,
  within,
  label,
  keepsInstant,
}: ControlProps & { keepsInstant: boolean }) {
  const form = useForm()
  // Settings that name a zone mean it for the times beside it.
  const zone = typeof within.zone === 'string' && within.zone !== '' ? within.zone : form.zone
  const text = typeof value === 'string' ? value : ''
  const local = keepsInstant ? localOf(text, zone) : LOCAL.test(text) ? text : null
  return (
    <DateTimeInput
      aria-label={label}
      value={local}
      zone={zone}
      onChange={(next) => onChange(keepsInstant ? new Date(atLocal(next, zone)).toISOString() : next, path)}
      disabled={form.readOnly}
      className="w-full"
    />
  )
}

function localOf(instant: string, zone: string): string | null {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return null
  const { year, month, day, hour, minute } = wallClock(at, zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

export function DayControl({ path, value, onChange, label }: ControlProps) {
  const { zone, readOnly } = useForm()
  const language = useLanguage()
  const field = useFieldControl()
  const [open, setOpen] = useState(false)
  const day = typeof value === 'string' && DAY.test(value) ? value : null
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={label}
      className="w-fit p-3"
      trigger={
        <button
          type="button"
          {...field}
          disabled={readOnly}
          className="field-edge flex h-8 w-full min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-left text-body text-ink"
        >
          <Icon of={CalendarDays} size="tile" className="text-ink-3" />
          <span className={classes('truncate', day === null && 'text-ink-3')}>
            {day === null ? '—' : localDateTime(day, language)}
          </span>
        </button>
      }
    >
      <Calendar
        day={day}
        today={localDate(Date.now(), zone)}
        onChange={(picked) => {
          onChange(picked, path)
          setOpen(false)
        }}
      />
    </Popover>
  )
}

export function TimeOfDayControl({ path, value, onChange, label }: ControlProps) {
  return (
    <TimeInput
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(time) => onChange(time, path)}
    />
  )
}
