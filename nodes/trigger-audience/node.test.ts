import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('trigger-audience', () => {
  const now = { include: ['rich'], exclude: ['staff'], firing: { kind: 'now' } }

  it('opens the journey', () => expect(visit(definition, now)).toEqual({ do: 'leave', outcome: 'next' }))

  it('needs its segments', () => {
    expect(definition.references?.(definition.settings.parse(now)).map((r) => r.key)).toEqual(['rich', 'staff'])
  })

  it.each([
    { ...now, include: [] },
    { ...now, firing: { kind: 'recurring', rule: { every: 'minute' }, time: '10:00' } },
    { ...now, firing: { kind: 'at', local: '2026-13-01T10:00' } },
    { ...now, groups: ['x'] },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
