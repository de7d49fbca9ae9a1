import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { countsOf } from '../runtime/journeys/counts.ts'
import { type Audience, keepTelling } from './keep-telling.ts'
import { countsAnswer } from './reports.ts'

/** At most two a second. */
const LOOK_MS = 500

export interface WatchedJourney {
  readonly tenant: TenantId
  readonly key: string
}

type Counts = ReturnType<typeof countsAnswer>

/**
 * Keeps those who watch journeys up to date: absolute numbers, when they changed, at most two a second. `first` is what somebody
 * new is told, whatever was told before.
 */
export function liveCounts<Watched extends WatchedJourney>(engine: Engine, audience: Audience<Watched>) {
  /** Undefined where the journey is not there, or not published. */
  const first = async (tenant: TenantId, key: string): Promise<Counts | undefined> => {
    try {
      return countsAnswer(await engine.store.inTenant(tenant, (tx) => countsOf(engine, tx, key)))
    } catch (error) {
      if (error instanceof UserError) return undefined
      throw error
    }
  }
  const read = async (watched: readonly Watched[]) => {
    const counts: (Counts | undefined)[] = []
    for (const { tenant, key } of watched) counts.push(await first(tenant, key))
    return counts
  }
  const worth = ({ at: _, ...numbers }: Counts) => numbers
  return { first, ...keepTelling(audience, { read, worth, everyMs: LOOK_MS }) }
}
