import { expect, it } from 'vitest'
import { line, node, planOf, play, post, START, wait } from '../../testing/simulated.ts'

const HOUR = 3_600_000
const ordered = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })

it('loses a tag when its time is over: who waits for that hears of it, and it is told once', () => {
  const lost = { event: 'tag lost', filter: { field: 'event.tag', op: 'eq', value: 'new' } }
  const plan = planOf(
    [
      ordered,
      node('tag', 'tag-member', { kind: 'add', tags: ['new'], expiresAfter: { amount: 1, unit: 'hour' } }),
      node('hold', 'wait', { kind: 'event', events: [lost], timeout: { amount: 1, unit: 'day' } }),
      node('end', 'end'),
    ],
    [
      ['start', 'next', 'tag'],
      ['tag', 'next', 'hold'],
      ['hold', 'event', 'end'],
      ['hold', 'timeout', 'end'],
    ],
  )
  const { story } = play(plan, [post(0, 'ordered'), wait(3 * HOUR)], { tags: { old: START + 2 * HOUR } })
  expect(line(story)).toContain('hold:event')
  const told = story.filter((one) => one.kind === 'event' && one.name === 'tag lost')
  expect(told.map(({ at, ...one }) => [at, 'properties' in one ? one.properties.tag : ''])).toEqual([
    [START + HOUR, 'new'],
    [START + 2 * HOUR, 'old'],
  ])
})
