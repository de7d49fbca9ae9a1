import { z } from 'zod'
import { Caps } from './caps.ts'
import { QuietHours } from './quiet-hours.ts'

/** What holds for the messages of every journey of a workspace that says nothing else. */
export const SendingRules = z.strictObject({
  quietHours: QuietHours.optional(),
  caps: Caps.default([]),
})
export type SendingRules = z.infer<typeof SendingRules>
