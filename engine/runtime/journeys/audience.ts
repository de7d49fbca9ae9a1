import type { JourneyId, MemberId } from '../../core/ids.ts'
import type { Channel, FactRequest, Purpose } from '../../core/journey/facts.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { loadReachability } from '../../reach/face.ts'
import type { DbTx, Tx } from '../../store/store.ts'
import { hasDay } from '../anniversaries.ts'
import { audienceCondition } from '../runs.ts'

/** How many members a share is told from. */
const SAMPLE = 2_000

/** Whom a journey would take. */
export interface Audience {
  /** Null where no trigger has an audience: then nobody knows. */
  readonly size: number | null
  /** Some of them, or of all members where nobody knows. */
  readonly sample: readonly MemberId[]
}

/** Whom the audience triggers of a plan would take at `at`; a member of several counts once. */
export async function audienceOf(
  tx: DbTx,
  plan: BoundPlan,
  { journey, at }: { journey: JourneyId; at: number },
): Promise<Audience> {
  const values: unknown[] = []
  const next = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  for (const index of plan.triggers) {
    const { key: nodeKey = 0, trigger } = plan.nodes[index] ?? {}
    if (!trigger?.audience) continue
    const of = { audience: trigger.audience, at, zone: plan.zone, journey, nodeKey }
    const condition = await audienceCondition(tx, of, next)
    // The compiler has seen all segments in this transaction.
    const { anniversary } = trigger.audience
    const day = anniversary ? ` AND ${hasDay(anniversary, next)}` : ''
    if ('text' in condition) conditions.push(`(${condition.text}${day})`)
  }
  const taken = conditions.length > 0 ? conditions.join(' OR ') : 'm.status < 4'
  // Spread over all of them, and the same each time it is asked.
  const text = `WITH taken AS MATERIALIZED (SELECT m.id FROM member m WHERE ${taken})
    SELECT (SELECT count(*)::int FROM taken) AS size,
      ARRAY(SELECT id FROM taken ORDER BY hashint8(id), id LIMIT ${SAMPLE}) AS sample`
  const [row] = await tx.sql.query<{ size: number; sample: (string | number)[] }>(text, values)
  return {
    size: conditions.length > 0 ? (row?.size ?? 0) : null,
    sample: (row?.sample ?? []).map((id) => Number(id) as MemberId), // keys of the table
  }
}

/** Per mille of members, by reason, whom a message would not reach. */
export interface Unreached {
  readonly node: string
  readonly channel: Channel
  readonly purpose: Purpose
  readonly perMille: Readonly<Record<string, number>>
}

/** Who of a sample cannot be reached by the nodes that ask for it, and why. */
export async function unreachedOf(tx: Tx, plan: BoundPlan, sample: readonly MemberId[]): Promise<Unreached[]> {
  if (sample.length === 0) return []
  const unreached: Unreached[] = []
  for (const { id: node, requests } of plan.nodes) {
    for (const { channel, purpose } of Object.values(requests).filter(isReach)) {
      const answers = await loadReachability(tx, sample, channel, purpose)
      const counts: Record<string, number> = {}
      for (const answer of answers) if (!answer.reachable) counts[answer.reason] = (counts[answer.reason] ?? 0) + 1
      const perMille = Object.entries(counts).map(([why, n]) => [why, Math.round((n * 1_000) / sample.length)])
      if (perMille.length > 0) unreached.push({ node, channel, purpose, perMille: Object.fromEntries(perMille) })
    }
  }
  return unreached
}

const isReach = (request: FactRequest): request is Extract<FactRequest, { kind: 'reach' }> => request.kind === 'reach'
