import type { MemberId, VersionId } from '../core/ids.ts'
import type { TriggerSpec } from '../core/journey/node.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { type JudgedSegment, judgeSegments } from '../members/face.ts'
import { nameOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

/** Why a member is not in a journey that takes newcomers. Times are epoch milliseconds. */
export interface WhyNot {
  readonly journey: { readonly key: string; readonly name: string; readonly state: string }
  /** When it last entered; null for somebody who never did. */
  readonly enteredAt: number | null
  readonly because: WhyNotReason
}

export type WhyNotReason =
  /** An event came, and was refused. */
  | { readonly kind: 'refused'; readonly at: number; readonly reason: Refusal; readonly event: string | null }
  /** A run took others: how its segments judge the member now. */
  | { readonly kind: 'not-in-audience'; readonly at: number; readonly segments: readonly AudienceSegment[] }
  /** The audience is taken at `at` for the first time; null where no time is set any more. */
  | { readonly kind: 'not-yet'; readonly at: number | null }
  /** None of these events came since the journey is published as it is. */
  | { readonly kind: 'no-event'; readonly events: readonly string[]; readonly since: number }
  /** The event came, and is not what the trigger asks for. */
  | { readonly kind: 'not-asked'; readonly event: string; readonly at: number }
  /** It was in, and has left. */
  | { readonly kind: 'left'; readonly at: number }

export interface AudienceSegment extends JudgedSegment {
  readonly use: 'include' | 'exclude'
}

interface Row {
  key: string
  name: string
  state: string
  version_id: VersionId
  published_at: number
  entered_at: number | null
  refused_at: number | null
  refused: number | null
  refused_event: string | null
  run_node: number | null
  run_at: number | null
  run_took: boolean | null
  run_refused: number | null
  fires_at: number | null
}

/** Of every running or paused journey that the member is not inside, why; newest journey first, up to 100. */
export async function whyNotIn(engine: Engine, tx: Tx, member: MemberId): Promise<WhyNot[]> {
  const rows = await tx.sql.query<Row & Record<string, unknown>>(tracesSql.outside, [member])
  const answers: WhyNot[] = []
  for (const row of rows) {
    const because = await reasonOf(row, await planOf(engine, tx, row.version_id), tx, member)
    answers.push({
      journey: { key: row.key, name: row.name, state: row.state },
      enteredAt: row.entered_at,
      because,
    })
  }
  return answers
}

async function reasonOf(row: Row, plan: BoundPlan, tx: Tx, member: MemberId): Promise<WhyNotReason> {
  const last = row.entered_at ?? Number.NEGATIVE_INFINITY
  if (row.refused_at !== null && row.refused !== null && row.refused_at >= last)
    return { kind: 'refused', at: row.refused_at, reason: nameOf(REFUSALS, row.refused), event: row.refused_event }
  if (row.run_at !== null && row.run_refused !== null && row.run_at >= last)
    return { kind: 'refused', at: row.run_at, reason: nameOf(REFUSALS, row.run_refused), event: null }
  if (row.entered_at !== null) return { kind: 'left', at: row.entered_at }
  const triggers = plan.triggers.flatMap((index) => plan.nodes[index]?.trigger ?? [])
  const audience = audienceOf(plan, row.run_node) ?? triggers.find((t) => t.audience)?.audience
  if (audience && row.run_at !== null && row.run_took === false) {
    const segments = await audienceNow(tx, member, audience, plan.zone)
    return { kind: 'not-in-audience', at: row.run_at, segments }
  }
  const events = [...new Set(triggers.flatMap((t) => t.events?.matches.map((match) => match.event) ?? []))]
  if (events.length === 0) return { kind: 'not-yet', at: row.fires_at }
  const since = row.published_at
  const did = await tx.sql.query<{ name: string; at: number }>(tracesSql.did, [member, texts(events), since])
  const newest = did.sort((a, b) => b.at - a.at)[0]
  return newest ? { kind: 'not-asked', event: newest.name, at: newest.at } : { kind: 'no-event', events, since }
}

const audienceOf = (plan: BoundPlan, key: number | null) =>
  plan.nodes.find((node) => node.key === key)?.trigger?.audience

async function audienceNow(
  tx: Tx,
  member: MemberId,
  { include, exclude }: NonNullable<TriggerSpec['audience']>,
  zone: string,
): Promise<AudienceSegment[]> {
  const judged = await judgeSegments(tx, member, [...include, ...exclude], { at: await clockOf(tx), zone })
  return judged.map((segment) => ({ ...segment, use: exclude.includes(segment.key) ? 'exclude' : 'include' }))
}
