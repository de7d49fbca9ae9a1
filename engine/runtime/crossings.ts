import type { MemberId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import { SEGMENT_ENTERED, SEGMENT_LEFT } from '../core/journey/own-events.ts'
import { crossWatch, type Watch, watchesWokenBy } from '../members/face.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import type { Raised, StoredEvent } from './event.ts'

type Woken = Awaited<ReturnType<typeof watchesWokenBy>>

/** The watched segments that events of these names may turn; by their names alone, so that a workspace without any pays one look-up. */
export const wokenBy = (engine: Engine, tx: Tx, names: readonly string[]): Promise<Woken> =>
  watchesWokenBy(tx, engine.watches, names)

/**
 * Judges the watched segments that stored events may have turned, by what holds after all of them. Answers who crossed, one deeper
 * than what caused it. The members must be locked.
 */
export async function crossingsOf(tx: Tx, woken: Woken, events: readonly StoredEvent[], at: number): Promise<Raised[]> {
  const raised: Raised[] = []
  for (const { watch, zone } of woken) {
    const depths = new Map<MemberId, number>()
    for (const event of events)
      if (watch.turning.by(event)) depths.set(event.member, Math.max(event.depth, depths.get(event.member) ?? 0))
    if (depths.size === 0) continue
    const told = await cross(tx, watch, [...depths.keys()], at, zone)
    raised.push(...told.map((event) => ({ event, depth: (depths.get(event.member) ?? 0) + 1 })))
  }
  return raised
}

/** Judges one watched segment anew of locked members, and tells who crossed. */
export async function cross(
  tx: Tx,
  watch: Watch,
  members: readonly MemberId[],
  at: number,
  zone: string | null,
): Promise<RaisedEvent[]> {
  const crossings = await crossWatch(tx, watch, members, at, zone)
  return crossings.map(({ member, entered }) => ({
    ...{ member, at, name: entered ? SEGMENT_ENTERED : SEGMENT_LEFT, properties: { segment: watch.key } },
  }))
}
