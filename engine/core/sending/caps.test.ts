import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unsentWords } from '../journey/reasons.locale.ts'
import { type Cap, overCap, reachedCap, type Sent } from './caps.ts'

const HOUR = 3_600_000
const sent = (at: number, journey = 1, channel: Sent['channel'] = 'inbox'): Sent => ({ at, journey, channel })
const cap = (of: Cap['of'], most: number, per: Cap['per'] = 'day'): Cap => ({ of, most, per })

describe('a cap', () => {
  it.each([
    [cap('company', 2), [sent(0, 1), sent(1, 2)], true],
    [cap('journey', 2), [sent(0, 1), sent(1, 2)], false],
    [cap('inbox', 2), [sent(0, 1), sent(1, 2)], true],
    [cap('inbox', 2), [sent(0, 1), sent(1, 2, 'email')], false],
    [cap('email', 1), [sent(0, 1, 'email')], false],
  ])('%j of %j: %s', (one, before, reached) => {
    expect(reachedCap([one], before, sent(2)) !== undefined).toBe(reached)
  })

  it('slides: what was sent a whole day ago is out', () => {
    const day = [cap('company', 1)]
    expect(reachedCap(day, [sent(0)], sent(24 * HOUR - 1))).toEqual(day[0])
    expect(reachedCap(day, [sent(0)], sent(24 * HOUR))).toBeUndefined()
    expect(reachedCap([cap('company', 1, 'week')], [sent(0)], sent(168 * HOUR - 1))).toBeDefined()
  })

  it('is never gone over, in any day, by messages judged a little out of order', () => {
    const moments = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: -1, max: 1 })), { maxLength: 40 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 4 }), (found, most) => {
        const went: Sent[] = []
        for (const [hour, aside] of [...found].sort(([a], [b]) => a - b)) {
          const next = sent((hour * 60 + aside) * 60_000)
          if (!reachedCap([cap('company', most)], went, next)) went.push(next)
        }
        for (const { at } of went)
          expect(went.filter((one) => one.at <= at && one.at > at - 24 * HOUR).length).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('is told as the reason', () => {
    const visit = { outcome: 'blocked', because: overCap(cap('company', 3, 'week')) }
    expect(unsentWords(visit, 'zh-CN')).toBe('没有发：触达上限「所有旅程每周 3 条」。')
    expect(unsentWords(visit, 'en')).toBe('Not sent: the cap of 3 a week (All journeys).')
  })
})
