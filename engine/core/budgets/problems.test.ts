import { describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { node } from '../../testing/simulated.ts'
import { compile } from '../journey/compile.ts'
import { problemText } from '../journey/problems.locale.ts'

const gift = node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } })
const growth = node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 }, account: 'growth' })
const code = node('note', 'send-inbox', { title: 'Hi', body: 'there', purpose: 'transactional' })
const note = node('note', 'send-inbox', { title: 'Hi', body: 'there' })

function problemsOf(budgets: readonly object[], reward: object, message: object, drawn: string) {
  const nodes = [node('start', 'trigger-event', { events: [{ event: 'ordered' }] }), reward, message]
  const edges = [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: drawn, to: 'note' },
  ]
  const document = { schema: 1, key: 'test', name: 'test', settings: { budgets }, nodes, edges }
  return compile(document, registry, { zone: 'UTC', exists: () => true }).problems
}
const points = { of: 'points', most: 10 }
const messages = { of: 'messages', most: 10 }
const money = { of: 'money', most: 10 }

describe('the compiler', () => {
  it.each([
    [[points, messages, money], gift, note, 'granted', []],
    [[points], gift, note, 'over-budget', []],
    [[points], growth, note, 'granted', ['budget-unused settings.budgets.0.of']],
    [[points, messages], gift, code, 'granted', ['budget-unused settings.budgets.1.of']],
    [[messages], gift, note, 'over-budget', ['over-budget-never gift']],
    [[], gift, note, 'over-budget', ['over-budget-never gift']],
  ])(
    'finds of budgets %j what takes from none, and who is never refused (%#)',
    (budgets, reward, message, drawn, found) => {
      const problems = problemsOf(budgets, reward, message, drawn)
      expect(problems.map((one) => `${one.code} ${one.field ?? one.node}`)).toEqual(found)
      for (const problem of problems) {
        expect(problem.severity).toBe('warning')
        for (const language of ['en', 'zh-CN']) expect(problemText(problem, language)).not.toMatch(/undefined|^$/)
      }
    },
  )
})
