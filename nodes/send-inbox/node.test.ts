import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const text = { title: '{{member.name}}', body: '{{event.amount | "some"}} points' }
const reach = { reachable: true }

describe('an inbox message', () => {
  it('takes its variables along', () => {
    const facts = { reach, 'member.name': 'Ann', event: { amount: 5 } }
    expect(visit(definition, text, { facts })).toEqual({
      do: 'perform',
      body: { 'member.name': 'Ann', 'event.amount': 5 },
    })
  })

  it('falls back where a value is missing, and is blocked without a fallback', () => {
    expect(visit(definition, text, { facts: { reach, 'member.name': 'Ann', event: {} } })).toMatchObject({
      body: { 'event.amount': 'some' },
    })
    const blocked = visit(definition, text, { facts: { reach, event: {} } })
    expect(blocked).toEqual({
      do: 'leave',
      outcome: 'blocked',
      because: { reason: 'missing-variable', variable: 'member.name' },
    })
  })

  it('is blocked for who cannot be reached', () => {
    const facts = { reach: { reachable: false, reason: 'opted-out' }, 'member.name': 'Ann', event: {} }
    expect(visit(definition, text, { facts })).toEqual({
      do: 'leave',
      outcome: 'blocked',
      because: { reason: 'opted-out' },
    })
  })

  it('names variables that nothing answers', () => {
    const settings = definition.settings.parse({ title: '{{constructor.name}}', body: 'x' })
    expect(definition.check?.(settings)).toEqual([
      { code: 'variable-unknown', field: 'title', params: { name: 'constructor.name' } },
    ])
  })
})
