import { afterEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const day = { amount: 1, unit: 'day' }
const order = [{ event: 'order' }]

/** Joined → a day → an order within a day of that? → a second one within a day? → a tag, or the end. */
const journey = {
  schema: 1,
  key: 'orders',
  name: 'orders',
  settings: { zone: 'UTC' },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'day', type: 'wait', version: 1, name: 'day', settings: { kind: 'duration', duration: day } },
    { id: 'first', type: 'wait', version: 1, name: 'first', settings: { kind: 'event', events: order, timeout: day } },
    {
      id: 'second',
      type: 'event-check',
      version: 1,
      name: 'second',
      settings: { events: order, window: { kind: 'previous' }, atLeast: 2, judge: { kind: 'wait', for: day } },
    },
    { id: 'tag', type: 'tag-member', version: 1, name: 'tag', settings: { kind: 'add', tags: ['loyal'] } },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'day' },
    { from: 'day', outcome: 'done', to: 'first' },
    { from: 'first', outcome: 'event', to: 'second' },
    { from: 'first', outcome: 'timeout', to: 'end' },
    { from: 'second', outcome: 'yes', to: 'tag' },
    { from: 'second', outcome: 'no', to: 'end' },
    { from: 'tag', outcome: 'next', to: 'end' },
  ],
}

/** What happens after joining: when it is received, and its own time where that is another. */
type Story = readonly { name: 'order' | 'visit'; after: number; at?: number }[]

describe('an outage', () => {
  const open: TestWorkspace[] = []
  afterEach(() => Promise.all(open.splice(0).map((w) => w.close())))

  /** One life, walked whenever something is due, or at the very end only, half a minute after the last event. */
  async function live(story: Story, outage: boolean) {
    const w = await testWorkspace({ registry, effects })
    open.push(w)
    await w.publish(journey)
    const began = w.now
    const ann = await w.member({})
    await w.post(ann, 'joined')
    if (!outage) await w.drain()
    const last = Math.max(...story.map((event) => event.after))
    // Every wait of the journey ends on a full hour.
    for (let moment = HOUR; moment <= last; moment += HOUR) {
      await (outage ? w.windOnly(began + moment) : w.wind(began + moment))
      for (const { name, at } of story.filter((event) => event.after === moment))
        await w.post(ann, name, {}, at === undefined ? {} : { at: began + at })
      if (!outage) await w.drain()
    }
    await w.wind(began + last + 30_000)
    const path = (await w.paths())[ann]
    const times = await w.query('SELECT visit, ms(at) AS at FROM trace ORDER BY visit')
    const standing = await w.query('SELECT node, ms(due_at) AS due FROM token')
    const tags = await w.query('SELECT tag, ms(at) AS at FROM member_tag')
    return { path, times, standing, tags }
  }

  const stories: [string, Story, string][] = [
    [
      'whose events each meet a wait that began meanwhile',
      [
        { name: 'order', after: DAY + HOUR },
        { name: 'order', after: DAY + 5 * HOUR },
      ],
      'day:done first:event second:yes tag:next end:ended',
    ],
    [
      'with an order before the wait for one',
      [
        { name: 'order', after: 2 * HOUR },
        { name: 'order', after: DAY + HOUR },
      ],
      'day:done first:event',
    ],
    ['with an order after the timeout', [{ name: 'order', after: 2 * DAY + HOUR }], 'day:done first:timeout end:ended'],
    [
      'with a second order after the deadline',
      [
        { name: 'order', after: DAY + HOUR },
        { name: 'order', after: 2 * DAY + 2 * HOUR },
      ],
      'day:done first:event second:no end:ended',
    ],
    [
      'with an order of before the deadline that is told of after it',
      [
        { name: 'order', after: DAY + HOUR },
        { name: 'order', after: 3 * DAY, at: DAY + 2 * HOUR },
      ],
      'day:done first:event second:no end:ended',
    ],
  ]

  it.each(stories)('changes nothing of a life %s', async (_, story, path) => {
    const undisturbed = await live(story, false)
    expect(undisturbed.path).toBe(`start:next ${path}`)
    expect(await live(story, true)).toEqual(undisturbed)
  })
})
