import { SPECIAL_EDGES } from '../core/edges.ts'
import { UserError } from '../core/errors.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { journeyAfter } from '../core/lifecycles/journey.ts'
import { numbers } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { DbTx } from '../store/store.ts'
import { beginStop } from './stop.ts'
import { writeEdges } from './write-walk.ts'

/** What to tell of a key that no journey of the workspace has. */
export const unknownJourney = (key: string): UserError =>
  new UserError('journey-unknown', `There is no journey “${key}”: list them with \`waymark journeys list\`.`)

/** The journey of a key, locked against other orders of people. Throws a UserError where there is none. */
export async function lockedJourney(tx: DbTx, key: string) {
  await tx.sql.query(journeysSql.lock, [key])
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  return { ...journey, id: Number(journey.id) as JourneyId } // a key of the table
}

type Order = 'pause' | 'resume' | 'stop'

/**
 * Pauses, resumes or stops a journey by its key. Nobody inside is lost by a pause. A stop holds at once for all of them, and
 * the clock then ends `people` enrolments. Throws a UserError where the journey's state refuses.
 */
export async function control(
  tx: DbTx,
  key: string,
  order: Order,
  actor: string,
): Promise<{ state: string; people: number }> {
  const journey = await lockedJourney(tx, key)
  const state = journeyAfter(journey.state, order)
  if (!state) throw new UserError('journey-state', `Journey “${key}” is ${journey.state}: it cannot ${order} now.`)
  await tx.db.journey.updateMany({ where: { key }, data: { state } })
  const { id } = journey
  let people = 0
  if (order === 'resume') {
    tx.sql.write(journeysSql.pokeAll, [tx.tenant, id])
    pokeClock(tx)
  }
  if (order === 'stop') people = await beginStop(tx, id)
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: `journey.${order}`, subject: key, detail: { people } },
  })
  return { state, people }
}

/** A node, and where it is in each version that has it. */
export interface NodeOfVersions {
  readonly node: string
  readonly spots: readonly { readonly version: VersionId; readonly node: number }[]
}

/**
 * Sets all failed members of a journey going again from where they failed, or those of one node; audited. Answers how many.
 * Throws a UserError where the journey is being stopped.
 */
export async function retryFailed(tx: DbTx, key: string, actor: string, only?: NodeOfVersions): Promise<number> {
  const { id, state } = await lockedJourney(tx, key)
  if (journeyAfter(state, 'stop') === undefined)
    throw new UserError('journey-state', `Journey “${key}” is ${state}: nobody in it can be retried now.`)
  const at = await clockOf(tx)
  const columns = only
    ? ([numbers(only.spots.map((spot) => spot.version)), numbers(only.spots.map((spot) => spot.node))] as const)
    : ([null, null] as const)
  const rows = await tx.sql.query(journeysSql.retry, [tx.tenant, id, ...columns])
  for (const { version_id, node, n } of rows) {
    writeEdges(tx, id, version_id, [{ node, outcome: SPECIAL_EDGES.failed, at, n: -n }])
  }
  const people = rows.reduce((sum, row) => sum + row.n, 0)
  await tx.db.audit.create({
    data: {
      ...{ tenantId: BigInt(tx.tenant), actor, action: 'journey.retry', subject: key },
      detail: { people, ...(only && { node: only.node }) },
    },
  })
  return people
}
