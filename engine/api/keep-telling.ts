import type { TenantId } from '../core/ids.ts'

/** Something that somebody watches, by its key in a workspace. */
interface WatchedThing {
  readonly tenant: TenantId
  readonly key: string
}

/** Who watches, and the way to tell them. */
export interface Audience<Watched extends WatchedThing> {
  /** What somebody watches just now. */
  watched(): readonly Watched[]
  /** Brings everybody who watches the whole. */
  tell(watched: Watched, state: object): void
}

interface Telling<Watched, State> {
  /** The states of what is watched, in that order; undefined where there is none. */
  read(watched: readonly Watched[]): Promise<readonly (State | undefined)[]>
  /** What of a state is worth telling again once it is other than before. */
  worth(state: State): object
  /** Between two looks. */
  readonly everyMs: number
}

/** Keeps those who watch up to date: the whole of what they watch, whenever it changed, and nothing is read that nobody watches. */
export function keepTelling<Watched extends WatchedThing, State extends object>(
  audience: Audience<Watched>,
  { read, worth, everyMs }: Telling<Watched, State>,
) {
  const told = new Map<string, string>()

  /** Looks once at all that is watched, and tells what changed since the last look. */
  const look = async (): Promise<void> => {
    const watched = audience.watched()
    const present = new Set(watched.map(nameOf))
    for (const name of told.keys()) if (!present.has(name)) told.delete(name)
    const states = await read(watched)
    watched.forEach((one, i) => {
      const state = states[i]
      if (!state) return
      const now = JSON.stringify(worth(state))
      if (told.get(nameOf(one)) === now) return
      told.set(nameOf(one), now)
      audience.tell(one, state)
    })
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
    }, everyMs)
    timer.unref()
    return () => clearInterval(timer)
  }

  return { look, start }
}

const nameOf = ({ tenant, key }: WatchedThing) => `${tenant}/${key}`
