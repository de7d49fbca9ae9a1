import { describe, expect, it } from 'vitest'
import { id } from '../../engine/core/ids.ts'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const call = {
  connection: 'crm',
  path: '/members/{{member.card}}',
  data: [
    { name: 'name', value: '{{member.name}}' },
    { name: 'amount', value: '{{event.amount}}' },
    { name: 'source', value: 'order of {{event.amount | "?"}}' },
  ],
  answers: [{ from: 'data.score', as: 'score', type: 'number' }],
}
const settled = { event: id<never>(1), name: 'call settled', at: AT, receivedAt: AT, properties: {} }

describe('a call of a service', () => {
  it('takes its data along, by their types, and leaves out what nothing is known of', () => {
    const facts = { 'member.card': 'A/7 ü', event: { amount: 5 } }
    expect(visit(definition, call, { facts })).toEqual({
      do: 'perform',
      body: { call: { path: '/members/A%2F7%20%C3%BC', body: { amount: 5, source: 'order of 5' } } },
    })
  })

  it('fails where its path cannot be written', () => {
    expect(visit(definition, call, { facts: { event: {} } })).toEqual({
      do: 'leave',
      outcome: 'failed',
      because: { reason: 'missing-variable', variable: 'member.card' },
    })
  })

  it('looks how its call stands when one is settled, and else waits on', () => {
    const facts = { event: {} }
    expect(visit(definition, call, { facts, step: 1, stimulus: settled })).toEqual({ do: 'perform', body: {} })
    expect(visit(definition, call, { facts, step: 1 })).toEqual({ do: 'park', until: null, step: 1 })
  })

  it.each([
    { connection: '' },
    { path: 'members' },
    { path: '/a b' },
    { path: '/a#b' },
    { data: [{ name: 'a.b', value: 'x' }] },
    { answers: [{ from: '', as: 'x' }] },
    { answers: [{ from: 'a..b', as: 'x' }] },
    { answers: [{ from: 'a', as: 'a.b' }] },
    { method: 'GET' },
  ])('refuses %j', (bad) => {
    expect(definition.settings.safeParse({ ...call, ...bad }).success).toBe(false)
  })

  it('needs its connection, and names what is written twice or nothing answers', () => {
    const settings = definition.settings.parse({
      ...{ connection: 'crm', path: '/{{a.b}}' },
      data: [1, 2].map(() => ({ name: 'x', value: '{{c}}' })),
      answers: [1, 2].map(() => ({ from: 'a', as: 'x' })),
    })
    expect(definition.references?.(settings)).toEqual([{ kind: 'account', key: 'crm', field: 'connection' }])
    expect(definition.check?.(settings)?.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'name-repeated data',
      'answer-repeated answers',
      'variable-unknown path',
      'variable-unknown data.0.value',
      'variable-unknown data.1.value',
    ])
  })
})
