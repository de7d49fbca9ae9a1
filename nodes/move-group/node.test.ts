import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const over = (...data: [name: string, value: string][]) => ({
  ...{ kind: 'hand-over', journey: 'next' },
  data: data.map(([name, value]) => ({ name, value })),
})

describe('moving members', () => {
  it('hands over what is known, with its type where a variable stands alone', () => {
    const settings = over(
      ['amount', '{{event.amount}}'],
      ['greet', 'Hi {{member.name | "you"}}'],
      ['x', '{{member.no}}'],
    )
    const facts = { event: { amount: 7 }, 'member.name': undefined, 'member.no': undefined }
    expect(visit(definition, settings, { facts })).toEqual({ do: 'perform', body: { amount: 7, greet: 'Hi you' } })
  })

  it('needs the groups, or the journey', () => {
    const references = (settings: object) => definition.references?.(definition.settings.parse(settings))
    expect(references({ kind: 'join', groups: ['a'] })).toEqual([{ kind: 'group', key: 'a', field: 'groups' }])
    expect(references(over())).toEqual([{ kind: 'journey', key: 'next', field: 'journey' }])
  })

  it.each([
    [over(['a', '1'], ['a', '2']), ['name-repeated']],
    [over(['a', '{{name}}']), ['variable-unknown']],
  ])('finds what is wrong with %j', (settings, codes) => {
    expect(definition.check?.(definition.settings.parse(settings)).map((p) => p.code)).toEqual(codes)
  })

  it.each([{ kind: 'join', groups: [] }, over(['1a', 'x']), over(['a', ' '])])('refuses %j', (bad) => {
    expect(definition.settings.safeParse(bad).success).toBe(false)
  })
})
