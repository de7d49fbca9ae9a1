import { z } from 'zod'
import { BUDGET_KINDS, Budgets } from '../budgets/budgets.ts'
import type { JourneyDocument } from './document.ts'

/** When a journey of the workspace is published by two people: one asks, another agrees. */
export const ApprovalRules = z.strictObject({
  /** Where it would take more members than so many. Absent: however many they are. */
  audienceAbove: z.int().min(0).max(1_000_000_000).optional(),
  /** Where the journey may spend more of a kind. One without a budget of it is not asked about. */
  budgetsAbove: Budgets.default([]),
  /** Where a trigger takes members whom nobody can count before, such as an event's: one person is enough, or two are needed. */
  uncounted: z.enum(['publish', 'ask']).default('publish'),
})
export type ApprovalRules = z.infer<typeof ApprovalRules>

/** Whom publishing would let in. */
export interface Reach {
  /** Members whom its audiences hold now; null where it has none. */
  readonly size: number | null
  /** Some trigger has no audience to count. */
  readonly hasUncounted: boolean
}

/** Why a second person must agree. */
export const ApprovalReason = z.discriminatedUnion('why', [
  z.object({ why: z.literal('audience'), size: z.int(), above: z.int() }),
  z.object({ why: z.literal('uncounted') }),
  /** Amounts as they are set. */
  z.object({ why: z.literal('budget'), of: z.enum(BUDGET_KINDS), most: z.number(), above: z.number() }),
  /** The journey asks for it by its own setting, as it is drawn or as it is live. */
  z.object({ why: z.literal('journey') }),
])
export type ApprovalReason = z.infer<typeof ApprovalReason>

/** What a request keeps of why it was made. */
export const ApprovalGrounds = z.object({ reasons: z.array(ApprovalReason) })

type Settled = Pick<JourneyDocument, 'settings'>

/** A journey is asked as it was as well: else whoever edits it could take the setting off and publish. */
const asksItself = ({ document, live }: { document: Settled; live: Settled | undefined }): boolean =>
  [document, live].some((one) => one?.settings.approval === 'always')

/** Whether anything but the journey itself can ask: where nothing can, nobody needs to count its audience. */
export const isReachAsked = ({ audienceAbove, uncounted }: ApprovalRules): boolean =>
  audienceAbove !== undefined || uncounted === 'ask'

/** Why publishing a document in place of what is live takes a second person; none: whoever may publish does so alone. */
export function needsApproval(
  journey: { readonly document: Settled; readonly live: Settled | undefined },
  { size, hasUncounted }: Reach,
  { audienceAbove, budgetsAbove, uncounted }: ApprovalRules,
): ApprovalReason[] {
  const reasons: ApprovalReason[] = []
  if (size !== null && audienceAbove !== undefined && size > audienceAbove)
    reasons.push({ why: 'audience', size, above: audienceAbove })
  if (hasUncounted && uncounted === 'ask') reasons.push({ why: 'uncounted' })
  for (const { of, most: above } of budgetsAbove)
    for (const { most } of journey.document.settings.budgets.filter((budget) => budget.of === of))
      if (most > above) reasons.push({ why: 'budget', of, most, above })
  if (asksItself(journey)) reasons.push({ why: 'journey' })
  return reasons
}
