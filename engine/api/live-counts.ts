import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { countsOf } from '../runtime/journeys/counts.ts'
import { countsAnswer } from './reports.ts'

/** At most two a second. */
const LOOK_MS = 500

export interface WatchedJourney {
  readonly tenant: TenantId
  readonly key: string
}

/** Who watches, and the way to tell them. */
export interface Audience<Watched extends WatchedJourney> {
  /** Journeys that somebody watches just now. */
  watched(): readonly Watched[]
  /** Brings everybody who watches the whole. */
  tell(watched: Watched, counts: object): void
}

type Counts = ReturnType<typeof countsAnswer>

/**
 * Keeps those who watch journeys up to date: absolute numbers, when they changed, at most two a second, and nothing is read
 * that nobody watches. `first` is what somebody new is told, whatever was told before.
 */
export function liveCounts<Watched extends WatchedJourney>(engine: Engine, audience: Audience<Watched>) {
  const told = new Map<string, string>()

  /** Undefined where the journey is not there, or not published. */
  const first = async (tenant: TenantId, key: string): Promise<Counts | undefined> => {
    try {
      return countsAnswer(await engine.store.inTenant(tenant, (tx) => countsOf(engine, tx, key)))
    } catch (error) {
      if (error instanceof UserError) return undefined
      throw error
    }
  }

  /** Looks once at all that is watched, and tells what changed since the last look. */
  const look = async (): Promise<void> => {
    const watched = audience.watched()
    const present = new Set(watched.map(nameOf))
    for (const name of told.keys()) if (!present.has(name)) told.delete(name)
    for (const one of watched) {
      const counts = await first(one.tenant, one.key)
      if (!counts) continue
      const { at: _, ...numbers } = counts
      const now = JSON.stringify(numbers)
      if (told.get(nameOf(one)) === now) continue
      told.set(nameOf(one), now)
      audience.tell(one, counts)
    }
  }

  /** Looks again and again until the answered function is called; `failed` hears of a look that failed, and the next one comes. */
  const start = (failed: (error: unknown) => void): (() => void) => {
    let looking = false
    const timer = setInterval(() => {
      if (looking) return
      looking = true
      look()
        .catch(failed)
        .finally(() => {
          looking = false
        })
    }, LOOK_MS)
    timer.unref()
    return () => clearInterval(timer)
  }

  return { first, look, start }
}

const nameOf = ({ tenant, key }: WatchedJourney) => `${tenant}/${key}`
