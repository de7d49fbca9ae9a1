import type { JourneyId } from '../core/ids.ts'
import { goesByHolidays } from '../core/journey/audience.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { windowOf } from '../core/journey/window.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { loadCalendar } from '../members/face.ts'
import { numbers } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { holidaysSql } from '../store/sql/holidays.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'
import { firstFire } from './clock.ts'
import { type Engine, planOf } from './engine.ts'
import { holidaysTaken, planFire } from './fires.ts'

/**
 * Writes holidays of a workspace by `write`, and plans anew the fires of its live journeys that go by them. A fire that is due stays,
 * and none runs for a holiday for which one has run, on whatever date.
 */
export async function changeHolidays(engine: Engine, tx: Tx, write: () => Promise<void>): Promise<void> {
  // Whoever publishes meanwhile plans by what was known before: it comes first, or waits.
  tx.sql.write(holidaysSql.close, [tx.tenant])
  await write()
  const calendar = await loadCalendar(tx)
  for (const { id, version_id } of await tx.sql.query(holidaysSql.live)) {
    const plan = await planOf(engine, tx, version_id)
    if (byHolidays(plan).length > 0) await replan(tx, id, plan, calendar)
  }
  pokeClock(tx)
}

const byHolidays = (plan: BoundPlan) =>
  plan.nodes.flatMap(({ key, trigger }) =>
    trigger?.audience && goesByHolidays(trigger.audience.firing) ? [{ key, firing: trigger.audience.firing }] : [],
  )

async function replan(tx: Tx, journey: JourneyId, plan: BoundPlan, calendar: Calendar): Promise<void> {
  // A fire that is running now has planned the one after it once it lets go.
  tx.sql.write(journeysSql.close, [journey])
  if ((await tx.sql.query(journeysSql.shut, [numbers([journey])])).length > 0) return
  const at = await clockOf(tx)
  for (const { key, firing } of byHolidays(plan)) {
    const due = await tx.sql.query(holidaysSql.unplan, [journey, key, at])
    const firer = { journey, nodeKey: key, firing, zone: plan.zone }
    const next = firstFire(firing, plan, at, calendar, await holidaysTaken(tx, firer))
    if (due.length === 0 && next !== undefined && next < windowOf(plan.settings).until)
      planFire(tx, firer, next, calendar)
  }
}
