import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { say } from '../say.ts'
import { LocalDateTime, Zone } from '../time/zone.ts'

export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, say('a time of day as HH:mm', '请写成 HH:mm 的时刻'))
  .register(fieldHints, { hint: { control: 'time-of-day' } })

/** How often, in words that compile to an RFC 5545 rule. Only daily, weekly and monthly for now: other values are refused. */
export const Recurrence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), interval: z.int().min(1).max(365).default(1) }),
  z.strictObject({
    every: z.literal('week'),
    interval: z.int().min(1).max(52).default(1),
    weekdays: z
      .array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']))
      .min(1)
      .max(7),
  }),
  z.strictObject({
    every: z.literal('month'),
    interval: z.int().min(1).max(24).default(1),
    /** 1–31, or -1 for the last day; a month without the day is skipped. */
    days: z
      .array(z.union([z.int().min(1).max(31), z.literal(-1)]))
      .min(1)
      .max(31)
      .register(fieldHints, { hint: { control: 'month-days' } }),
  }),
])
export type Recurrence = z.infer<typeof Recurrence>

/** When an audience trigger fires. Local times are in `zone`, the journey's where absent. */
export const Firing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('at'), local: LocalDateTime, zone: Zone.optional() }),
  z.strictObject({
    kind: z.literal('recurring'),
    rule: Recurrence,
    time: TimeOfDay,
    /** First and last local day, both included. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    zone: Zone.optional(),
  }),
])
export type Firing = z.infer<typeof Firing>
