import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('end', () => {
  it('completes the journey', () => expect(visit(definition, {})).toEqual({ do: 'leave', outcome: 'ended' }))

  it('counts those who come, where that closes the journey', () =>
    expect(visit(definition, { closesAfter: 3 })).toEqual({ do: 'perform', body: {} }))

  it.each([{ closesAfter: 0 }, { closesAfter: 1.5 }, { closesAfter: null }])('refuses %j', (bad) =>
    expect(definition.settings.safeParse(bad).success).toBe(false),
  )
})
