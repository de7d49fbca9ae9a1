import { SPECIAL_EDGES } from '../core/edges.ts'
import type { EnrolmentId, EventId, JourneyId, MemberId, RunId, VersionId } from '../core/ids.ts'
import { type Insider, isExcluded } from '../core/journey/exclusion.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { decideReentry, type Entry, isHeldOut } from '../core/journey/reentry.ts'
import type { JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { codeOf } from '../store/codes.ts'
import { jsons, numbers } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { type EdgeRow, writeEdgesOf } from './write-walk.ts'

/** A member about to enter by a trigger. `sinceAt` is the own time of what began it, epoch milliseconds. */
export interface Entrant {
  readonly member: MemberId
  readonly node: number
  readonly sinceAt: number
  readonly depth: number
  readonly event?: { id: EventId; properties: JsonObject }
}

export interface EnrolPlace {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly plan: BoundPlan
  readonly at: number
  readonly run?: RunId
  readonly perMember: boolean
}

/** An entrant whom the re-entry rule lets in. */
export interface Admitted {
  readonly entrant: Entrant
  readonly entryNo: number
  readonly shard: number
  /** It is measured, and never walked. */
  readonly heldOut: boolean
}

/** Entries of members into journeys, by `member/journey`. */
export type History = Map<string, Entry[]>

/** How busy the installation is, at most a second old. */
export interface Load {
  readonly member_shards: number
  readonly poke_backlog: number
}

/** Member shards that may live at once, and pokes that may wait, before new enrolments share shards. */
const MEMBER_SHARDS = 2_000
const POKE_BACKLOG = 200
const SHARED_SHARDS = 16

export async function loadNow(tx: Tx): Promise<Load> {
  const [now] = await tx.sql.query(eventsSql.installation)
  return now ?? { member_shards: 0, poke_backlog: 0 }
}

/** Whether new enrolments of a journey get a shard of their own each. */
export function perMemberShards({ settings: { shards } }: BoundPlan, entrants: number, load: Load): boolean {
  if (shards !== 'auto') return shards === 'per-member'
  return entrants <= 1_000 && load.member_shards < MEMBER_SHARDS && load.poke_backlog < POKE_BACKLOG
}

/** Earlier entries of members into journeys, by `member/journey`. The members must be locked. */
export async function historyOf(
  tx: Tx,
  members: readonly MemberId[],
  journeys: readonly JourneyId[],
): Promise<History> {
  const rows = await tx.sql.query(eventsSql.history, [numbers(members), numbers(journeys)])
  const by: History = new Map()
  for (const row of rows) {
    const key = `${row.member_id}/${row.journey_id}`
    const entry = { entryNo: row.entry_no, live: row.live, enteredAt: row.entered_at, heldOut: row.held_out }
    by.set(key, [...(by.get(key) ?? []), entry])
  }
  return by
}

/**
 * Lets a member in, or says why not. The member must be locked, and `history`, which is kept up to date here, and where else
 * they are inside read after that.
 */
export function admit(
  { plan, journey, at, perMember }: EnrolPlace,
  entrant: Entrant,
  history: History,
  inside: readonly Insider[],
) {
  const key = `${entrant.member}/${journey}`
  const earlier = history.get(key) ?? []
  const answer = decideReentry(plan.settings, earlier, at, plan.zone)
  if ('refused' in answer) return answer
  if (isExcluded(journey, plan.settings, inside)) return { refused: 'in-other-journey' as const }
  const { entryNo } = answer
  const heldOut = isHeldOut(plan.settings, journey, entrant.member)
  history.set(key, [...earlier, { entryNo, live: true, enteredAt: at, heldOut }])
  const shards = typeof plan.settings.shards === 'number' ? plan.settings.shards : SHARED_SHARDS
  const shard = perMember ? -entrant.member : entrant.member % shards
  return { admitted: { entrant, entryNo, shard, heldOut } satisfies Admitted }
}

/** Admitted members of one version of a journey. */
export interface Entering {
  readonly place: EnrolPlace
  readonly admitted: readonly Admitted[]
}

/**
 * Writes what admitted members begin with, of all journeys at once: enrolment, token due at once, count, poke; of those held out
 * the first and the third. All places are of one moment, and of one run if any. Answers the enrolments, in order.
 */
export async function enrol(tx: Tx, entering: readonly Entering[]): Promise<EnrolmentId[]> {
  const all = entering.flatMap(({ place, admitted }) => admitted.map((who) => ({ ...who, place })))
  const [first] = all
  if (!first) return []
  const column = <T>(of: (e: (typeof all)[number]) => T) => all.map(of)
  const rows = await tx.sql.query(eventsSql.enrol, [
    tx.tenant,
    numbers(column((e) => e.place.journey)),
    numbers(column((e) => e.place.version)),
    first.place.at,
    first.place.run ?? null,
    numbers(column((e) => e.entrant.member)),
    numbers(column((e) => e.entryNo)),
    numbers(column((e) => e.shard)),
    numbers(column((e) => e.entrant.node)),
    numbers(column((e) => e.entrant.depth)),
    numbers(column((e) => e.entrant.sinceAt)),
    `{${column((e) => e.entrant.event?.id ?? 'NULL').join(',')}}`,
    jsons(column((e) => e.entrant.event?.properties)),
    numbers(column((e) => codeOf(ENROLMENT_STATES, e.heldOut ? 'holdout' : 'live'))),
  ])
  writeEdgesOf(
    tx,
    entering.map(({ place, admitted }) => ({ ...place, edges: entriesOf(place, admitted) })),
  )
  wake(tx, entering)
  return rows.map((row) => row.id)
}

/** Counts those who entered. */
function entriesOf({ at }: EnrolPlace, admitted: readonly Admitted[]): EdgeRow[] {
  const perNode = new Map<number, { entered: number; heldOut: number }>()
  for (const { entrant, heldOut } of admitted) {
    const sum = perNode.get(entrant.node) ?? { entered: 0, heldOut: 0 }
    sum[heldOut ? 'heldOut' : 'entered']++
    perNode.set(entrant.node, sum)
  }
  const edges = [...perNode].flatMap(([node, { entered, heldOut }]) => [
    { node, outcome: SPECIAL_EDGES.enter, at, n: entered },
    { node, outcome: SPECIAL_EDGES.holdout, at, n: heldOut },
  ])
  return edges.filter(({ n }) => n > 0)
}

function wake(tx: Tx, entering: readonly Entering[]): void {
  const shards = entering.flatMap(({ place: { journey }, admitted }) =>
    [...new Set(admitted.flatMap((e) => (e.heldOut ? [] : [e.shard])))].map((shard) => ({ journey, shard })),
  )
  if (shards.length === 0) return
  const columns = [numbers(shards.map((s) => s.journey)), numbers(shards.map((s) => s.shard))] as const
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, ...columns])
}
