import type { Report } from './queries.ts'

type Day = Report['days'][number]

const DAY_MS = 86_400_000
/** More would be bars too thin to see. */
const MOST_DAYS = 366

/** Every day of a range, the newest of them where they are too many; the server tells of those on which something happened. */
export function everyDay(told: readonly Day[], { from, to }: { readonly from: string; readonly to: string }): Day[] {
  const known = new Map(told.map((day) => [day.day, day]))
  const last = Date.parse(to)
  const first = Math.max(Date.parse(from), last - (MOST_DAYS - 1) * DAY_MS)
  const days: Day[] = []
  for (let at = first; at <= last; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    days.push(known.get(day) ?? { day, entered: 0, completed: 0, left: {}, failed: 0 })
  }
  return days
}
