import { INWARD_EDGES, isAside, outcomeName, SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { AtNode } from '../../core/explain/at-node.locale.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../../core/ids.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { numbers, texts } from '../../store/literal.ts'
import { countsSql } from '../../store/sql/counts.ts'
import { steerSql } from '../../store/sql/steer.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { retryFailed, unknownJourney } from '../control.ts'
import { type Engine, planOf } from '../engine.ts'

const PAGE = 50

export interface PeopleFilter {
  readonly state: 'waiting' | 'failed' | 'left'
  /** Of those who left: a drawn outcome, or another way such as `pulled-out`. */
  readonly outcome?: string | undefined
  readonly search?: string | undefined
  /** Number of a version; absent: all. */
  readonly version?: number | undefined
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** Somebody at a node, or who was there. Times are epoch milliseconds. */
export interface PersonAtNode extends AtNode {
  readonly enrolment: EnrolmentId
  readonly member: MemberId
  readonly name: string | null
  readonly identity: { readonly namespace: string; readonly value: string } | null
  readonly entry: number
  readonly version: number
  /** Arrived at; of those who left, left at. */
  readonly at: number
}

type Found = Row<'steer.standing'> | Row<'steer.gone'>

/** The node of one version. */
interface Spot {
  readonly version: VersionId
  readonly number: number
  readonly plan: BoundPlan
  readonly node: number
}

/** Who waits at a node, failed there or left it, newest enrolment first. Throws a UserError for a journey or node that is not there. */
export async function peopleAt(
  engine: Engine,
  tx: Tx,
  key: string,
  node: string,
  filter: PeopleFilter,
): Promise<{ people: PersonAtNode[]; next: string | null }> {
  const journey = await journeyIdOf(tx, key)
  const spots = await spotsOf(engine, tx, journey, node, filter.version)
  const rows = await rowsOf(tx, journey, spots, filter)
  const page = rows.slice(0, PAGE)
  const known = await identitiesOf(tx, page)
  const people = page.map((row): PersonAtNode => {
    const spot = spots.find((one) => one.version === row.version_id)
    const [at, outcome] = row.outcomes ?? [] // node and outcome of those who left
    const left = spot?.plan.nodes[at ?? -1]
    const stands = spot?.plan.nodes[spot.node]
    return {
      ...{ enrolment: row.enrolment_id, member: row.member_id, name: row.name },
      identity: known.get(row.member_id) ?? null,
      ...{ entry: row.entry_no, version: spot?.number ?? 0, at: row.at, wakesAt: row.wakes_at, reason: row.reason },
      outcome: outcome === undefined ? null : outcomeName(left?.outcomes ?? [], outcome),
      node: { settings: stands?.settings, texts: stands?.definition.texts },
      held: filter.state === 'waiting' && row.step === 0 && stands?.gate !== undefined,
      listens: stands?.listens ?? [],
    }
  })
  const last = page.at(-1)
  return { people, next: rows.length > PAGE && last ? String(last.enrolment_id) : null }
}

/**
 * Sets all who failed at a node going again from there, in whatever version they are; audited. Answers how many. Throws a
 * UserError for a journey or node that is not there, and for a journey that is being stopped.
 */
export async function retryFailedAt(
  engine: Engine,
  tx: DbTx,
  key: string,
  node: string,
  actor: string,
): Promise<number> {
  const spots = await spotsOf(engine, tx, await journeyIdOf(tx, key), node)
  return retryFailed(tx, key, actor, { node, spots })
}

export async function journeyIdOf(tx: Tx, key: string): Promise<JourneyId> {
  const [journey] = await tx.sql.query<{ id: JourneyId }>('SELECT id FROM journey WHERE key = $1', [key])
  if (!journey) throw unknownJourney(key)
  return journey.id
}

async function spotsOf(engine: Engine, tx: Tx, journey: JourneyId, node: string, number?: number): Promise<Spot[]> {
  const versions = await tx.sql.query(countsSql.versions, [journey])
  const spots: Spot[] = []
  for (const version of versions) {
    if (number !== undefined && version.number !== number) continue
    const plan = await planOf(engine, tx, version.id)
    const index = plan.nodes.findIndex((one) => one.id === node)
    if (index >= 0) spots.push({ version: version.id, number: version.number, plan, node: index })
  }
  if (spots.length === 0)
    throw new UserError('node-unknown', `No published version of the journey has a node “${node}”: publish it first.`)
  return spots
}

async function rowsOf(tx: Tx, journey: JourneyId, spots: readonly Spot[], filter: PeopleFilter): Promise<Found[]> {
  const { state, search, after } = filter
  const rest = [search?.trim() || null, Number(after ?? Number.MAX_SAFE_INTEGER), PAGE + 1] as const
  const columns = [numbers(spots.map((spot) => spot.version)), numbers(spots.map((spot) => spot.node))] as const
  if (state !== 'left') return tx.sql.query(steerSql.standing, [journey, ...columns, state === 'failed', ...rest])
  const ways = texts(spots.map((spot) => numbers(waysOf(spot, filter.outcome))))
  return tx.sql.query(steerSql.gone, [journey, ...columns, ways, ...rest])
}

/** Outcome numbers by which a node is left. */
function waysOf({ plan, node }: Spot, outcome: string | undefined): number[] {
  const drawn = (plan.nodes[node]?.outcomes ?? []).map((name, number) => ({ name, number }))
  const others = Object.entries(SPECIAL_EDGES).map(([name, number]) => ({ name, number }))
  const leaving = others.filter(({ number }) => !isAside(number) && !INWARD_EDGES.has(number))
  const all = [...drawn, ...leaving]
  return all.filter(({ name }) => outcome === undefined || name === outcome).map(({ number }) => number)
}

export async function identitiesOf(tx: Tx, rows: readonly { member_id: MemberId }[]) {
  const found = await tx.sql.query(steerSql.identities, [numbers(rows.map((row) => row.member_id))])
  return new Map(found.map(({ member_id, namespace, value }) => [member_id, { namespace, value }]))
}
