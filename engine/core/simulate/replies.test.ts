import { describe, expect, it } from 'vitest'
import { line, node, planOf, play, post } from '../../testing/simulated.ts'
import { askedBy } from './asked.ts'

const plan = planOf(
  [
    node('start', 'trigger-event', { events: [{ event: 'order' }] }),
    node('ask', 'call-service', {
      connection: 'crm',
      answers: [
        { from: 'data.score', as: 'score', type: 'number' },
        { from: 'tier', as: 'tier' },
      ],
    }),
    node('high', 'attribute-check', { rule: { field: 'event.score', op: 'gte', value: 5 } }),
    ...['yes', 'no', 'refused', 'broken'].map((id) => node(id, 'end')),
  ],
  [
    ['start', 'next', 'ask'],
    ['ask', 'done', 'high'],
    ['ask', 'rejected', 'refused'],
    ['ask', 'failed', 'broken'],
    ['high', 'yes', 'yes'],
    ['high', 'no', 'no'],
  ],
)
const way = (reply?: { outcome: string; values: Record<string, number | string> }, data = {}) =>
  line(play(plan, [post(0, 'order', data)], reply && { replies: { ask: reply } }).story)
const BEGUN = '+start start:next'

describe('a service in a simulation', () => {
  it('is asked about by the node that calls it, with the fields that it takes', () => {
    const [asked] = askedBy(plan).replies
    expect(asked?.node.id).toBe('ask')
    expect(asked?.fields).toMatchObject([
      { as: 'score', type: 'number' },
      { as: 'tier', type: 'text' },
    ])
  })

  it('answers what was chosen: later nodes read it, in place of what the event had', () => {
    expect(way({ outcome: 'done', values: { score: 7 } }, { score: 1 })).toBe(`${BEGUN} ask:done high:yes yes:ended .`)
    expect(way({ outcome: 'done', values: { score: 2 } }, { score: 9 })).toBe(`${BEGUN} ask:done high:no no:ended .`)
  })

  it('answers no field where none was chosen, and none that is not taken', () => {
    expect(way(undefined, { score: 9 })).toBe(`${BEGUN} ask:done high:no no:ended .`)
    const { story } = play(plan, [post(0, 'order')], { replies: { ask: { outcome: 'done', values: { other: 7 } } } })
    expect(line(story)).toContain('high:no')
  })

  it.each([
    ['rejected', 'refused'],
    ['failed', 'broken'],
  ])('is %s where that was chosen, and what it would have answered is not there', (outcome, end) => {
    expect(way({ outcome, values: { score: 7 } })).toBe(`${BEGUN} ask:${outcome} ${end}:ended .`)
  })
})
