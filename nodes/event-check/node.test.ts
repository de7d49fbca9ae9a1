import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000
const events = [{ event: 'order' }, { event: 'visit' }]
const waiting = { events, judge: { kind: 'wait', for: { amount: 2, unit: 'hour' } } }
const found = (...counts: number[]) => ({ facts: { found: { counts } } })

describe('an event check', () => {
  it.each([
    ['any of them', { events }, [0, 1], 'yes'],
    ['any, together often enough', { events, atLeast: 3 }, [1, 2], 'yes'],
    ['any, not often enough', { events, atLeast: 3 }, [1, 1], 'no'],
    ['all of them', { events, match: 'all' }, [1, 1], 'yes'],
    ['all, one missing', { events, match: 'all' }, [5, 0], 'no'],
    ['did not, and so', { events, did: false }, [0, 0], 'yes'],
    ['did not, but did', { events, did: false }, [0, 1], 'no'],
  ])('judges at once: %s', (_name, settings, counts, outcome) => {
    expect(visit(definition, settings, found(...counts))).toEqual({ do: 'leave', outcome, because: { counts } })
  })

  it('waits while the answer is open', () => {
    expect(visit(definition, waiting, found(0, 0))).toEqual({ do: 'park', until: AT + 2 * HOUR, step: 1 })
  })

  it('leaves the moment it is certain, asked either way', () => {
    const early = { at: AT + HOUR, ...found(1, 0) }
    expect(visit(definition, waiting, early)).toMatchObject({ outcome: 'yes' })
    expect(visit(definition, { ...waiting, did: false }, early)).toMatchObject({ outcome: 'no' })
  })

  it('judges at the deadline', () => {
    const last = { at: AT + 2 * HOUR, due: true, ...found(0, 0) }
    expect(visit(definition, waiting, last)).toMatchObject({ outcome: 'no' })
    expect(visit(definition, { ...waiting, did: false }, last)).toMatchObject({ outcome: 'yes' })
  })

  const between = (from: string, to: string) => ({ window: { kind: 'between', from, to } })
  it.each([
    ['of several, all of which it asks for, one is missing', { match: 'all' }, [1, 0], {}, 'waits'],
    ['all are there', { match: 'all' }, [1, 1], {}, 'yes'],
    ['all are there, not one of them often enough', { match: 'all', atLeast: 2 }, [9, 1], {}, 'waits'],
    ['there are enough, added up', { atLeast: 3 }, [1, 2], {}, 'yes'],
    ['there are not enough, added up', { atLeast: 3 }, [1, 1], {}, 'waits'],
    ['“did not” is spoilt by the last of so many', { did: false, atLeast: 2 }, [1, 1], {}, 'no'],
    ['“did not” is not spoilt yet', { did: false, atLeast: 2 }, [1, 0], {}, 'waits'],
    ['it was done since the node before', { window: { kind: 'previous' } }, [0, 1], {}, 'yes'],
    ['it was done while it could be, a moment ago', between('2026-03-01', '2026-03-06'), [1, 0], {}, 'yes'],
    ['it can be done no more, but the news of it may come', between('2026-03-01', '2026-03-06'), [0, 0], {}, 'waits'],
    ['it can be done only after the deadline', between('2026-03-08', '2026-03-09'), [0, 0], {}, 'no'],
    [
      'it can be not done only after the deadline',
      { did: false, ...between('2026-03-08', '2026-03-09') },
      [0, 0],
      {},
      'yes',
    ],
    ['it can be done just before the deadline', between('2026-03-07', '2026-03-07'), [0, 0], {}, 'waits'],
    ['an event comes at the very deadline', {}, [0, 0], { at: AT + 2 * HOUR }, 'no'],
  ])('goes on by what is certain while it waits: %s', (_title, settings, counts, moment, expected) => {
    const decision = visit(definition, { ...waiting, ...settings }, { ...moment, ...found(...counts) })
    expect(decision.do === 'leave' ? decision.outcome : 'waits').toBe(expected)
  })

  it('judges at once when the wait is already past', () => {
    const past = { events, judge: { kind: 'wait-until', local: '2026-03-07T11:59' } }
    expect(visit(definition, past, found(0, 0))).toMatchObject({ do: 'leave', outcome: 'no' })
  })

  it.each([
    { events: [] },
    { events, window: { kind: 'ever' } },
    { events, window: { kind: 'arrived' } },
    { events, judge: { kind: 'wait-until', local: '2026-02-30T10:00' } },
    { events, judge: { kind: 'wait-until', local: '2026-03-07T13:00Z' } },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))

  it('refuses an event listed twice where it would be counted twice', () => {
    const codes = (more: object) =>
      definition
        .check?.(definition.settings.parse({ events: [...events, { event: 'order' }], ...more }))
        .map((p) => p.code)
    expect(codes({ atLeast: 2 })).toEqual(['event-repeated'])
    expect(codes({ atLeast: 1 })).toEqual([])
    expect(codes({ atLeast: 2, match: 'all' })).toEqual([])
  })

  it('listens only while it may wait', () => {
    expect(definition.listens?.(definition.settings.parse({ events }))).toEqual([])
    expect(definition.listens?.(definition.settings.parse(waiting))).toEqual(events)
  })
})
