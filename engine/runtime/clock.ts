import type { Schedule } from '../core/journey/audience.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { isOpen, windowOf } from '../core/journey/window.ts'
import { nextFires } from '../core/recurrence.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { atLocal } from '../core/time/zone.ts'
import { LATENESS_MS } from '../core/walk/walk.ts'
import { loadCalendar } from '../members/face.ts'
import { numbers } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { closingSql } from '../store/sql/closing.ts'
import { firstDatesSql } from '../store/sql/first-dates.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { movesSql } from '../store/sql/moves.ts'
import { runsSql } from '../store/sql/runs.ts'
import { stopSql } from '../store/sql/stop.ts'
import { trialsSql } from '../store/sql/trials.ts'
import type { Row } from '../store/store.ts'
import { goOnClosing } from './closing.ts'
import { type Engine, planOf } from './engine.ts'
import { holidaysTaken, planFire } from './fires.ts'
import { fillFirstDates } from './first-dates.ts'
import { tellLapsedTags } from './lapsing-tags.ts'
import { moveChunk } from './move.ts'
import { beginRun, enrolChunk } from './runs.ts'
import { makeSets } from './segment-sets.ts'
import { stopChunk } from './stop.ts'
import { judgeTrial } from './trials.ts'
import { lookAtWatches } from './watching.ts'

/** How long one tick may go on with chunks before it reports back. */
const BUSY_MS = 1_500

/**
 * The first time a trigger published at `at` fires; undefined when it never does. A time already past fires at once. `taken`:
 * the holidays that it has fired for.
 */
export function firstFire(
  firing: Schedule,
  { zone, settings }: BoundPlan,
  at: number,
  calendar: Calendar,
  taken?: ReadonlySet<string>,
): number | undefined {
  const { from } = windowOf(settings)
  if (firing.kind === 'now') return Math.max(at, from)
  if (firing.kind === 'at') return atLocal(firing.local, firing.zone ?? zone)
  return nextFires(firing, zone, Math.max(at, from - 1), 1, calendar, taken)[0]
}

/**
 * Fires and judges what is due, then drains journeys that were closed, ends those that are stopping, moves people to newer
 * versions, enrols open runs and fills first dates for a while, then makes the sets of segments, tells of tags that
 * lapsed, and looks at watched segments. Answers how long to
 * sleep: 0 = more to do, null = nothing is planned.
 */
export async function tick(engine: Engine): Promise<{ sleepMs: number | null }> {
  const until = performance.now() + BUSY_MS
  const [due, trials, closing] = await engine.store.acrossTenants((sql) => {
    sql.write(runsSql.unpoke)
    return Promise.all([sql.query(runsSql.due), sql.query(trialsSql.due), sql.query(closingSql.todo)])
  })
  const failures: unknown[] = []
  for (const fire of due) await fireOne(engine, fire).catch((error) => failures.push(error))
  for (const trial of trials) await judgeTrial(engine, trial).catch((error) => failures.push(error))
  for (const journey of closing) await goOnClosing(engine, journey).catch((error) => failures.push(error))
  const [stopping, moving, open, filling] = await engine.store.acrossTenants((sql) =>
    Promise.all([
      sql.query(stopSql.open),
      sql.query(movesSql.open),
      sql.query(runsSql.open),
      sql.query(firstDatesSql.open),
    ]),
  )
  const chunks = [
    ...stopping.map(({ tenant_id, id }) => stopChunk.bind(null, engine, tenant_id, id)),
    ...moving.map(({ tenant_id, journey_id }) => moveChunk.bind(null, engine, tenant_id, journey_id)),
    ...open.map(({ tenant_id, id }) => enrolChunk.bind(null, engine, tenant_id, id)),
    ...filling.map(({ tenant_id, attribute }) => fillFirstDates.bind(null, engine, tenant_id, attribute)),
  ]
  for (const nextChunk of chunks) {
    try {
      while (await nextChunk()) if (performance.now() > until) return { sleepMs: 0 }
    } catch (error) {
      failures.push(error)
    }
  }
  // The others went on; the driver tries again after a while.
  if (failures.length > 0) throw failures[0]
  await makeSets(engine)
  const more = await tellLapsedTags(engine)
  if ((await lookAtWatches(engine, BUSY_MS)) || more) return { sleepMs: 0 }
  const [next] = await engine.store.acrossTenants((sql) => sql.query(runsSql.nextDue))
  return { sleepMs: next?.sleepMs == null ? null : Math.max(0, Math.ceil(next.sleepMs)) }
}

/** One fire: the missed-fire rule, the run, and the occurrence after it, in one transaction. */
async function fireOne(engine: Engine, fire: Row<'clock.due'>): Promise<void> {
  await engine.store.inTenant(fire.tenant_id, async (tx) => {
    const { journey_id: journey, node_key: nodeKey, occurrence } = fire
    tx.sql.write(journeysSql.share, [numbers([journey])])
    const claimed = await tx.sql.query(runsSql.claim, [journey, nodeKey, occurrence])
    const [owner] = await tx.sql.query(runsSql.journey, [journey])
    if (claimed.length === 0 || !owner?.version_id) return
    const plan = await planOf(engine, tx, owner.version_id)
    const audience = plan.nodes.find((node) => node.key === nodeKey)?.trigger?.audience
    if (!audience) return
    const at = await clockOf(tx)
    const missed = at - occurrence > LATENESS_MS
    if (owner.state === 'running' && isOpen(plan.settings, at) && !(missed && audience.missed === 'skip')) {
      await beginRun(tx, plan, { journey, version: owner.version_id, nodeKey, occurrence }, audience)
    }
    // However many occurrences passed while everything was down, they make one run; but each day is the day of others.
    const after = audience.anniversary ? occurrence : Math.max(at, occurrence)
    const firer = { journey, nodeKey, firing: audience.firing, zone: plan.zone }
    const [calendar, taken] = await Promise.all([loadCalendar(tx), holidaysTaken(tx, firer)])
    const [next] = nextFires(audience.firing, plan.zone, after, 1, calendar, taken)
    if (next !== undefined && next < windowOf(plan.settings).until) planFire(tx, firer, next, calendar)
  })
}
