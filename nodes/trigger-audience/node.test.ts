import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('trigger-audience', () => {
  const now = { include: ['rich'], exclude: ['staff'], firing: { kind: 'now' } }

  it('opens the journey', () => expect(visit(definition, now)).toEqual({ do: 'leave', outcome: 'next' }))

  it('needs its segments', () => {
    expect(definition.references?.(definition.settings.parse(now)).map((r) => r.key)).toEqual(['rich', 'staff'])
  })

  it('needs its groups, and takes them alone', () => {
    const settings = definition.settings.parse({
      ...now,
      include: [],
      exclude: [],
      groups: ['fair'],
      excludeGroups: ['team'],
    })
    expect(definition.check?.(settings)).toEqual([])
    expect(definition.references?.(settings)).toEqual([
      { kind: 'group', key: 'fair', field: 'groups' },
      { kind: 'group', key: 'team', field: 'excludeGroups' },
    ])
  })

  it('says so where nobody is chosen', () => {
    const nobody = definition.settings.parse({ ...now, include: [] })
    expect(definition.check?.(nobody).map((p) => p.code)).toEqual(['nobody-chosen'])
  })

  it.each([
    { ...now, firing: { kind: 'recurring', rule: { every: 'minute' }, time: '10:00' } },
    { ...now, firing: { kind: 'at', local: '2026-13-01T10:00' } },
    { ...now, groups: [''] },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
