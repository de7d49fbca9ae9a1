import type { JourneyId, MemberId } from '../core/ids.ts'
import type { TriggerSpec } from '../core/journey/node.ts'
import { type JudgedSegment, judgeGroups, judgeSegments } from '../members/face.ts'
import { nameOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

/** Why a member is not in a journey that takes newcomers. Times are epoch milliseconds. */
export interface WhyNot {
  readonly journey: { readonly key: string; readonly name: string; readonly state: string }
  readonly because: WhyNotReason
}

export type WhyNotReason =
  /** An event came, or a run took the member, and was refused. */
  | { readonly kind: 'refused'; readonly at: number; readonly reason: Refusal; readonly event: string | null }
  /** It was in, and has left. */
  | { readonly kind: 'left'; readonly enteredAt: number }
  /** It would be in, and is held out for comparison: it is measured only. */
  | { readonly kind: 'held-out'; readonly at: number }
  /** A run took others: how its segments judge the member now, and its groups, whom nothing is unmet in. */
  | { readonly kind: 'not-in-audience'; readonly at: number; readonly segments: readonly AudienceSegment[] }
  /** Its audience is taken at `at` for the first time; null where no time is set. */
  | { readonly kind: 'not-yet'; readonly at: number | null }
  /** None of these events came since the journey is published as it is. */
  | { readonly kind: 'no-event'; readonly events: readonly string[]; readonly since: number }
  /** The event came, and is not what the trigger asks for. */
  | { readonly kind: 'not-asked'; readonly event: string; readonly at: number }

export interface AudienceSegment extends JudgedSegment {
  readonly use: 'include' | 'exclude'
}

/** Of every running or paused journey that the member is not inside, why; newest journey first, up to 100. */
export async function whyNotIn(engine: Engine, tx: Tx, member: MemberId): Promise<WhyNot[]> {
  const outside = await tx.sql.query(tracesSql.outside, [member])
  const journeys = numbers(outside.map((journey) => journey.id))
  const refused = byJourney(await tx.sql.query(tracesSql.refused, [member, journeys]))
  const runs = byJourney(await tx.sql.query(tracesSql.runs, [member, journeys]))
  const answers: WhyNot[] = []
  for (const journey of outside) {
    const { id, key, name, state, entered_at } = journey
    const run = runs.get(id)
    const because =
      refusalAfter(entered_at, refused.get(id), run) ??
      (entered_at === null
        ? await neverIn(engine, tx, member, journey, run)
        : journey.held_out
          ? ({ kind: 'held-out', at: entered_at } as const)
          : ({ kind: 'left', enteredAt: entered_at } as const))
    answers.push({ journey: { key, name, state }, because })
  }
  return answers
}

const byJourney = <R extends { journey_id: JourneyId }>(rows: readonly R[]): ReadonlyMap<JourneyId, R> =>
  new Map(rows.map((row) => [row.journey_id, row]))

/** The newest refusal, where the member did not enter since. */
function refusalAfter(
  entered: number | null,
  event: Row<'traces.refused'> | undefined,
  run: Row<'traces.runs'> | undefined,
): WhyNotReason | undefined {
  const refusals = [
    ...(event ? [{ at: event.at, reason: event.reason, event: event.event }] : []),
    ...(run && run.refused !== null ? [{ at: run.at, reason: run.refused, event: null }] : []),
  ].filter(({ at }) => entered === null || at >= entered)
  const newest = refusals.sort((a, b) => b.at - a.at)[0]
  return newest && { kind: 'refused', ...newest, reason: nameOf(REFUSALS, newest.reason) }
}

async function neverIn(
  engine: Engine,
  tx: Tx,
  member: MemberId,
  journey: Row<'traces.outside'>,
  run: Row<'traces.runs'> | undefined,
): Promise<WhyNotReason> {
  const plan = await planOf(engine, tx, journey.version_id)
  const triggers = plan.nodes.flatMap(({ key, trigger }) => (trigger ? [{ key, ...trigger }] : []))
  const { audience } = triggers.find((t) => t.audience && t.key === run?.node_key) ?? {}
  if (audience && run && !run.taken)
    return { kind: 'not-in-audience', at: run.at, segments: await judgeAudience(tx, member, audience, plan.zone) }
  const events = [...new Set(triggers.flatMap((t) => t.events?.matches.map((match) => match.event) ?? []))]
  if (events.length === 0) return { kind: 'not-yet', at: journey.fires_at }
  const since = journey.published_at
  const did = await tx.sql.query(tracesSql.did, [member, texts(events), since])
  const newest = did.sort((a, b) => b.at - a.at)[0]
  return newest ? { kind: 'not-asked', event: newest.name, at: newest.at } : { kind: 'no-event', events, since }
}

async function judgeAudience(
  tx: Tx,
  member: MemberId,
  { include, exclude, groups = [], excludeGroups = [] }: NonNullable<TriggerSpec['audience']>,
  zone: string,
): Promise<AudienceSegment[]> {
  const judged = await judgeSegments(tx, member, [...include, ...exclude], { at: await clockOf(tx), zone })
  const held = await judgeGroups(tx, member, [...groups, ...excludeGroups])
  const told = (of: typeof judged, excluded: readonly string[]): AudienceSegment[] =>
    of.map((one) => ({ ...one, use: excluded.includes(one.key) ? 'exclude' : 'include' }))
  return [...told(judged, exclude), ...told(held, excludeGroups)]
}
