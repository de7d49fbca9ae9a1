import { describe, expect, it } from 'vitest'
import { distance, measuredDuration } from './measured.locale.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('a measured length', () => {
  it.each([
    [0, '即时', 'at once'],
    [1_234, '1.2 秒', '1.2 s'],
    [9_960, '10 秒', '10 s'],
    [42 * SECOND, '42 秒', '42 s'],
    [59_700, '1 分', '1 min'],
    [7 * MINUTE + 30 * SECOND, '7 分 30 秒', '7 min 30 s'],
    [HOUR - 100, '1 时', '1 h'],
    [18 * HOUR, '18 时', '18 h'],
    [DAY + 7 * HOUR, '1 天 7 时', '1 d 7 h'],
    [DAY + 20 * MINUTE, '1 天', '1 d'],
  ])('of %d ms is %s, %s', (ms, zh, en) => {
    expect(measuredDuration(ms, 'zh-CN')).toBe(zh)
    expect(measuredDuration(ms, 'en')).toBe(en)
  })
})

describe('a distance from now', () => {
  it.each([
    [-200, '刚刚', 'just now'],
    [-2 * SECOND, '2 秒前', '2 s ago'],
    [12 * MINUTE, '12 分钟后', 'in 12 min'],
    [-3 * HOUR - MINUTE, '3 小时前', '3 h ago'],
    [2 * DAY, '2 天后', 'in 2 d'],
  ])('of %d ms is %s, %s', (ms, zh, en) => {
    expect(distance(ms, 'zh-CN')).toBe(zh)
    expect(distance(ms, 'en')).toBe(en)
  })
})
