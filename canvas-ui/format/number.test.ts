import { describe, expect, it } from 'vitest'
import {
  fullMoney,
  fullNumber,
  isShortened,
  pointsInterval,
  rate,
  ratePoints,
  shortMoney,
  shortNumber,
} from './number.ts'

describe('a number', () => {
  it.each([
    [0, '0', '0'],
    [8_474, '8,474', '8,474'],
    [9_999, '9,999', '9,999'],
    [10_000, '1 万', '10k'],
    [12_408, '1.2 万', '12.4k'],
    [45_832, '4.6 万', '45.8k'],
    [999_949, '100 万', '999.9k'],
    [999_950, '100 万', '1M'],
    [3_400_000, '340 万', '3.4M'],
    [99_949_999, '9,995 万', '99.9M'],
    [99_999_999, '1 亿', '100M'],
    [340_000_000, '3.4 亿', '340M'],
    [1_250_000_000_000, '1.3 万亿', '1,250B'],
    [-5, '−5', '−5'],
    [-12_408, '−1.2 万', '−12.4k'],
    [2.5, '2.5', '2.5'],
  ])('%d reads %s in Chinese and %s in English', (value, zh, en) => {
    expect(shortNumber(value, 'zh-CN')).toBe(zh)
    expect(shortNumber(value, 'en')).toBe(en)
  })

  it.each([
    [45_832, '45,832'],
    [-45_832.5, '−45,832.5'],
    [0.0001, '0'],
    [-0.0001, '0'],
  ])('%d in full is %s', (value, text) => {
    expect(fullNumber(value)).toBe(text)
  })

  it('is shortened from 10,000, on either side of zero', () => {
    expect([9_999, 10_000, -9_999, -10_000].map(isShortened)).toEqual([false, true, false, true])
  })
})

describe('a rate', () => {
  it.each([
    [0.2149, '21.5%'],
    [1, '100.0%'],
    [0, '0.0%'],
    [-0.003, '−0.3%'],
    [-0.0004, '0.0%'],
  ])('%d is %s', (share, text) => {
    expect(rate(share)).toBe(text)
  })

  it.each([
    [0.051, '+5.1 pp'],
    [-0.002, '−0.2 pp'],
    [0, '0.0 pp'],
    [-0.0001, '0.0 pp'],
  ])('a difference of %d is %s', (difference, text) => {
    expect(ratePoints(difference)).toBe(text)
  })

  it.each([
    [0.036, 0.066, '3.6–6.6', '3.6–6.6'],
    [-0.003, 0.029, '−0.3 至 2.9', '−0.3 to 2.9'],
    [-0.03, -0.01, '−3.0 至 −1.0', '−3.0 to −1.0'],
  ])('an interval from %d to %d is %s, in English %s', (low, high, zh, en) => {
    expect(pointsInterval(low, high, 'zh-CN')).toBe(zh)
    expect(pointsInterval(low, high, 'en')).toBe(en)
  })
})

describe('money', () => {
  it.each([
    [1_234, 'CNY', '¥1,234.00', '¥1,234.00'],
    [486_000, 'CNY', '¥48.6 万', '¥486k'],
    [-486_000, 'CNY', '−¥48.6 万', '−¥486k'],
    [-0.5, 'USD', '−$0.50', '−$0.50'],
    [12, 'CHF', 'CHF 12.00', 'CHF 12.00'],
  ])('%d %s is %s, in English %s', (amount, currency, zh, en) => {
    expect(shortMoney(amount, currency, 'zh-CN')).toBe(zh)
    expect(shortMoney(amount, currency, 'en')).toBe(en)
  })

  it('in full has every digit', () => {
    expect(fullMoney(1_234_567.891, 'CNY')).toBe('¥1,234,567.89')
  })
})
