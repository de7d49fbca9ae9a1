import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { say } from '../say.ts'
import { LocalDateTime, Zone } from '../time/zone.ts'

/** A local time of day, HH:mm. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, say('a time of day as HH:mm', '请写成 HH:mm 的时刻'))
  .register(fieldHints, { hint: { control: 'time-of-day' } })

/** In the order of ISO 8601: Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const Weekday = z.enum(WEEKDAYS)
const Interval = (most: number) => z.int().min(1).max(most).default(1)

/** The most days that each month has, January first. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** False for the 31st of April: a day that comes in no year. */
export const isDayOfYear = ({ month, day }: { month: number; day: number }): boolean => day <= (LONGEST[month - 1] ?? 0)

export const NO_SUCH_DAY = { path: ['day'], ...say('this month never has that day', '这个月没有这一天') }

/** What becomes of 29 February in other years. */
export const LeapDay = z.enum(['feb-28', 'mar-1', 'skip'])

/** How often, in words that compile to an RFC 5545 rule. */
export const Recurrence = z.discriminatedUnion('every', [
  /** From the firing's time of day on, every so many hours, to `last` at the latest. */
  z.strictObject({ every: z.literal('hour'), interval: z.int().min(1).max(23).default(1), last: TimeOfDay }),
  z.strictObject({ every: z.literal('day'), interval: Interval(365) }),
  /** By the workspace's holidays: days off between Monday and Friday are left out, weekend days worked instead (调休) are not. */
  z.strictObject({ every: z.literal('workday') }),
  z.strictObject({ every: z.literal('week'), interval: Interval(52), weekdays: z.array(Weekday).min(1).max(7) }),
  z.strictObject({
    every: z.literal('month'),
    interval: Interval(24),
    /** 1–31, or -1 for the last day; a month without the day is skipped. */
    days: z
      .array(z.union([z.int().min(1).max(31), z.literal(-1)]))
      .min(1)
      .max(31)
      .register(fieldHints, { hint: { control: 'month-days' } }),
  }),
  z.strictObject({
    every: z.literal('month-weekday'),
    interval: Interval(24),
    which: z.enum(['first', 'second', 'third', 'fourth', 'last']),
    weekday: Weekday,
  }),
  /** By the workspace's holidays. */
  z.strictObject({ every: z.literal('month-workday'), place: z.enum(['first', 'last']) }),
  z
    .strictObject({
      every: z.literal('year'),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      leapDay: LeapDay.default('feb-28').register(fieldHints, { hint: { advanced: true } }),
    })
    .refine(isDayOfYear, NO_SUCH_DAY),
])
export type Recurrence = z.infer<typeof Recurrence>

const Recurring = z
  .strictObject({
    kind: z.literal('recurring'),
    rule: Recurrence,
    time: TimeOfDay,
    /** First and last local day, both included. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    /** It fires so many times from its first day on, and then no more; excluded days count. */
    times: z
      .int()
      .min(1)
      .max(500)
      .optional()
      .register(fieldHints, { hint: { advanced: true } }),
    /** Local days on which it does not fire. */
    except: z
      .array(z.iso.date())
      .max(100)
      .optional()
      .register(fieldHints, { hint: { advanced: true } }),
    zone: Zone.optional(),
  })
  .refine(({ times, from }) => times === undefined || from !== undefined, {
    path: ['from'],
    ...say('say from which day to count the times', '限定次数时，请写明从哪天起计'),
  })
  .refine(({ rule, time }) => rule.every !== 'hour' || rule.last >= time, {
    path: ['rule', 'last'],
    ...say('the last time of the day comes before the first', '当天最后时刻早于最初时刻'),
  })

/** When an audience trigger fires. Local times are in `zone`, the journey's where absent. */
export const Firing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('at'), local: LocalDateTime, zone: Zone.optional() }),
  Recurring,
])
export type Firing = z.infer<typeof Firing>
