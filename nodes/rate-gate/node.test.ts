import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const rate = { amount: 60, unit: 'minute' }
const rehearsed = (taken: readonly number[], at = AT) =>
  definition.rehearse?.(
    definition.settings.parse(rate),
    {},
    {
      ...{ at, zone: 'UTC', arrives: () => true, counted: () => taken },
    },
  )

describe('a rate gate', () => {
  it('takes a slot on arrival, and opens when it is there', () => {
    expect(visit(definition, rate)).toEqual({ do: 'perform', body: {} })
    expect(visit(definition, rate, { step: 1, due: true })).toEqual({ do: 'leave', outcome: 'next' })
  })

  it('is rehearsed as if nobody else were there', () => {
    expect(rehearsed([])?.goes).toEqual({ do: 'leave', outcome: 'next' })
    expect(rehearsed([AT])?.goes).toEqual({ do: 'park', until: AT + 1_000, step: 1 })
    expect(rehearsed([AT], AT + 1_000)?.goes).toEqual({ do: 'leave', outcome: 'next' })
  })

  it.each([{ amount: 0 }, { amount: 1.5 }, { amount: 5, unit: 'second' }, { unit: 'hour' }])('refuses %j', (bad) =>
    expect(definition.settings.safeParse(bad).success).toBe(false),
  )
})
