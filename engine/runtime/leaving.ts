import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { BY_RULE } from '../core/journey/exits.ts'
import type { Because } from '../core/journey/node.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { TakenOut } from '../core/walk/traveller.ts'
import { codeOf, STIMULI } from '../store/codes.ts'
import { jsons, numbers } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { leavingSql } from '../store/sql/leaving.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { loadFacts } from './facts.ts'
import { whereMoved } from './moves.ts'

/** An enrolment that stands somewhere; one that is being begun gets its id later. */
interface Standing {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly shard: number
  readonly enrolment_id: EnrolmentId | null
  readonly member_id: MemberId
  readonly entry_no: number
}

export interface Leaver {
  readonly position: Standing
  readonly out: TakenOut['out']
  readonly because: Because
}

/**
 * Tells enrolments that they leave, and wakes them. Nothing of them is touched here: tokens belong to their advance, which takes
 * them out before anything that comes later.
 */
export function tellLeavers(tx: Tx, leavers: readonly Leaver[], at: number): void {
  if (leavers.length === 0) return
  const journeys = numbers(leavers.map(({ position }) => position.journey_id))
  const shards = numbers(leavers.map(({ position }) => position.shard))
  tx.sql.write(journeysSql.share, [journeys])
  tx.sql.write(leavingSql.tell, [
    tx.tenant,
    at,
    journeys,
    shards,
    numbers(leavers.map(({ position }) => position.enrolment_id ?? 0)),
    numbers(leavers.map(({ position }) => position.member_id)),
    numbers(leavers.map(({ out }) => codeOf(STIMULI, out))),
    jsons(leavers.map(({ because }) => because)),
  ])
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, journeys, shards])
}

/** Whom of those who stand somewhere the exit rule of their version takes out at `at`. The members must be locked. */
export async function whoMustLeave<P extends Standing>(
  tx: Tx,
  positions: readonly P[],
  plans: ReadonlyMap<VersionId, BoundPlan>,
  at: number,
): Promise<P[]> {
  const leaving: P[] = []
  for (const [version, plan] of plans) {
    const mine = positions.filter((position) => position.version_id === version)
    const [first] = mine
    if (!plan.exitRule || !first) continue
    const { requests, holds } = plan.exitRule
    const times = { enteredAt: at, arrivedAt: at, previousAt: at }
    const subjects = mine.map(({ member_id: member, enrolment_id: enrolment, entry_no: entryNo }) => ({
      at,
      traveller: { member, enrolment, entryNo, ...times },
    }))
    const place = { journey: first.journey_id, zone: plan.zone, node: { key: 0, requests } }
    const facts = await loadFacts(tx, place, subjects)
    leaving.push(...mine.filter((_, i) => holds(facts[i] ?? {}, { at, zone: plan.zone })))
  }
  return leaving
}

/** After something of members changed: takes them out of journeys whose exit rule holds now. The members must be locked. */
export async function judgeExitRules(engine: Engine, tx: Tx, members: readonly MemberId[], at: number): Promise<void> {
  if (members.length === 0) return
  const watched = await tx.sql.query(leavingSql.watched, [numbers([...new Set(members)])])
  // Whom a move is about to bring into a version that was not watched is judged there on arrival.
  const positions = await whereMoved(engine, tx, watched)
  if (positions.length === 0) return
  const versions = [...new Set(positions.map((position) => position.version_id))]
  const plans = new Map(await Promise.all(versions.map(async (v) => [v, await planOf(engine, tx, v)] as const)))
  const leaving = await whoMustLeave(tx, positions, plans, at)
  tellLeavers(
    tx,
    leaving.map((position) => ({ position, out: 'exit', because: BY_RULE })),
    at,
  )
}
