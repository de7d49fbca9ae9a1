import { SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../../core/ids.ts'
import { enteredMonth } from '../../core/journey/effect.ts'
import { type BoundPlan, LEAVES } from '../../core/journey/plan.ts'
import { ENROLMENT_STATES } from '../../core/lifecycles/enrolment.ts'
import { journeyAfter } from '../../core/lifecycles/journey.ts'
import { codeOf } from '../../store/codes.ts'
import { numbers, texts } from '../../store/literal.ts'
import { lockMembers } from '../../store/moment.ts'
import { advanceSql } from '../../store/sql/advance.ts'
import { eventsSql } from '../../store/sql/events.ts'
import { journeysSql } from '../../store/sql/journeys.ts'
import { steerSql } from '../../store/sql/steer.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { lockedJourney } from '../control.ts'
import { type Engine, planOf } from '../engine.ts'
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
  const at = await lockMembers(
    tx,
    taken.map((token) => token.member_id),
  )
  // What came for where they stood must not meet them where they stand next.
  if (order !== 'retry') forget(tx, taken, order === 'push-on')
  for (const version of new Set(taken.map((token) => token.version_id))) {
    const place = { journey, version, at, plan: await planOf(engine, tx, version) }
    const tokens = taken.filter((token) => token.version_id === version)
    if (order === 'pull-out') pullOut(tx, place, tokens)
    else if (order === 'push-on') pushOn(tx, place, tokens)
    else retry(tx, place, tokens)
  }
  const done = taken.map((token) => token.enrolment_id)
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

interface Place {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly plan: BoundPlan
  readonly at: number
}

const column = (rows: readonly TokenRow[], of: (row: TokenRow) => number) => numbers(rows.map(of))

/** Counts those who left by a way that nobody drew, and no longer as failed. */
function leaving(tokens: readonly TokenRow[], outcome: number, at: number): EdgeRow[] {
  return tokens.flatMap(({ node, failed }): EdgeRow[] => [
    { node, outcome, at, n: 1 },
    ...(failed ? [{ node, outcome: SPECIAL_EDGES.failed, at, n: -1 }] : []),
  ])
}

function writeTraces(tx: Tx, { journey, version, at }: Place, tokens: readonly TokenRow[], outcome: number): void {
  tx.sql.write(advanceSql.trace, [
    tx.tenant,
    journey,
    version,
    texts(tokens.map((t) => enteredMonth(t.entered_at))),
    column(tokens, (t) => t.enrolment_id),
    column(tokens, (t) => t.visit),
    column(tokens, (t) => t.member_id),
    texts(tokens.map((t) => `{${t.node}}`)),
    texts(tokens.map(() => `{${outcome}}`)),
    column(tokens, () => at),
    texts(tokens.map(() => null)),
  ])
}

function finish(tx: Tx, { at }: Place, tokens: readonly TokenRow[], state: 'pulled-out' | 'completed'): void {
  if (tokens.length === 0) return
  const code = codeOf(ENROLMENT_STATES, state)
  tx.sql.write(advanceSql.finish, [
    column(tokens, (t) => t.member_id),
    column(tokens, (t) => t.enrolment_id),
    column(tokens, () => code),
    column(tokens, () => at),
    texts(tokens.map(() => null)),
  ])
}

function pullOut(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  writeTraces(tx, place, tokens, SPECIAL_EDGES['pulled-out'])
  finish(tx, place, tokens, 'pulled-out')
  writeEdges(tx, place.journey, place.version, leaving(tokens, SPECIAL_EDGES['pulled-out'], place.at))
}

function pushOn(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  const { journey, version, plan, at } = place
  const targetOf = (token: TokenRow) => plan.nodes[token.node]?.next[0] ?? LEAVES
  const going = tokens.filter((token) => targetOf(token) !== LEAVES)
  const arrived = going.map((token) => ({
    ...{ ...token, node: targetOf(token), step: 0, visit: token.visit + 1 },
    ...{ previous_at: token.arrived_at, arrived_at: at },
  }))
  writeTraces(tx, place, tokens, SPECIAL_EDGES['pushed-out'])
  const last = tokens.filter((token) => targetOf(token) === LEAVES)
  finish(tx, place, last, 'completed')
  forget(tx, last, false)
  const incoming = arrived.map(({ node }) => ({ node, outcome: SPECIAL_EDGES['pushed-in'], at, n: 1 }))
  const aside = last
    .filter((token) => token.entry_no < 0)
    .map(({ node }) => ({ node, outcome: SPECIAL_EDGES['reversed-done'], at, n: 1 }))
  writeEdges(tx, journey, version, [...leaving(tokens, SPECIAL_EDGES['pushed-out'], at), ...incoming, ...aside])
  revive(
    tx,
    going.filter((token) => token.failed),
  )
  putBack(tx, place, arrived)
}

function retry(tx: Tx, place: Place, tokens: readonly TokenRow[]): void {
  const { journey, version, at } = place
  const edges = tokens.map(({ node }) => ({ node, outcome: SPECIAL_EDGES.failed, at, n: -1 }))
  writeEdges(tx, journey, version, edges)
  revive(tx, tokens)
  putBack(tx, place, tokens)
}

function revive(tx: Tx, tokens: readonly TokenRow[]): void {
  if (tokens.length === 0) return
  tx.sql.write(steerSql.revive, [column(tokens, (t) => t.member_id), column(tokens, (t) => t.enrolment_id)])
}

/** Lets them be walked on at once. */
function putBack(tx: Tx, { journey, version, at }: Place, tokens: readonly TokenRow[]): void {
  if (tokens.length === 0) return
  const shards = column(tokens, (t) => t.shard)
  tx.sql.write(advanceSql.put, [
    tx.tenant,
    journey,
    version,
    shards,
    column(tokens, (t) => t.enrolment_id),
    column(tokens, (t) => t.member_id),
    column(tokens, (t) => t.node),
    column(tokens, (t) => t.step),
    column(tokens, (t) => t.visit),
    column(tokens, (t) => t.entry_no),
    column(tokens, (t) => t.depth),
    column(tokens, (t) => t.entered_at),
    column(tokens, (t) => t.arrived_at),
    column(tokens, (t) => t.previous_at),
    column(tokens, () => at),
    `{${tokens.map(() => 'f').join(',')}}`,
  ])
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, numbers(tokens.map(() => journey)), shards])
}
