import { z } from 'zod'
import { Instant } from './instant.ts'
import { Count, Difference } from './journey-shapes.ts'

export const Trial = z.object({
  node: z.string(),
  name: z.string(),
  event: z.string(),
  within: z.object({ amount: z.int(), unit: z.enum(['minute', 'hour', 'day', 'week', 'month']) }),
  revenue: z.string().nullable().describe('path of the number that arms are compared by; null: by conversions'),
  minimum: z.int().describe('people an arm needs at the least'),
  picks: z.enum(['by-hand', 'at-horizon']),
  since: Instant,
  dueAt: Instant.describe('judged once, then; nobody is looked at after it'),
  judged: z.boolean(),
  winner: z.object({ arm: z.string(), at: Instant, by: z.string() }).nullable().describe('gets the newcomers'),
  best: z.string().nullable().describe('the arm that the rule found at the horizon'),
  undecided: z.enum(['too-few', 'sample-ratio', 'no-difference']).nullable().describe('why no arm is better so far'),
  sampleRatio: z.object({ p: z.number(), mismatch: z.boolean() }),
  arms: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      percent: z.number(),
      baseline: z.boolean(),
      drawn: Count,
      measured: Count.describe('whose time for the goal is over; what follows is theirs'),
      conversions: Count,
      revenue: z.number(),
      lift: Difference.nullable().describe(
        'against the baseline, 95 % over all comparisons: of rates, or of revenue a person',
      ),
    }),
  ),
})
export const Trials = z.object({ trials: z.array(Trial) })
export const PickWinner = z.strictObject({
  arm: z.string().max(20).nullable().describe('null: newcomers are drawn again'),
})
export const Picked = z.object({ arm: z.string().nullable() })
