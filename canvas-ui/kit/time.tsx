import type { Instant } from '../format/time.ts'
import { useFormat } from '../format/use-format.ts'

/**
 * An instant, with everything about it as title. `weekday` is `dateTime` with it; `near` says 明天 10:00 instead of the date, and
 * begins what it stands in.
 */
export function Time({
  at,
  as = 'dateTime',
}: {
  at: Instant
  as?: 'dateTime' | 'weekday' | 'near' | 'date' | 'time' | 'distance'
}) {
  const format = useFormat()
  const show = {
    dateTime: format.dateTime,
    weekday: format.weekdayDateTime,
    near: format.nearDateTime,
    date: format.date,
    time: (instant: Instant) => format.time(instant),
    distance: format.distance,
  }[as]
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.fullDateTime(at)}
      className={as === 'near' ? 'inline-block first-letter:uppercase' : undefined}
    >
      {show(at)}
    </time>
  )
}
