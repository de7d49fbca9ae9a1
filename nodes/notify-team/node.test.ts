import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const ann = '0b7e4f0c-5a0e-4c39-9d54-9c1f6f0b3a11'
const told = { text: 'Call {{member.name}}, order of {{event.amount | "some"}}', roles: ['operator'] }

describe('a notice to the team', () => {
  it('is filled in with what is known', () => {
    const facts = { 'member.name': 'Ann', event: { amount: 5 } }
    expect(visit(definition, told, { facts })).toEqual({ do: 'perform', body: { text: 'Call Ann, order of 5' } })
  })

  it('falls back, and is told with a dash where there is nothing to fall back to', () => {
    expect(visit(definition, told, { facts: { event: {} } })).toEqual({
      do: 'perform',
      body: { text: 'Call —, order of some' },
    })
  })

  it('is no longer than a notice, however long a value is', () => {
    const decision = visit(definition, told, { facts: { 'member.name': 'x'.repeat(5_000), event: {} } })
    expect(decision).toMatchObject({ do: 'perform', body: { text: expect.stringMatching(/^Call x{995}$/) } })
  })

  it('puts nothing in twice that a value looks like', () => {
    const facts = { 'member.name': '{{event.amount}}', event: { amount: 5 } }
    expect(visit(definition, told, { facts })).toMatchObject({ body: { text: 'Call {{event.amount}}, order of 5' } })
  })

  it.each([
    { roles: [], people: [] },
    { roles: ['owner'] },
    { people: ['ann'] },
    { text: ' ' },
    { text: 'x'.repeat(501) },
    { mail: '' },
  ])('refuses %j', (bad) => {
    expect(definition.settings.safeParse({ ...told, ...bad }).success).toBe(false)
  })

  it('needs its colleagues and its account, and names variables that nothing answers', () => {
    const settings = definition.settings.parse({ text: '{{a.b}}', people: [ann], mail: 'main' })
    expect(definition.references?.(settings)).toEqual([
      { kind: 'person', key: ann, field: 'people' },
      { kind: 'account', key: 'main', field: 'mail' },
    ])
    expect(definition.check?.(settings)).toEqual([{ code: 'variable-unknown', field: 'text', params: { name: 'a.b' } }])
  })
})
