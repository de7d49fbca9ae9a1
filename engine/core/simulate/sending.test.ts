import { describe, expect, it } from 'vitest'
import { line, node, planOf, play, post, START, wait } from '../../testing/simulated.ts'
import { QuietHours } from '../sending/quiet-hours.ts'
import { stranger } from './person.ts'
import { simulate } from './simulate.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const ordered = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })

describe('a simulated member', () => {
  it('is sent no more than its caps allow', () => {
    const note = (id: string) => node(id, 'send-inbox', { title: 'Hi', body: 'there' })
    const nodes = [
      ordered,
      note('a'),
      note('b'),
      node('day', 'wait', { kind: 'duration', duration: { amount: 24, unit: 'hour' } }),
      note('c'),
    ]
    const drawn = [
      ['start', 'next', 'a'],
      ['a', 'sent', 'b'],
      ['b', 'sent', 'day'],
      ['day', 'done', 'c'],
    ] as const
    const plan = planOf(nodes, drawn, { caps: { kind: 'own', list: [{ of: 'journey', most: 1, per: 'day' }] } })
    const { story } = play(plan, [post(0, 'ordered'), wait(2 * DAY)])
    expect(line(story)).toBe('+start start:next a:sent b:blocked @day day:done c:sent .')
  })

  it('is held at a message by quiet hours, the workspace’s or its own, and goes on at the opening', () => {
    const nodes = [ordered, node('note', 'send-inbox', { title: 'Hi', body: 'there' }), node('end', 'end')]
    const drawn = [
      ['start', 'next', 'note'],
      ['note', 'sent', 'end'],
    ] as const
    const quietHours = QuietHours.parse({ hours: { from: '09:00', to: '12:00' } })
    const script = { person: stranger(1), startsAt: START, happenings: [post(0, 'ordered'), wait(2 * HOUR)] }
    const { story } = simulate(planOf(nodes, drawn), script, { rules: { quietHours, caps: [] } })
    expect(line(story)).toBe('+start start:next @note note:sent end:ended .')
    expect(story.find((told) => told.kind === 'waits')).toMatchObject({
      until: START + 2 * HOUR,
      held: true,
      events: [],
    })
    const own = planOf(nodes, drawn, { quietHours: { kind: 'own', ...quietHours, meanwhile: 'skip' } })
    expect(line(simulate(own, script).story)).toBe('+start start:next note:blocked end:ended .')
  })
})
