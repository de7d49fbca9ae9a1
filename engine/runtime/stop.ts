import { SPECIAL_EDGES } from '../core/edges.ts'
import type { JourneyId, TenantId } from '../core/ids.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { journeyAfter } from '../core/lifecycles/journey.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { codeOf } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { movesSql } from '../store/sql/moves.ts'
import { stopSql } from '../store/sql/stop.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { type EdgeRow, writeEdges } from './write-walk.ts'

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
    const ended = await endEnrolments(tx, journey, most)
    const blocked = await tx.sql.query(stopSql.block, [
      journey,
      codeOf(MESSAGE_STATES, 'blocked'),
      codeOf(MESSAGE_STATES, 'planned'),
      most,
    ])
    if (ended + blocked.length > 0) return true
    tx.sql.write(stopSql.finish, [journey, journeyAfter('stopping', 'finish') ?? null]) // never null: the machine allows it
    return false
  })
}

async function endEnrolments(tx: Tx, journey: JourneyId, most: number): Promise<number> {
  // In the order of their index: sorting, each chunk would read all that are left.
  tx.sql.write('SET LOCAL enable_sort = off')
  const at = await clockOf(tx)
  const rows = await tx.sql.query(stopSql.take, [journey, most])
  if (rows.length === 0) return 0
  tx.sql.write(advanceSql.finish, [
    numbers(rows.map((r) => r.member_id)),
    numbers(rows.map((r) => r.enrolment_id)),
    numbers(rows.map(() => codeOf(ENROLMENT_STATES, 'stopped'))),
    numbers(rows.map(() => at)),
    texts(rows.map(() => null)),
  ])
  for (const version of new Set(rows.map((r) => r.version_id))) {
    const mine = rows.filter((r) => r.version_id === version)
    const edges = mine.flatMap(({ node, failed }): EdgeRow[] => [
      { node, outcome: SPECIAL_EDGES.stopped, at, n: 1 },
      ...(failed ? [{ node, outcome: SPECIAL_EDGES.failed, at, n: -1 }] : []),
    ])
    writeEdges(tx, journey, version, edges)
  }
  return rows.length
}
