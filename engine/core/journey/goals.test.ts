import { describe, expect, it } from 'vitest'
import { Goal } from './document.ts'
import { goalReached, goalsBy, lastWindowOf, worthOf } from './goals.ts'

const START = Date.parse('2026-03-01T10:00:00Z')
const DAY = 86_400_000
const big = { field: 'event.order.amount', op: 'gte', value: 10 }
const goal = Goal.parse({
  ...{ id: 'buy', name: 'buy', within: { amount: 1, unit: 'day' }, value: 'event.order.amount' },
  events: [{ event: 'order', filter: big }, { event: 'call' }],
})
const entry = { enteredAt: START, sinceAt: START - 5, event: 7 }
const order = (at: number, more: object = {}) => ({
  ...{ id: 8, name: 'order', at, properties: { order: { amount: 10 } } },
  ...more,
})

describe('a goal is reached', () => {
  it.each([
    ['by an event that is asked for', order(START), START, 1],
    ['by any of the events', order(START, { name: 'call' }), START, 1],
    ['by no other', order(START, { name: 'visit' }), START, 0],
    ['not where the filter is not met', order(START, { properties: { order: { amount: 9 } } }), START, 0],
    ['by an event whose own time is since what began the entry', order(START - 4), START, 1],
    ['not by one of before it', order(START - 6), START, 0],
    ['not by what began it', order(START - 5, { id: 7 }), START, 0],
    ['by another of the same instant, after it', order(START - 5, { id: 8 }), START, 1],
    ['in the last millisecond of the window', order(START + DAY - 1), START + DAY - 1, 1],
    ['not at its end', order(START + DAY), START + DAY, 0],
    ['not by what comes after its end, though it was in time', order(START + 5), START + DAY, 0],
  ])('%s', (_, event, receivedAt, count) => {
    expect(goalsBy([goal], event, entry, receivedAt, 'UTC')).toHaveLength(count)
  })

  it('within days of the zone’s calendar', () => {
    const enteredAt = Date.parse('2026-03-08T04:30:00Z') // 23:30 in New York, the night before the change
    const began = { enteredAt, sinceAt: enteredAt, event: null }
    const late = enteredAt + 23.5 * 3_600_000
    expect(goalsBy([goal], order(late), began, late, 'America/New_York')).toHaveLength(0)
    expect(goalsBy([goal], order(late), began, late, 'UTC')).toHaveLength(1)
  })

  it('and is worth the number that the event has, if it has one', () => {
    expect(worthOf(goal, { order: { amount: 3.5 } })).toBe(3.5)
    expect(worthOf(goal, { order: { amount: '3.5' } })).toBeNull()
    expect(worthOf({ ...goal, value: undefined }, { order: { amount: 3.5 } })).toBeNull()
  })

  it('tells of itself, and only of what there is: its journey and its worth', () => {
    const [first, second] = [goal, { ...goal, id: 'second' }]
    const told = { goal: first.id, name: first.name, primary: true }
    expect(goalReached(first, [first, second], null).properties).toEqual(told)
    expect(goalReached(second, [first, second], 3.5, 'thanks').properties).toEqual({
      ...told,
      ...{ journey: 'thanks', goal: 'second', primary: false, value: 3.5 },
    })
  })

  it('until the last of the windows ends', () => {
    const longer = { ...goal, within: { amount: 3, unit: 'day' } as const }
    expect(lastWindowOf([goal, longer], START, 'UTC')).toBe(START + 3 * DAY)
    expect(lastWindowOf([], START, 'UTC')).toBe(START)
  })
})
