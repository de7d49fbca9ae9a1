import { describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { compile } from './compile.ts'
import { problemText } from './problems.locale.ts'

const CHRISTMAS = { days: [{ kind: 'occasion', occasion: 'christmas' }] }
const BIRTHDAY = { date: { kind: 'attribute', attribute: 'birthday' } }
const WEEKLY = { firing: { kind: 'recurring', rule: { every: 'week', weekdays: ['MO'] }, time: '10:00' } }

function problemsOf(type: string, settings: object, reentry?: object) {
  const start = { id: 's', type, version: 1, name: 's', settings: { include: ['all'], ...settings } }
  const journey = {
    schema: 1,
    key: 'a',
    name: 'a',
    ...(reentry && { settings: { reentry } }),
    nodes: [start],
    edges: [],
  }
  return compile(journey, registry, { zone: 'UTC', exists: () => true }).problems
}

describe('a trigger that takes the same members every year', () => {
  it.each([
    ['trigger-holiday', CHRISTMAS],
    ['trigger-anniversary', BIRTHDAY],
  ])('is odd where nobody may enter twice: %s', (type, settings) => {
    const problems = problemsOf(type, settings)
    expect(problems.map(({ number, node, severity }) => [number, node, severity])).toEqual([['WM1019', 's', 'warning']])
    for (const language of ['en', 'zh-CN'])
      expect(problems.map((p) => problemText(p, language)).join()).not.toMatch(/undefined|^$/)
    for (const rule of ['after-leaving', 'any-time']) expect(problemsOf(type, settings, { rule })).toEqual([])
  })

  it.each([
    ['trigger-holiday', { ...CHRISTMAS, take: 'new' }],
    ['trigger-audience', WEEKLY],
  ])('is not one that takes newcomers: %s %j', (type, settings) => expect(problemsOf(type, settings)).toEqual([]))
})
