import { giveBack } from '../controls/face.ts'
import { SPECIAL_EDGES } from '../core/edges.ts'
import type { JourneyId, TenantId } from '../core/ids.ts'
import { journeyAfter } from '../core/lifecycles/journey.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { codeOf } from '../store/codes.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { movesSql } from '../store/sql/moves.ts'
import { stopSql } from '../store/sql/stop.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { byVersion, endEnrolments, leaving } from './tokens.ts'
import { writeEdges } from './write-walk.ts'

const CHUNK = 5_000

/**
 * Once the journey is marked `stopping` in the same transaction: waits for those who still walk or enrol there, and lets nobody
 * go on or begin. Answers how many enrolments are left for the clock to end.
 */
export async function beginStop(tx: Tx, journey: JourneyId): Promise<number> {
  tx.sql.write(journeysSql.close, [journey])
  tx.sql.write(journeysSql.disarm, [journey])
  tx.sql.write(journeysSql.unfire, [journey])
  tx.sql.write(stopSql.endRuns, [journey])
  tx.sql.write(movesSql.giveUp, [journey])
  pokeClock(tx)
  const [inside] = await tx.sql.query(stopSql.inside, [journey])
  return inside?.n ?? 0
}

/**
 * Ends the next enrolments of a journey that is stopping and blocks its next planned messages, up to `most` of each, in one
 * transaction. Answers false once none was left: the journey is finished.
 */
export async function stopChunk(engine: Engine, tenant: TenantId, journey: JourneyId, most = CHUNK): Promise<boolean> {
  return engine.store.advancing(tenant, async (tx) => {
    const mine = await tx.sql.query(stopSql.lock, [journey])
    if (mine.length === 0) return false
    const ended = await takeOut(tx, journey, most)
    const blocked = await tx.sql.query(stopSql.block, [
      journey,
      codeOf(MESSAGE_STATES, 'blocked'),
      codeOf(MESSAGE_STATES, 'planned'),
      most,
    ])
    await giveBack(tx, blocked)
    if (ended + blocked.length > 0) return true
    tx.sql.write(stopSql.finish, [journey, journeyAfter('stopping', 'finish') ?? null]) // never null: the machine allows it
    return false
  })
}

async function takeOut(tx: Tx, journey: JourneyId, most: number): Promise<number> {
  // In the order of their index: sorting, each chunk would read all that are left.
  tx.sql.write('SET LOCAL enable_sort = off')
  const at = await clockOf(tx)
  const taken = await tx.sql.query(stopSql.take, [journey, most])
  endEnrolments(tx, taken, 'stopped', at)
  for (const { rows, version_id } of byVersion(taken)) {
    const edges = rows.flatMap(({ node, failed }) => leaving(node, failed, SPECIAL_EDGES.stopped, at))
    writeEdges(tx, journey, version_id, edges)
  }
  return taken.length
}
