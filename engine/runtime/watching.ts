import type { MemberId, TenantId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import { dropWatch, lookedAt, strayMembers, watchesWokenBy, watchNow } from '../members/face.ts'
import { insist } from '../store/insist.ts'
import { clockOf, lockMembers } from '../store/moment.ts'
import { watchesSql } from '../store/sql/watches.ts'
import type { Tx } from '../store/store.ts'
import { cross } from './crossings.ts'
import type { Engine } from './engine.ts'
import { onSurface } from './event.ts'
import { storeRaised } from './unit-of-work.ts'

/** After something of locked members changed that no event tells of, such as by an import. `quietly`: nobody is told. */
export async function judgeCrossings(
  engine: Engine,
  tx: Tx,
  members: readonly MemberId[],
  { quietly = false } = {},
): Promise<void> {
  if (members.length === 0) return
  const at = await clockOf(tx)
  const raised: RaisedEvent[] = []
  for (const { watch, zone } of await watchesWokenBy(tx, engine.watches, null))
    raised.push(...(await cross(tx, watch, [...new Set(members)], at, zone)))
  if (!quietly) await storeRaised(engine, tx, onSurface(raised))
}

/** Members found in one look; more are found in the next. */
const MOST_FOUND = 50_000
const CHUNK = 1_000

/**
 * Looks at watched segments that are due: who crossed by time alone, or untold, is told. Goes on for so many milliseconds after
 * finding them; answers whether there is more to do.
 */
export async function lookAtWatches(engine: Engine, busyMs: number): Promise<boolean> {
  const due = await engine.store.acrossTenants((sql) => sql.query(watchesSql.due))
  const failures: unknown[] = []
  let more = false
  for (const { tenant_id: tenant, id } of due) {
    try {
      more = (await lookAt(engine, tenant, id, busyMs)) || more
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return more
}

async function lookAt(engine: Engine, tenant: TenantId, id: number, busyMs: number): Promise<boolean> {
  const { store } = engine
  const found = await store.inTenant(tenant, async (tx) => {
    const now = await watchNow(tx, id)
    if (!now) return []
    if (now.ended || !now.asked) {
      await dropWatch(tx, now)
      return undefined
    }
    const watch = (await watchesWokenBy(tx, engine.watches, null)).find((one) => one.watch.id === id)
    return watch ? strayMembers(tx, watch.watch, watch.zone, MOST_FOUND) : []
  })
  if (!found) return false
  const until = performance.now() + busyMs
  for (let i = 0; i < found.length; i += CHUNK) {
    if (i > 0 && performance.now() > until) return true
    await insist(() => crossChunk(engine, tenant, id, found.slice(i, i + CHUNK)))
  }
  if (found.length === MOST_FOUND) return true
  await store.inTenant(tenant, async (tx) => {
    const now = await watchNow(tx, id)
    if (now && !now.ended) lookedAt(tx, now, await clockOf(tx))
  })
  return false
}

/** Judges members again, under their locks, and tells who crossed; doing it again tells nobody. */
const crossChunk = (engine: Engine, tenant: TenantId, id: number, members: readonly MemberId[]): Promise<void> =>
  engine.store.inTenant(tenant, async (tx) => {
    const locked = await lockMembers(tx, members)
    const one = (await watchesWokenBy(tx, engine.watches, null)).find(({ watch }) => watch.id === id)
    if (one) await storeRaised(engine, tx, onSurface(await cross(tx, one.watch, members, locked.at, one.zone)), locked)
  })
