import type { Language } from '../locale/language.ts'

/** An instant as it comes from the server (ISO string), from a clock (epoch milliseconds) or a picker. */
export type Instant = string | number | Date

/** How an instant is read: in which language, on whose clock, and which clock needs no mention. */
export interface Reading {
  readonly language: Language
  /** IANA zone whose wall clock is shown. */
  readonly zone: string
  /** The reader's own zone: another clock than this one is named. */
  readonly reader: string
}

export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_MS = 86_400_000
const NEAR_DAYS = { '-1': ['昨天', 'yesterday'], '0': ['今天', 'today'], '1': ['明天', 'tomorrow'] } as const

/** The zone of this browser. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const epoch = (at: Instant): number => new Date(at).getTime()
const two = (value: number): string => String(value).padStart(2, '0')

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** What calendar and clock on the wall of `zone` say at an instant. `month` is 1 to 12. */
export function wallClock(at: Instant, zone: string): WallClock {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(epoch(at))) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return { year, month, day, hour, minute, second }
}

const asUtc = (wall: WallClock): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)

/** Minutes `zone` is ahead of UTC at an instant. */
function minutesAhead(at: Instant, zone: string): number {
  return Math.round((asUtc(wallClock(at, zone)) - epoch(at)) / 60_000)
}

/** The offset at an instant as people write it: GMT+8, GMT−3:30. */
export function offsetName(at: Instant, zone: string): string {
  const ahead = minutesAhead(at, zone)
  if (ahead === 0) return 'GMT'
  const minutes = Math.abs(ahead) % 60
  return `GMT${ahead < 0 ? '−' : '+'}${Math.floor(Math.abs(ahead) / 60)}${minutes ? `:${two(minutes)}` : ''}`
}

/** The zone's name in words: 中国标准时间, China Standard Time. */
export const zoneName = (zone: string, language: Language, at: Instant): string =>
  new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' })
    .formatToParts(epoch(at))
    .find((part) => part.type === 'timeZoneName')?.value ?? zone

/** Whether the reader's own clock shows something else at this instant. */
export const isForeignClock = (at: Instant, { zone, reader }: Reading): boolean =>
  zone !== reader && minutesAhead(at, zone) !== minutesAhead(at, reader)

const named = (text: string, at: Instant, reading: Reading): string =>
  isForeignClock(at, reading) ? `${text} ${offsetName(at, reading.zone)}` : text

function dateOf(
  { year, month, day }: Pick<WallClock, 'year' | 'month' | 'day'>,
  language: Language,
  withYear: boolean,
): string {
  if (language === 'zh-CN') return `${withYear ? `${year} 年 ` : ''}${month} 月 ${day} 日`
  return `${day} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`
}

function partsOf(day: string) {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  return { year, month, day: dayOfMonth }
}

/** 5 月 8 日, 8 May; with the year where it is not the year of `now`. */
export function date(at: Instant, { language, zone }: Reading, now: Instant): string {
  const wall = wallClock(at, zone)
  return dateOf(wall, language, wall.year !== wallClock(now, zone).year)
}

/** A local date and time as settings keep it (YYYY-MM-DDTHH:mm, or the date alone), with its year: 2026 年 5 月 8 日 10:00. */
export function localDateTime(local: string, language: Language): string {
  const [day = '', clock = ''] = local.split('T')
  const shown = dateOf(partsOf(day), language, true)
  return clock === '' ? shown : `${shown} ${clock.slice(0, 5)}`
}

/** Days from first to last, YYYY-MM-DD both: 4 月 8 日 – 5 月 7 日; the year where one is not in that of `today`. */
export function dayRange(from: string, to: string, today: string, language: Language): string {
  const withYear = from.slice(0, 4) !== today.slice(0, 4) || to.slice(0, 4) !== today.slice(0, 4)
  const [first, last] = [from, to].map((day) => dateOf(partsOf(day), language, withYear))
  return from === to ? `${first}` : `${first} – ${last}`
}

/** 10:00, with `seconds` 10:00:02. */
export function timeOfDay(at: Instant, reading: Reading, seconds = false): string {
  const { hour, minute, second } = wallClock(at, reading.zone)
  return named(`${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ''}`, at, reading)
}

/** 5 月 8 日 10:00, 8 May 10:00; the year where it is not this one, the zone where it is not the reader's. */
export const dateTime = (at: Instant, reading: Reading, now: Instant): string =>
  `${date(at, reading, now)} ${timeOfDay(at, reading)}`

/** 5 月 8 日 周五 10:00, Fri 8 May 10:00: as `dateTime`, with the weekday. */
export function weekdayDateTime(at: Instant, reading: Reading, now: Instant): string {
  const weekday = new Intl.DateTimeFormat(reading.language, { timeZone: reading.zone, weekday: 'short' }).format(
    epoch(at),
  )
  const [day, time] = [date(at, reading, now), timeOfDay(at, reading)]
  return reading.language === 'zh-CN' ? `${day} ${weekday} ${time}` : `${weekday} ${day} ${time}`
}

/** 明天 10:00 for yesterday, today and tomorrow, else the date. */
export function nearDateTime(at: Instant, reading: Reading, now: Instant): string {
  const midnight = (wall: WallClock) => Date.UTC(wall.year, wall.month - 1, wall.day)
  const days = (midnight(wallClock(at, reading.zone)) - midnight(wallClock(now, reading.zone))) / DAY_MS
  if (days !== -1 && days !== 0 && days !== 1) return dateTime(at, reading, now)
  const [zh, en] = NEAR_DAYS[days]
  return `${reading.language === 'zh-CN' ? zh : en} ${timeOfDay(at, reading)}`
}

/** All there is to know, for a title: 2026 年 5 月 8 日 10:00:02（中国标准时间，GMT+8）. */
export function fullDateTime(at: Instant, { language, zone }: Reading): string {
  const wall = wallClock(at, zone)
  const clock = `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`
  const text = `${dateOf(wall, language, true)} ${clock}`
  const place = zoneName(zone, language, at)
  return language === 'zh-CN'
    ? `${text}（${place}，${offsetName(at, zone)}）`
    : `${text} (${place}, ${offsetName(at, zone)})`
}
