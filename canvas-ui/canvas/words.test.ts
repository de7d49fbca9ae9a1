import { expect, it } from 'vitest'
import { Rule } from '../../engine/core/rules/rule.ts'
import { wordsIn } from './words.ts'

const zh = wordsIn('zh-CN')
const en = wordsIn('en')

it.each([
  [{ field: 'event.amount', op: 'gte', value: 200 }, 'amount ≥ 200', 'amount ≥ 200'],
  [{ field: 'tags', op: 'has', value: 'vip' }, '有「vip」标签', 'Tagged “vip”'],
  [{ field: 'member.city', op: 'in', value: ['上海', '杭州'] }, 'city 属于 上海、杭州', 'city in 上海, 杭州'],
  [
    { field: 'member.born', op: 'within-last', value: { amount: 1, unit: 'day' } },
    'born 在最近 1 天',
    'born in the last 1 day',
  ],
  [{ not: { field: 'member.city', op: 'empty' } }, '非（city 为空）', 'not (city is empty)'],
  [{ all: [] }, '所有人', 'Everyone'],
  [
    {
      all: [
        { field: 'member.a', op: 'lt', value: 1 },
        { any: [{ events: { event: 'order' } }, { field: 'member.b', op: 'between', value: [1, 2] }] },
      ],
    },
    'a < 1 且 (做过 order 或 b 1–2)',
    'a < 1 and (Did order or b 1–2)',
  ],
])('the rule %j is said in one line', (rule, inChinese, inEnglish) => {
  const parsed = Rule.parse(rule)
  expect([zh.rule(parsed), en.rule(parsed)]).toEqual([inChinese, inEnglish])
})

it('a text with variables shows what stands in for them', () => {
  expect(en.template('{{member.name | "Friend"}}, {{member.city}}')).toBe('Friend, [member.city]')
})
