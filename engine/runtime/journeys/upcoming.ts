import { UserError } from '../../core/errors.ts'
import type { JourneyId } from '../../core/ids.ts'
import { type AudienceSpec, zoneOf } from '../../core/journey/audience.ts'
import type { JsonObject } from '../../core/json.ts'
import { isGuessed, nextFires } from '../../core/recurrence.ts'
import { type Calendar, isKnownYear } from '../../core/time/calendar.ts'
import { localDate } from '../../core/time/zone.ts'
import { loadCalendar } from '../../members/face.ts'
import { clockOf } from '../../store/moment.ts'
import type { Tx } from '../../store/store.ts'
import { dueOnEach, inOneZone } from '../anniversaries.ts'
import type { Engine } from '../engine.ts'
import { audienceCondition } from '../runs.ts'

/** How many times people are told. */
const SHOWN = 5
/** Fires that are looked through for somebody whose day it is: those of a year. */
const MOST_FIRES = 366

/** A node as somebody sets it, and the zone of its journey. */
export interface SetNode {
  readonly type: string
  readonly settings: JsonObject
  readonly zone: string
}

interface UpcomingTime {
  /** Epoch milliseconds. */
  readonly at: number
  /** How many members are taken then, where only few fires take any. */
  readonly people?: number
  /** It goes by holidays that are not known yet, and may move once they are. */
  readonly guessed?: boolean
}

/** The next times of a trigger, or of a wait that goes by days and hours; fewer where they end. */
export interface Upcoming {
  /** `people`: the fires at which somebody's day it is. */
  readonly of: 'fires' | 'openings' | 'people'
  /** The zone that they are meant in. */
  readonly zone: string
  /** Ascending. */
  readonly times: readonly UpcomingTime[]
}

/** When a trigger fires next or a wait opens. Throws a UserError on settings that are not complete, and on a node without times. */
export async function upcomingOf({ registry }: Engine, tx: Tx, { type, settings, zone }: SetNode): Promise<Upcoming> {
  const definition = registry.get(type)
  const parsed = definition?.settings.safeParse(settings)
  if (!definition || !parsed?.success)
    throw new UserError('node-incomplete', 'These are no complete settings of a node: mend what its form marks first.')
  const after = await clockOf(tx)
  const calendar = await loadCalendar(tx)
  const audience = definition.trigger?.(parsed.data, '').audience
  if (audience?.anniversary) return peopleAhead(tx, inOneZone(audience), { zone, after, calendar })
  if (audience) {
    const { firing } = audience
    const times = nextFires(firing, zone, after, SHOWN, calendar)
    const told = times.map((at) => ({ at, guessed: isGuessed(firing, zone, at, calendar) }))
    return { of: 'fires', zone: zoneOf(firing, zone), times: told }
  }
  const opensAt = definition.opensAt?.(parsed.data)
  if (!opensAt)
    throw new UserError('node-without-times', 'These settings name no days or hours: there are no times to tell.')
  const byWorkdays = Object.values(definition.facts(parsed.data)).some(({ kind }) => kind === 'calendar')
  const times: UpcomingTime[] = []
  while (times.length < SHOWN) {
    const at = opensAt(times.at(-1)?.at ?? after, zone, calendar)
    if (at === undefined) break
    times.push({ at, guessed: byWorkdays && !isKnownYear(localDate(at, zone), calendar) })
  }
  return { of: 'openings', zone, times }
}

/** A journey that there is not: nobody was taken by it yet. */
const NEW = 0 as JourneyId // ids begin with 1

interface Ahead {
  readonly zone: string
  readonly after: number
  readonly calendar: Calendar
}

async function peopleAhead(tx: Tx, audience: AudienceSpec, { zone, after, calendar }: Ahead): Promise<Upcoming> {
  const { firing, anniversary } = audience
  const told = { of: 'people', zone: zoneOf(firing, zone), times: [] } as const
  if (!anniversary) return told
  const values: unknown[] = []
  const next = (value: unknown) => `$${values.push(value)}`
  const place = { audience, at: after, zone, journey: NEW, nodeKey: 0 }
  const condition = await audienceCondition(tx, place, next)
  if ('gone' in condition) return told
  const fires = nextFires(firing, zone, after, MOST_FIRES, calendar)
  const due = dueOnEach({ anniversary, firing, zone }, fires, 'ahead.fire + 1', next)
  // Fire by fire, until there are enough: most are found within days, and a whole year would be most of the members.
  const rows = await tx.sql.query<{ fire: number; people: number }>(
    `WITH RECURSIVE ahead AS (SELECT -1 AS fire, 0 AS people, 0 AS found UNION ALL
        SELECT ahead.fire + 1, now.people, ahead.found + (now.people > 0)::int
        FROM ahead CROSS JOIN LATERAL (SELECT count(*)::int AS people FROM ${due} WHERE ${condition.text}) now
        WHERE ahead.found < ${next(SHOWN)}::int AND ahead.fire + 1 < ${next(fires.length)}::int)
      SELECT fire, people FROM ahead WHERE people > 0 ORDER BY fire`,
    values,
  )
  const times = rows.flatMap(({ fire, people }) => {
    const at = fires[fire]
    return at === undefined ? [] : [{ at, people }]
  })
  return { ...told, times }
}
