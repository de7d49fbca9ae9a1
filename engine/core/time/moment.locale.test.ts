import { expect, it } from 'vitest'
import { momentWords } from './moment.locale.ts'

const NOW = Date.parse('2026-05-08T02:00Z')

it.each([
  ['2026-05-08T02:00Z', 'Asia/Shanghai', '5 月 8 日 10:00', '8 May 10:00'],
  ['2026-12-31T23:30Z', 'Asia/Shanghai', '2027 年 1 月 1 日 07:30', '1 Jan 2027 07:30'],
  ['2026-12-31T23:30Z', 'America/New_York', '12 月 31 日 18:30', '31 Dec 18:30'],
])('%s in %s is %s, %s', (at, zone, zh, en) => {
  expect(momentWords(Date.parse(at), NOW, zone, 'zh-CN')).toBe(zh)
  expect(momentWords(Date.parse(at), NOW, zone, 'en')).toBe(en)
})
