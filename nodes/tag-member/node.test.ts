import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('tag-member', () => {
  it('hands over to its effect', () =>
    expect(visit(definition, { kind: 'add', tags: ['vip'] })).toEqual({ do: 'perform', body: {} }))

  it.each([
    { kind: 'add', tags: [] },
    { kind: 'add', tags: [' '] },
    { kind: 'swap', tags: ['x'] },
  ])('refuses %j', (bad) => {
    expect(definition.settings.safeParse(bad).success).toBe(false)
  })
})
