import { describe, expect, it } from 'vitest'
import { compile } from '../engine/core/journey/compile.ts'
import { problemText } from '../engine/core/journey/problems.locale.ts'
import { registry } from './definitions.ts'

const start = { events: [{ event: 'order' }] }
const everyone = { include: ['vip'], firing: { kind: 'now' } }
const points = { amount: { kind: 'fixed', points: 5 } }
const inbox = { title: 'a', body: 'b' }
const email = { account: 'main', subject: 'a', text: 'b' }
const recurring = (rule: object) => ({ ...everyone, firing: { kind: 'recurring', rule, time: '10:00' } })
const asks = (field: string, op = 'gte', value: unknown = 3) => ({ rule: { field, op, value } })
const FIELD = 'points.<kind>'

/** What later versions will take, put where they will take it; and what of it the sentence must name. */
const SETTINGS: [what: string, type: string, settings: object, named: string][] = [
  ['a recurrence by the minute', 'trigger-audience', recurring({ every: 'minute' }), 'hour, day, workday'],
  [
    'an RFC 5545 rule',
    'trigger-audience',
    { ...everyone, firing: { kind: 'rrule', rrule: 'FREQ=YEARLY' } },
    'now, at, recurring',
  ],
  [
    'a weekday of the month',
    'trigger-audience',
    recurring({ every: 'month', days: [1], weekdays: ['MO'] }),
    'weekdays',
  ],
  ['the tier in a rule', 'attribute-check', asks('tier', 'eq', 'gold'), FIELD],
  ['coupons in a rule', 'attribute-check', asks('coupons.held'), FIELD],
  ['RFM in a rule', 'attribute-check', asks('rfm.recency'), FIELD],
  [
    'the lifecycle in a rule',
    'attribute-split',
    { branches: [{ id: '1', name: '1', ...asks('lifecycle.stage', 'eq', 'new') }] },
    FIELD,
  ],
  ['a tier multiplier', 'grant-points', { amount: { ...points.amount, tierMultiplier: true } }, 'tierMultiplier'],
  ['an amount by tier', 'grant-points', { amount: { kind: 'tier' } }, 'fixed, rate'],
  ['a budget', 'grant-points', { ...points, budget: 'spring' }, 'budget'],
  ['reversal', 'grant-points', { ...points, reversible: true }, 'reversible'],
  ['the content library', 'send-inbox', { ...inbox, content: 'spring' }, 'content'],
  ['waiting for an opening', 'send-inbox', { ...inbox, wait: { for: 'opened' } }, 'wait'],
  ['the library for e-mail', 'send-email', { ...email, content: 'spring' }, 'content'],
  ['waiting for a click', 'send-email', { ...email, wait: { for: 'clicked' } }, 'wait'],
  ['quiet hours of a message', 'send-email', { ...email, quietHours: 'hold' }, 'quietHours'],
]
const JOURNEY_SETTINGS = ['sendDays', 'approvals']
const EDGES: [what: string, type: string, settings: object, outcome: string][] = [
  ['out-of-stock', 'grant-points', points, 'granted, over-budget'],
  ['opened', 'send-inbox', inbox, 'sent, blocked, failed'],
]

function problemsOf(type: string, settings: object, more: { journey?: object; outcome?: string } = {}) {
  const node = { id: 'it', type, version: 1, name: 'it', settings }
  const first = { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: start }
  const isTrigger = registry.get(type)?.category === 'trigger'
  const { outcome } = more
  const document = {
    ...{ schema: 1, key: 'later', name: 'later', settings: more.journey ?? {} },
    nodes: isTrigger ? [node] : [first, node],
    edges: [
      ...(isTrigger ? [] : [{ from: 'start', outcome: 'next', to: 'it' }]),
      ...(outcome ? [{ from: 'it', outcome, to: 'it' }] : []),
    ],
  }
  const { plan, problems } = compile(document, registry, { zone: 'UTC', exists: () => true })
  expect(plan).toBeUndefined()
  return problems.filter((p) => p.severity === 'error')
}

describe('what is not there yet is refused, never taken and ignored:', () => {
  it.each(SETTINGS)('%s', (_, type, settings, named) => {
    const [first] = problemsOf(type, settings)
    expect([first?.number, first?.node]).toEqual(['WM1006', 'it'])
    expect(first && problemText(first, 'en')).toContain(named)
    expect(first && problemText(first, 'zh-CN')).toContain(named.replaceAll(', ', '、'))
  })

  it.each(JOURNEY_SETTINGS)('the setting %s of a journey', (name) => {
    const [first, ...others] = problemsOf('end', {}, { journey: { [name]: {} } })
    expect(others).toEqual([])
    expect(first && [first.number, problemText(first, 'en'), problemText(first, 'zh-CN')]).toEqual([
      'WM1001',
      `The journey file is malformed: settings: “${name}” is not supported: remove it (not there yet, or misspelt)`,
      `旅程文件格式不对：settings：不支持「${name}」，请删除（本版本还没有，或名称写错）`,
    ])
  })

  it.each(EDGES)('the outcome %s', (outcome, type, settings, known) => {
    const [first] = problemsOf(type, settings, { outcome })
    expect(first && [first.number, problemText(first, 'en')]).toEqual([
      'WM1008',
      `There is no outcome “${outcome}”; choose one of ${known}`,
    ])
  })
})
