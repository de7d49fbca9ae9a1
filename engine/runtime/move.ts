import type { JourneyId, TenantId, VersionId } from '../core/ids.ts'
import { insist } from '../store/insist.ts'
import { numbers } from '../store/literal.ts'
import { lockMembers } from '../store/moment.ts'
import { countsSql } from '../store/sql/counts.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { movesSql } from '../store/sql/moves.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { follow } from './follow.ts'
import { Moves } from './moves.ts'
import { byVersion, putTokens } from './tokens.ts'

const CHUNK = 5_000

/**
 * Moves or ends the next of those inside older versions of a journey, up to `most` of them, in one transaction; whoever is being
 * walked is waited for. Answers false once none is left.
 */
export const moveChunk = (engine: Engine, tenant: TenantId, journey: JourneyId, most = CHUNK): Promise<boolean> =>
  insist(() => engine.store.advancing(tenant, (tx) => moveOnce(engine, tx, journey, most)))

async function moveOnce(engine: Engine, tx: Tx, journey: JourneyId, most: number): Promise<boolean> {
  if ((await tx.sql.query(movesSql.lock, [journey])).length === 0) return false
  tx.sql.write(journeysSql.share, [numbers([journey])])
  const [move] = await tx.sql.query(movesSql.next, [journey])
  if (!move) return false
  const moves = await Moves.of(engine, tx, [journey])
  const places = await placesOf(engine, tx, moves, journey, move.version_id)
  // In the order of their index: sorting, each chunk would read all that are left.
  tx.sql.write('SET LOCAL enable_sort = off')
  const columns = [
    numbers(places.map((place) => place.version_id)),
    numbers(places.map((place) => place.node)),
  ] as const
  const taken = await tx.sql.query(movesSql.take, [journey, move.shard, move.due_at, ...columns, most])
  if (taken.length > 0) {
    const { at } = await lockMembers(
      tx,
      taken.map((token) => token.member_id),
    )
    const inside = await follow(tx, moves, taken, at)
    for (const { rows, ...place } of byVersion(inside)) putTokens(tx, place, rows)
    const shards = [...new Set(inside.map((token) => token.shard))]
    tx.sql.write(eventsSql.poke, [tx.tenant, 0, numbers(shards.map(() => journey)), numbers(shards)])
  }
  if (taken.length === most) {
    const last = taken.reduce((a, b) => (b.shard > a.shard || (b.shard === a.shard && b.due_at > a.due_at) ? b : a))
    tx.sql.write(movesSql.progress, [journey, last.shard, last.due_at, true])
    return true
  }
  // Somebody put back meanwhile may stand behind the place that it came to: a whole pass must find none.
  const again = move.found || taken.length > 0
  if (again) tx.sql.write(movesSql.progress, [journey, null, null, false])
  else tx.sql.write(movesSql.done, [journey])
  return again
}

/** Every node of an older version from which a move leads on. */
async function placesOf(engine: Engine, tx: Tx, moves: Moves, journey: JourneyId, newest: VersionId) {
  const versions = await tx.sql.query(countsSql.versions, [journey])
  const older = versions.filter(({ id }) => id < newest).map(({ id }) => ({ journey_id: journey, version_id: id }))
  await moves.prepare(older)
  const places: { version_id: VersionId; node: number }[] = []
  for (const place of older) {
    const { nodes } = await planOf(engine, tx, place.version_id)
    nodes.forEach((_, node) => {
      if (moves.fateOf({ ...place, node })) places.push({ version_id: place.version_id, node })
    })
  }
  return places
}
