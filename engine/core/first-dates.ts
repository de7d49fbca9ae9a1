import { z } from 'zod'
import { OwnAttribute } from './attribute-name.ts'
import { say } from './say.ts'

/** An attribute that holds the instant at which a member first did one of some things, such as its first purchase. */
const FirstDate = z.strictObject({
  attribute: OwnAttribute,
  events: z.array(z.string().trim().min(1).max(200)).min(1).max(10),
})
export type FirstDate = z.infer<typeof FirstDate>

/** The first dates that a workspace keeps. */
export const FirstDates = z.strictObject({
  dates: z
    .array(FirstDate)
    .max(10)
    .default([])
    .refine(
      (dates) => new Set(dates.map(({ attribute }) => attribute)).size === dates.length,
      say('an attribute is there twice', '同一个属性出现了两次'),
    ),
})
export type FirstDates = z.infer<typeof FirstDates>
