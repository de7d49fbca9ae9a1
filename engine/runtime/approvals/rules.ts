import type { JourneyId } from '../../core/ids.ts'
import {
  type ApprovalReason,
  ApprovalRules,
  isReachAsked,
  needsApproval,
  type Reach,
} from '../../core/journey/approval.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { clockOf } from '../../store/moment.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import type { DbTx, Tx } from '../../store/store.ts'
import { audienceOf } from '../journeys/audience.ts'

/** When journeys of the workspace take a second person to publish. */
export async function loadApprovalRules(tx: Tx): Promise<ApprovalRules> {
  const [row] = await tx.sql.query(approvalsSql.rules, [tx.tenant])
  return ApprovalRules.parse(row?.rules ?? {})
}

/** Puts rules in place of those there were; audited. */
export async function saveApprovalRules(tx: Tx, rules: ApprovalRules, actor: string): Promise<void> {
  await tx.sql.query(approvalsSql.saveRules, [tx.tenant, JSON.stringify(rules), actor])
}

/** A journey that is to be published, and what is live of it. */
export interface Candidate {
  readonly plan: BoundPlan
  readonly document: JourneyDocument
  readonly live: JourneyDocument | undefined
}

/** Whom a plan would let in, where its audiences hold `size`. */
export const reachOf = (plan: BoundPlan, size: number | null): Reach => ({
  size,
  hasUncounted: plan.triggers.some((index) => !plan.nodes[index]?.trigger?.audience),
})

/** Why publishing takes a second person; the audience is counted only where a rule asks how large it is. */
export async function reasonsOf(
  tx: DbTx,
  { plan, ...journey }: Candidate,
  of: { readonly journey: JourneyId; readonly size?: number | null },
): Promise<ApprovalReason[]> {
  const rules = await loadApprovalRules(tx)
  if (!isReachAsked(rules)) return needsApproval(journey, reachOf(plan, null), rules)
  const counted = async () => (await audienceOf(tx, plan, { journey: of.journey, at: await clockOf(tx) })).size
  return needsApproval(journey, reachOf(plan, of.size === undefined ? await counted() : of.size), rules)
}
