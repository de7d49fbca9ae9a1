import { describe, expect, it } from 'vitest'
import { line, node, planOf, play, post, START, wait } from '../../testing/simulated.ts'
import { askedBy } from './asked.ts'

const HOUR = 3_600_000
const ordered = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })

describe('a simulated journey', () => {
  it('remembers what it counted, for a later round and a later entry', () => {
    const plan = planOf(
      [
        ordered,
        node('rounds', 'count-check', { scope: 'enrolment', bound: 2 }),
        node('hour', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'hour' } }),
        node('entries', 'count-check', { scope: 'member', bound: 1, window: { kind: 'day' } }),
        node('end', 'end'),
        node('full', 'end'),
      ],
      [
        ['start', 'next', 'rounds'],
        ['rounds', 'within', 'hour'],
        ['hour', 'done', 'rounds'],
        ['rounds', 'over', 'entries'],
        ['entries', 'within', 'end'],
        ['entries', 'over', 'full'],
      ],
      { reentry: { rule: 'after-leaving' } },
    )
    const { story, person } = play(plan, [post(0, 'ordered'), post(3 * HOUR, 'ordered'), wait(6 * HOUR)])
    const once = '+start start:next rounds:within @hour hour:done rounds:within @hour hour:done rounds:over'
    expect(line(story)).toBe(`${once} entries:within end:ended . ${once} entries:over full:ended .`)
    expect(person.counts?.['member/entries']).toEqual([START + 2 * HOUR])
  })

  it('finds places taken that others hold, in every entry and window', () => {
    const plan = planOf(
      [
        ordered,
        node('cap', 'count-check', { scope: 'node', bound: 100, window: { kind: 'day' } }),
        node('split', 'splitter', { by: 'quota', quotas: [{ id: 'a', name: 'a', first: 10 }] }),
        node('end', 'end'),
      ],
      [
        ['start', 'next', 'cap'],
        ['cap', 'within', 'split'],
        ['cap', 'over', 'end'],
        ['split', 'arm:a', 'end'],
        ['split', 'else', 'end'],
      ],
      { reentry: { rule: 'after-leaving' } },
    )
    const taken = { 'node/cap': 99, 'node/split': 10 }
    const thrice = [post(0, 'ordered'), post(HOUR, 'ordered'), post(30 * HOUR, 'ordered')]
    const { story } = play(plan, thrice, { taken })
    const within = '+start start:next cap:within split:else end:ended .'
    expect(line(story)).toBe(`${within} +start start:next cap:over end:ended . ${within}`)
    expect(askedBy(plan).counters).toEqual([
      { key: 'node/cap', nodes: ['cap'] },
      { key: 'node/split', nodes: ['split'] },
    ])
  })

  it('waits for its own next slot at a gate that it comes to again', () => {
    const plan = planOf(
      [
        ordered,
        node('gate', 'rate-gate', { amount: 1, unit: 'hour' }),
        node('twice', 'count-check', { scope: 'enrolment', bound: 1 }),
        node('end', 'end'),
      ],
      [
        ['start', 'next', 'gate'],
        ['gate', 'next', 'twice'],
        ['twice', 'within', 'gate'],
        ['twice', 'over', 'end'],
      ],
    )
    const { story } = play(plan, [post(0, 'ordered'), wait(2 * HOUR)])
    expect(line(story)).toBe('+start start:next gate:next twice:within @gate gate:next twice:over end:ended .')
    expect(story.at(-1)?.at).toBe(START + HOUR)
  })
})
