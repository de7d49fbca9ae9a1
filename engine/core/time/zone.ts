import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { say } from '../say.ts'

const NAME = /^(UTC|[A-Za-z]+\/[\w+\-/]+)$/

const known = (zone: string): boolean => {
  // Others pass Temporal, but PostgreSQL reads the sign of '+08:00' the other way round, and CET without its DST.
  if (!NAME.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** An IANA zone that this program knows. */
export const Zone = z
  .string()
  .max(64)
  .refine(
    known,
    say('not a time zone: write an IANA name such as Asia/Shanghai', '没有这个时区：请写 IANA 名称，如 Asia/Shanghai'),
  )
  .register(fieldHints, { hint: { control: 'zone' } })

const LOCAL = say('a local date and time as YYYY-MM-DDTHH:mm', '请写成 YYYY-MM-DDTHH:mm 的当地日期和时间')
/** A date and time of some zone. The last character is a digit, for zod lets a `Z` pass as local. */
export const LocalDateTime = z.iso
  .datetime({ local: true, offset: false, precision: -1, ...LOCAL })
  .regex(/\d$/, LOCAL)
  .register(fieldHints, { hint: { control: 'local-time' } })

const zoned = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The local date of an instant, as YYYY-MM-DD. */
export const localDate = (at: number, zone: string): string => zoned(at, zone).toPlainDate().toString()

/** The date so many days after another; before it where they are below 0. */
export const dayAfter = (date: string, days = 1): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** The instant of a local date or date and time; a time that DST skips is moved on, one that it repeats is the first. */
export const atLocal = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

/** The local date and time of an instant to the minute, as YYYY-MM-DD HH:mm. */
export const localDateTime = (at: number, zone: string): string =>
  zoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** The first full local hour after an instant. */
export const hourAfter = (at: number, zone: string): number =>
  zoned(at, zone).round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }).epochMilliseconds
