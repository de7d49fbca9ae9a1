import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const rate = { amount: 60, unit: 'minute' }
const rehearsed = (taken: readonly number[], at = AT) =>
  definition.rehearse?.(
    definition.settings.parse(rate),
    {},
    {
      ...{ at, zone: 'UTC', arrives: () => true, isRefunded: () => false, counted: () => taken, taken: () => 0 },
    },
  )

describe('a rate gate', () => {
  it('takes a slot on arrival, and opens when it is there', () => {
    expect(visit(definition, rate)).toEqual({ do: 'perform', body: {} })
    expect(visit(definition, rate, { step: 1, due: true })).toEqual({ do: 'leave', outcome: 'next' })
  })

  it.each([
    ['at once where it never came', [], AT, undefined],
    ['to wait for the next slot where it just took one', [AT], AT, AT + 1_000],
    ['at the same slot a millisecond before it', [AT], AT + 999, AT + 1_000],
    ['at once where that slot is now', [AT], AT + 1_000, undefined],
    ['at once long after', [AT], AT + 90_000, undefined],
    ['after a slot that it still waits for', [AT, AT + 1_000], AT, AT + 2_000],
    ['after a slot in the time to come', [AT + 60_000], AT, AT + 61_000],
  ])('is rehearsed as if nobody else were there: %s', (_title, taken, at, until) => {
    const goes = until === undefined ? { do: 'leave', outcome: 'next' } : { do: 'park', until, step: 1 }
    expect(rehearsed(taken, at)).toEqual({
      goes,
      deeds: [{ do: 'count', counter: { scope: 'enrolment' }, at: until ?? at }],
    })
  })

  it.each([{ amount: 0 }, { amount: 1.5 }, { amount: 5, unit: 'second' }, { unit: 'hour' }])('refuses %j', (bad) =>
    expect(definition.settings.safeParse(bad).success).toBe(false),
  )
})
