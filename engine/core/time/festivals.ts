import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { isDayOfYear, LeapDay, NO_SUCH_DAY } from '../journey/firing.ts'
import { HOLIDAYS } from './calendar.ts'

/**
 * Which day of a statutory holiday. `festival` is the day it is named after; the others go by which days are worked: the first and
 * the last day off, with the weekends and holidays that it runs together with; the workdays before and after these; and every day
 * of a weekend that is worked for it (调休).
 */
export const HOLIDAY_DAYS = [
  'festival',
  'first-day-off',
  'last-day-off',
  'last-workday',
  'first-workday',
  'moved-workdays',
] as const

export const LUNAR_FESTIVALS = [
  'new-years-eve',
  'spring-festival',
  'lantern',
  'dragon-head',
  'dragon-boat',
  'qixi',
  'ghost',
  'mid-autumn',
  'double-ninth',
  'laba',
  'little-new-year-north',
  'little-new-year-south',
] as const

/** From the first of a solar year on. */
export const SOLAR_TERMS = [
  ...(['minor-cold', 'major-cold', 'spring-begins', 'rain-water', 'insects-awaken', 'spring-equinox'] as const),
  ...(['qingming', 'grain-rain', 'summer-begins', 'grain-buds', 'grain-in-ear', 'summer-solstice'] as const),
  ...(['minor-heat', 'major-heat', 'autumn-begins', 'heat-ends', 'white-dew', 'autumn-equinox'] as const),
  ...(['cold-dew', 'frost-descends', 'winter-begins', 'minor-snow', 'major-snow', 'winter-solstice'] as const),
] as const

/** Days of the world and of trade, in the order of a year. */
export const OCCASIONS = [
  ...(['new-year', 'valentines', 'womens-day', 'white-day', 'consumers-day', 'earth-day', 'labour-day'] as const),
  ...(['youth-day', 'mothers-day', 'five-twenty', 'childrens-day', 'fathers-day', 'six-eighteen'] as const),
  ...(['teachers-day', 'halloween', 'double-eleven', 'thanksgiving', 'black-friday', 'double-twelve'] as const),
  ...(['christmas-eve', 'christmas', 'new-years-eve'] as const),
] as const

const Month = z.int().min(1).max(12)

/** A day that comes again for everybody, as a trigger names it. */
export const FestivalDay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('statutory'),
    holiday: z.enum(HOLIDAYS),
    on: z.enum(HOLIDAY_DAYS).default('festival'),
  }),
  z.strictObject({ kind: z.literal('lunar'), festival: z.enum(LUNAR_FESTIVALS) }),
  z.strictObject({ kind: z.literal('solar-term'), term: z.enum(SOLAR_TERMS) }),
  z.strictObject({ kind: z.literal('occasion'), occasion: z.enum(OCCASIONS) }),
  z.strictObject({
    kind: z.literal('monthly'),
    /** 1–31, or -1 for the last day; a month without the day is skipped. */
    dates: z
      .array(z.union([z.int().min(1).max(31), z.literal(-1)]))
      .min(1)
      .max(32)
      .register(fieldHints, { hint: { control: 'month-days' } }),
  }),
  z
    .strictObject({
      kind: z.literal('yearly'),
      month: Month,
      day: z.int().min(1).max(31),
      leapDay: LeapDay.default('feb-28').register(fieldHints, { hint: { advanced: true } }),
    })
    .refine(isDayOfYear, NO_SUCH_DAY),
  /** Of the ordinary month, never of a leap month; a 30th is the 29th in a month of 29 days. */
  z.strictObject({ kind: z.literal('lunar-yearly'), month: Month, day: z.int().min(1).max(30) }),
])
export type FestivalDay = Readonly<z.infer<typeof FestivalDay>>

/** Whether its date depends on which days are worked. */
export const isByWorkdays = (day: FestivalDay): boolean => day.kind === 'statutory' && day.on !== 'festival'
