import { SPECIAL_EDGES } from '../core/edges.ts'
import type { EnrolmentId, EventId, JourneyId, MemberId, RunId, VersionId } from '../core/ids.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { decideReentry, type Entry } from '../core/journey/reentry.ts'
import type { JsonObject } from '../core/json.ts'
import type { Refusal } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { writeEdges } from './write-walk.ts'

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

export interface Enrolled {
  readonly enrolment: EnrolmentId
  readonly entrant: Entrant
  readonly shard: number
}

/** Member shards that may live at once, and pokes that may wait, before new enrolments share shards. */
const MEMBER_SHARDS = 2_000
const POKE_BACKLOG = 200
const SHARED_SHARDS = 16

/** Whether new enrolments of a journey get a shard of their own each. */
export async function perMemberShards(tx: Tx, plan: BoundPlan, entrants: number): Promise<boolean> {
  const { shards } = plan.settings
  if (shards !== 'auto') return shards === 'per-member'
  if (entrants > 1_000) return false
  const [now] = await tx.sql.query<{ member_shards: number; poke_backlog: number }>(eventsSql.installation)
  return (now?.member_shards ?? 0) < MEMBER_SHARDS && (now?.poke_backlog ?? 0) < POKE_BACKLOG
}

/** Earlier entries of members into journeys, by `member/journey`. The members must be locked. */
export async function historyOf(
  tx: Tx,
  members: readonly MemberId[],
  journeys: readonly JourneyId[],
): Promise<Map<string, Entry[]>> {
  const rows = await tx.sql.query<{
    member_id: number
    journey_id: number
    entry_no: number
    live: boolean
    entered_at: number
  }>(eventsSql.history, [numbers(members), numbers(journeys)])
  const by = new Map<string, Entry[]>()
  for (const row of rows) {
    const key = `${row.member_id}/${row.journey_id}`
    const entry = { entryNo: row.entry_no, live: row.live, enteredAt: row.entered_at }
    by.set(key, [...(by.get(key) ?? []), entry])
  }
  return by
}

/**
 * Enrols members whom the re-entry rule lets in: enrolment, token due at once, count, poke. The members must be locked, and
 * `history` (which is kept up to date here) read after that.
 */
export async function enrol(
  tx: Tx,
  place: EnrolPlace,
  entrants: readonly Entrant[],
  history: Map<string, Entry[]>,
): Promise<{ enrolled: Enrolled[]; refused: { entrant: Entrant; reason: Refusal }[] }> {
  const { plan, journey, version, at } = place
  const refused: { entrant: Entrant; reason: Refusal }[] = []
  const entering: { entrant: Entrant; entryNo: number; shard: number }[] = []
  const shards = typeof plan.settings.shards === 'number' ? plan.settings.shards : SHARED_SHARDS
  for (const entrant of entrants) {
    const key = `${entrant.member}/${journey}`
    const earlier = history.get(key) ?? []
    const answer = decideReentry(plan.settings.reentry, earlier, at, plan.zone)
    if ('refused' in answer) {
      refused.push({ entrant, reason: answer.refused })
      continue
    }
    history.set(key, [...earlier, { entryNo: answer.entryNo, live: true, enteredAt: at }])
    const shard = place.perMember ? -entrant.member : entrant.member % shards
    entering.push({ entrant, entryNo: answer.entryNo, shard })
  }
  if (entering.length === 0) return { enrolled: [], refused }
  const column = <T>(of: (e: (typeof entering)[number]) => T) => entering.map(of)
  const ids = await tx.sql.query<{ id: EnrolmentId }>(eventsSql.enrol, [
    tx.tenant,
    journey,
    version,
    at,
    place.run ?? null,
    numbers(column((e) => e.entrant.member)),
    numbers(column((e) => e.entryNo)),
    numbers(column((e) => e.shard)),
    numbers(column((e) => e.entrant.node)),
    numbers(column((e) => e.entrant.depth)),
    numbers(column((e) => e.entrant.sinceAt)),
    `{${column((e) => e.entrant.event?.id ?? 'NULL').join(',')}}`,
    texts(column((e) => (e.entrant.event ? JSON.stringify(e.entrant.event.properties) : null))),
  ])
  const enrolled = entering.flatMap((e, i) => {
    const row = ids[i]
    return row ? [{ enrolment: row.id, entrant: e.entrant, shard: e.shard }] : []
  })
  announce(tx, place, enrolled)
  return { enrolled, refused }
}

/** Counts those who entered, and wakes their shards. */
function announce(tx: Tx, { journey, version, at }: EnrolPlace, enrolled: readonly Enrolled[]): void {
  const perNode = new Map<number, number>()
  for (const e of enrolled) perNode.set(e.entrant.node, (perNode.get(e.entrant.node) ?? 0) + 1)
  const edges = [...perNode].map(([node, n]) => ({ node, outcome: SPECIAL_EDGES.enter, at, n }))
  writeEdges(tx, journey, version, edges)
  const shards = [...new Set(enrolled.map((e) => e.shard))]
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, numbers(shards.map(() => journey)), numbers(shards)])
}
