import { SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { EnrolmentId, JourneyId, MemberId } from '../../core/ids.ts'
import { type BoundPlan, LEAVES } from '../../core/journey/plan.ts'
import { journeyAfter } from '../../core/lifecycles/journey.ts'
import { numbers } from '../../store/literal.ts'
import { lockMembers } from '../../store/moment.ts'
import { eventsSql } from '../../store/sql/events.ts'
import { journeysSql } from '../../store/sql/journeys.ts'
import { steerSql } from '../../store/sql/steer.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { lockedJourney } from '../control.ts'
import { type Engine, planOf } from '../engine.ts'
import { follow } from '../follow.ts'
import { Moves, type Place as Version } from '../moves.ts'
import { byVersion, endEnrolments, leaving, putTokens, traceSpecial } from '../tokens.ts'
import { type EdgeRow, writeEdges } from '../write-walk.ts'

/** One person's passage, chosen by hand. */
export interface Chosen {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
}

/** Out of the journey; on, past what they wait for or failed at, by the main outcome; or once more where they failed. */
export type Steering = 'pull-out' | 'push-on' | 'retry'

export interface Steered {
  readonly done: readonly EnrolmentId[]
  /** Those who had left already; of a retry those who had not failed. */
  readonly missed: readonly EnrolmentId[]
}

/** Every try waits for who walks them; somebody inside without a token, which must not be, is given up then. */
const MOST_TRIES = 20

type TokenRow = Row<'steer.take'>

/**
 * Steers chosen people of a journey, whoever walks them at the moment; audited. Throws a UserError where there is no such
 * journey.
 */
export async function steer(
  engine: Engine,
  tx: DbTx,
  key: string,
  order: Steering,
  chosen: readonly Chosen[],
  actor: string,
): Promise<Steered> {
  const { id: journey, state } = await lockedJourney(tx, key)
  // Nobody writes a token of a journey that is being stopped.
  if (journeyAfter(state, 'stop') === undefined)
    throw new UserError('journey-state', `Journey “${key}” is ${state}: nobody in it can be steered now.`)
  tx.sql.write(journeysSql.share, [numbers([journey])])
  const taken = await takeAll(tx, journey, chosen, order === 'retry')
  const { at } = await lockMembers(
    tx,
    taken.map((token) => token.member_id),
  )
  const inside = await follow(tx, await Moves.of(engine, tx, [journey]), taken, at)
  // What came for where they stood must not meet them where they stand next.
  if (order !== 'retry') forget(tx, inside, order === 'push-on')
  for (const { rows, ...version } of byVersion(inside)) {
    const place = { ...version, at, plan: await planOf(engine, tx, version.version_id) }
    if (order === 'pull-out') pullOut(tx, place, rows)
    else if (order === 'push-on') pushOn(tx, place, rows)
    else retry(tx, place, rows)
  }
  const done = inside.map((token) => token.enrolment_id)
  const detail = { people: done.length, enrolments: done.map(String) }
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: `people.${order}`, subject: key, detail },
  })
  const found = new Set(done)
  return { done, missed: chosen.flatMap(({ enrolment }) => (found.has(enrolment) ? [] : [enrolment])) }
}

/**
 * Takes the tokens of those who are inside. One that is being walked is waited for, and is another token after that: it is
 * asked for again, as long as its enrolment is inside.
 */
async function takeAll(tx: Tx, journey: JourneyId, chosen: readonly Chosen[], failed: boolean): Promise<TokenRow[]> {
  const taken: TokenRow[] = []
  let left = chosen
  for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries++) {
    const columns = [numbers(left.map((one) => one.member)), numbers(left.map((one) => one.enrolment))] as const
    taken.push(...(await tx.sql.query(steerSql.take, [journey, ...columns, failed])))
    const inside = await tx.sql.query(steerSql.inside, [journey, ...columns, failed])
    const found = new Set(taken.map((row) => row.enrolment_id))
    left = inside
      .filter((row) => !found.has(row.enrolment_id))
      .map((row) => ({ member: row.member_id, enrolment: row.enrolment_id }))
  }
  return taken
}

/** What is to take them out stays where they stay inside. */
const forget = (tx: Tx, tokens: readonly TokenRow[], staying: boolean): void =>
  tx.sql.write(steerSql.forget, [numbers(tokens.map((token) => token.enrolment_id)), staying])

interface Place extends Version {
  readonly plan: BoundPlan
  readonly at: number
}

const allLeaving = (tokens: readonly TokenRow[], outcome: number, at: number): EdgeRow[] =>
  tokens.flatMap(({ node, failed }) => leaving(node, failed, outcome, at))

function trace(tx: Tx, place: Place, tokens: readonly TokenRow[], outcome: number): void {
  traceSpecial(
    tx,
    place,
    tokens.map((token) => ({ token, outcome, visit: token.visit, at: place.at })),
  )
}

function pullOut(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  const { journey_id, version_id, at } = place
  trace(tx, place, tokens, SPECIAL_EDGES['pulled-out'])
  endEnrolments(tx, tokens, 'pulled-out', at)
  writeEdges(tx, journey_id, version_id, allLeaving(tokens, SPECIAL_EDGES['pulled-out'], at))
}

function pushOn(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  const { journey_id, version_id, plan, at } = place
  const targetOf = (token: TokenRow) => plan.nodes[token.node]?.next[0] ?? LEAVES
  const going = tokens.filter((token) => targetOf(token) !== LEAVES)
  const arrived = going.map((token) => ({
    ...{ ...token, node: targetOf(token), step: 0, visit: token.visit + 1 },
    ...{ previous_at: token.arrived_at, arrived_at: at },
  }))
  trace(tx, place, tokens, SPECIAL_EDGES['pushed-out'])
  const last = tokens.filter((token) => targetOf(token) === LEAVES)
  endEnrolments(tx, last, 'completed', at)
  forget(tx, last, false)
  const incoming = arrived.map(({ node }) => ({ node, outcome: SPECIAL_EDGES['pushed-in'], at, n: 1 }))
  const aside = last
    .filter((token) => token.entry_no < 0)
    .map(({ node }) => ({ node, outcome: SPECIAL_EDGES['reversed-done'], at, n: 1 }))
  const edges = [...allLeaving(tokens, SPECIAL_EDGES['pushed-out'], at), ...incoming, ...aside]
  writeEdges(tx, journey_id, version_id, edges)
  revive(
    tx,
    going.filter((token) => token.failed),
  )
  putBack(tx, place, arrived)
}

function retry(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  const { journey_id, version_id, at } = place
  const edges = tokens.map(({ node }) => ({ node, outcome: SPECIAL_EDGES.failed, at, n: -1 }))
  writeEdges(tx, journey_id, version_id, edges)
  revive(tx, tokens)
  putBack(tx, place, tokens)
}

function revive(tx: Tx, tokens: readonly TokenRow[]): void {
  if (tokens.length === 0) return
  tx.sql.write(steerSql.revive, [
    numbers(tokens.map((token) => token.member_id)),
    numbers(tokens.map((token) => token.enrolment_id)),
  ])
}

/** Lets them be walked on at once. */
function putBack(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  if (tokens.length === 0) return
  putTokens(
    tx,
    place,
    tokens.map((token) => ({ ...token, due_at: place.at, failed: false, again: false })),
  )
  const shards = tokens.map((token) => token.shard)
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, numbers(shards.map(() => place.journey_id)), numbers(shards)])
}
