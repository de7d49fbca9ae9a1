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
