import { UserError } from '../../core/errors.ts'
import type { JsonObject } from '../../core/json.ts'
import { nextFires, zoneOf } from '../../core/recurrence.ts'
import { loadCalendar } from '../../members/face.ts'
import { clockOf } from '../../store/moment.ts'
import type { Tx } from '../../store/store.ts'
import type { Engine } from '../engine.ts'

/** How many times people are told. */
const SHOWN = 5

/** A node as somebody sets it, and the zone of its journey. */
export interface SetNode {
  readonly type: string
  readonly settings: JsonObject
  readonly zone: string
}

/** The next times of a trigger, or of a wait that goes by days and hours: epoch milliseconds, ascending; fewer where they end. */
export interface Upcoming {
  readonly of: 'fires' | 'openings'
  /** The zone that they are meant in. */
  readonly zone: string
  readonly times: readonly number[]
}

/** When a trigger fires next or a wait opens. Throws a UserError on settings that are not complete, and on a node without times. */
export async function upcomingOf({ registry }: Engine, tx: Tx, { type, settings, zone }: SetNode): Promise<Upcoming> {
  const definition = registry.get(type)
  const parsed = definition?.settings.safeParse(settings)
  if (!definition || !parsed?.success)
    throw new UserError('node-incomplete', 'These are no complete settings of a node: mend what its form marks first.')
  const after = await clockOf(tx)
  const calendar = await loadCalendar(tx)
  const audience = definition.trigger?.(parsed.data).audience
  if (audience)
    return {
      of: 'fires',
      zone: zoneOf(audience.firing, zone),
      times: nextFires(audience.firing, zone, after, SHOWN, calendar),
    }
  const opensAt = definition.opensAt?.(parsed.data)
  if (!opensAt)
    throw new UserError('node-without-times', 'These settings name no days or hours: there are no times to tell.')
  const times: number[] = []
  while (times.length < SHOWN) {
    const next = opensAt(times.at(-1) ?? after, zone, calendar)
    if (next === undefined) break
    times.push(next)
  }
  return { of: 'openings', zone, times }
}
