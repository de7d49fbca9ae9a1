import { describe, expect, it } from 'vitest'
import { durationWords } from './duration.locale.ts'

describe('a length somebody set', () => {
  it.each([
    [{ amount: 1, unit: 'day' }, '1 天', '1 day'],
    [{ amount: 3, unit: 'day' }, '3 天', '3 days'],
    [{ amount: 2, unit: 'month' }, '2 个月', '2 months'],
    [{ amount: 30, unit: 'minute' }, '30 分钟', '30 minutes'],
  ] as const)('%o is %s, %s', (duration, zh, en) => {
    expect(durationWords(duration, 'zh-CN')).toBe(zh)
    expect(durationWords(duration, 'en')).toBe(en)
  })
})
