import { describe, expect, it } from 'vitest'
import {
  date,
  dateTime,
  dayRange,
  fullDateTime,
  localDateTime,
  nearDateTime,
  offsetName,
  type Reading,
  timeOfDay,
  wallClock,
} from './time.ts'

const SHANGHAI = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'
const at = '2026-05-08T02:00:02Z'
const now = '2026-05-07T01:00:00Z'
const zh: Reading = { language: 'zh-CN', zone: SHANGHAI, reader: SHANGHAI }
const en: Reading = { ...zh, language: 'en' }

describe('a date and time', () => {
  it.each([
    ['in the reader’s zone', at, zh, '5 月 8 日 10:00'],
    ['in English', at, en, '8 May 10:00'],
    ['of another year', '2027-01-01T00:00:00Z', zh, '2027 年 1 月 1 日 08:00'],
    ['of another year in English', '2025-09-30T00:00:00Z', en, '30 Sep 2025 08:00'],
    ['at midnight', '2026-05-07T16:00:00Z', en, '8 May 00:00'],
    ['for a reader elsewhere', at, { ...zh, reader: NEW_YORK }, '5 月 8 日 10:00 GMT+8'],
    ['for a reader whose zone has the same clock', at, { ...en, reader: 'Asia/Singapore' }, '8 May 10:00'],
  ])('%s', (_, instant, reading, text) => {
    expect(dateTime(instant, reading, now)).toBe(text)
  })

  it.each([
    ['2026-05-06T02:00:00Z', '昨天 10:00', 'yesterday 10:00'],
    ['2026-05-07T15:59:00Z', '今天 23:59', 'today 23:59'],
    ['2026-05-07T16:00:00Z', '明天 00:00', 'tomorrow 00:00'],
    ['2026-05-09T02:00:00Z', '5 月 9 日 10:00', '9 May 10:00'],
  ])('%s is near as %s, %s', (instant, chinese, english) => {
    expect(nearDateTime(instant, zh, now)).toBe(chinese)
    expect(nearDateTime(instant, en, now)).toBe(english)
  })

  it('tells all in full', () => {
    expect(fullDateTime(at, zh)).toBe('2026 年 5 月 8 日 10:00:02（中国标准时间，GMT+8）')
    expect(fullDateTime(at, en)).toBe('8 May 2026 10:00:02 (China Standard Time, GMT+8)')
  })

  it.each([
    ['2026-05-08T10:00', '2026 年 5 月 8 日 10:00', '8 May 2026 10:00'],
    ['2026-12-01', '2026 年 12 月 1 日', '1 Dec 2026'],
  ])('of settings, %s, is %s, %s', (local, chinese, english) => {
    expect(localDateTime(local, 'zh-CN')).toBe(chinese)
    expect(localDateTime(local, 'en')).toBe(english)
  })

  it.each([
    ['2026-04-08', '2026-05-07', '4 月 8 日 – 5 月 7 日', '8 Apr – 7 May'],
    ['2025-12-30', '2026-01-02', '2025 年 12 月 30 日 – 2026 年 1 月 2 日', '30 Dec 2025 – 2 Jan 2026'],
    ['2026-05-07', '2026-05-07', '5 月 7 日', '7 May'],
  ])('of days from %s to %s is %s, %s', (from, to, chinese, english) => {
    expect(dayRange(from, to, '2026-05-08', 'zh-CN')).toBe(chinese)
    expect(dayRange(from, to, '2026-05-08', 'en')).toBe(english)
  })

  it('has its parts alone', () => {
    expect(date(at, zh, now)).toBe('5 月 8 日')
    expect(timeOfDay(at, zh)).toBe('10:00')
    expect(timeOfDay(at, zh, true)).toBe('10:00:02')
    expect(timeOfDay(at, { ...zh, reader: NEW_YORK })).toBe('10:00 GMT+8')
  })
})

describe('an offset', () => {
  it.each([
    ['UTC', 'GMT'],
    [SHANGHAI, 'GMT+8'],
    ['Asia/Kolkata', 'GMT+5:30'],
    ['America/St_Johns', 'GMT−2:30'],
    [NEW_YORK, 'GMT−4'],
  ])('of %s is %s in May', (zone, name) => {
    expect(offsetName(at, zone)).toBe(name)
  })

  it('follows daylight saving', () => {
    expect(offsetName('2026-01-08T00:00:00Z', NEW_YORK)).toBe('GMT−5')
  })
})

describe('the wall clock', () => {
  it('is the one of the zone', () => {
    expect(wallClock('2026-12-31T20:00:09Z', SHANGHAI)).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 4,
      minute: 0,
      second: 9,
    })
  })
})
