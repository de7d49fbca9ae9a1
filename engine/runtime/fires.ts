import type { JourneyId } from '../core/ids.ts'
import { goesByHolidays, type Schedule } from '../core/journey/audience.ts'
import { holidaysAt } from '../core/recurrence.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { texts } from '../store/literal.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'

/** A trigger of a journey; `zone` is the journey's. */
export interface Firer {
  readonly journey: JourneyId
  readonly nodeKey: number
  readonly firing: Schedule
  readonly zone: string
}

/** Plans a fire. It keeps which holidays it is for, by what is known of them now. */
export function planFire(tx: Tx, { journey, nodeKey, firing, zone }: Firer, at: number, calendar: Calendar): void {
  const holidays = texts(holidaysAt(firing, zone, at, calendar))
  tx.sql.write(journeysSql.fire, [tx.tenant, journey, nodeKey, at, holidays])
}

/** The holidays, by their names, for which a trigger had a run, on whatever date: it fires once for each, and year. */
export async function holidaysTaken(
  tx: Tx,
  { journey, nodeKey, firing }: Pick<Firer, 'journey' | 'nodeKey' | 'firing'>,
): Promise<ReadonlySet<string>> {
  if (firing.kind !== 'festival' || !goesByHolidays(firing)) return new Set()
  const rows = await tx.sql.query(journeysSql.holidaysTaken, [journey, nodeKey])
  return new Set(rows.map((row) => row.holiday))
}
