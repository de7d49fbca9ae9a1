import { SPECIAL_EDGES } from '../core/edges.ts'
import { UserError } from '../core/errors.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { journeyAfter } from '../core/lifecycles/journey.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { codeOf } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { DbTx } from '../store/store.ts'
import { type EdgeRow, writeEdges } from './write-walk.ts'

/** What to tell of a key that no journey of the workspace has. */
export const unknownJourney = (key: string): UserError =>
  new UserError('journey-unknown', `There is no journey “${key}”: list them with \`waymark journeys list\`.`)

type Order = 'pause' | 'resume' | 'stop'

/** Pauses, resumes or stops a journey by its key. Throws a UserError where its state refuses. Nobody inside is lost by a pause. */
export async function control(
  tx: DbTx,
  key: string,
  order: Order,
  actor: string,
): Promise<{ state: string; people: number }> {
  await tx.sql.query(journeysSql.lock, [key])
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  const state = journeyAfter(journey.state, order)
  if (!state) throw new UserError('journey-state', `Journey “${key}” is ${journey.state}: it cannot ${order} now.`)
  await tx.db.journey.updateMany({ where: { id: journey.id }, data: { state } })
  const id = Number(journey.id) as JourneyId // a key of the table
  let people = 0
  if (order === 'resume') {
    tx.sql.write(journeysSql.pokeAll, [tx.tenant, id])
    pokeClock(tx)
  }
  if (order === 'stop') people = await endAll(tx, id)
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: `journey.${order}`, subject: key, detail: { people } },
  })
  return { state, people }
}

/** Sets failed members of a journey going again, from the node where they failed. Answers how many. */
export async function retryFailed(tx: DbTx, key: string, actor: string): Promise<number> {
  await tx.sql.query(journeysSql.lock, [key])
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  const id = Number(journey.id) as JourneyId // a key of the table
  const at = await clockOf(tx)
  const rows = await tx.sql.query<{ version_id: VersionId; node: number; n: number }>(journeysSql.retry, [
    tx.tenant,
    id,
  ])
  for (const { version_id, node, n } of rows) {
    writeEdges(tx, id, version_id, [{ node, outcome: SPECIAL_EDGES.failed, at, n: -n }])
  }
  const people = rows.reduce((sum, row) => sum + row.n, 0)
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: 'journey.retry', subject: key, detail: { people } },
  })
  return people
}

/** Nobody who still walks or enrols leaves anything behind: it waits for them, and lets no others begin. */
async function endAll(tx: DbTx, journey: JourneyId): Promise<number> {
  // Before the lock, for a delivery holds its messages while it waits for that. One that is planned meanwhile is blocked there.
  tx.sql.write(journeysSql.blockMessages, [
    journey,
    codeOf(MESSAGE_STATES, 'blocked'),
    codeOf(MESSAGE_STATES, 'planned'),
  ])
  tx.sql.write(journeysSql.close, [journey])
  tx.sql.write(journeysSql.disarm, [journey])
  tx.sql.write(journeysSql.unfire, [journey])
  tx.sql.write(journeysSql.endRuns, [journey])
  const at = await clockOf(tx)
  const rows = await tx.sql.query<{
    enrolment_id: EnrolmentId
    member_id: MemberId
    version_id: VersionId
    node: number
    failed: boolean
  }>(journeysSql.stopTokens, [journey])
  tx.sql.write(journeysSql.stopStimuli, [journey])
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
