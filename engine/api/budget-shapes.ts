import { z } from 'zod'
import { BUDGET_KINDS } from '../core/budgets/budgets.ts'
import type { BudgetRow } from '../runtime/journeys/budgets.ts'
import { Instant, isoOrNull } from './instant.ts'

const Budget = z.object({
  of: z.enum(BUDGET_KINDS),
  spent: z.number().describe('by all versions of the journey'),
  currency: z.string().nullable().describe('of money, ISO 4217: then amounts are in its main unit'),
})

/** How a budget of a journey stands. */
export const BudgetStanding = Budget.extend({
  most: z.number(),
  refused: z.int().describe('visits for which there was no room'),
  alertedAt: Instant.nullable().describe('when 80 % was spent; null until then, and again once more is allowed'),
  stoppedAt: Instant.nullable().describe('since when there is no room for somebody'),
})

/** What publishing would make of a budget. */
export const BudgetPlan = Budget.extend({
  most: z.number().nullable().describe('what the draft allows; null where it has no such budget'),
  before: z.number().nullable().describe('what the newest version allows; null where it has no such budget'),
})

export const budgetAnswer = ({ alertedAt, stoppedAt, ...budget }: BudgetRow): z.infer<typeof BudgetStanding> => ({
  ...{ ...budget, alertedAt: isoOrNull(alertedAt), stoppedAt: isoOrNull(stoppedAt) },
})
