import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { node } from '../testing/simulated.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { tick } from './clock.ts'
import { tellLapsedTags } from './lapsing-tags.ts'
import { reconcile } from './reconcile.ts'

const HOUR = 3_600_000
const journey = (
  key: string,
  settings: object,
  nodes: ReturnType<typeof node>[],
  edges: [string, string, string][],
) => ({
  ...{ schema: 1, key, name: key, settings: { zone: 'UTC', reentry: { rule: 'any-time' }, ...settings }, nodes },
  edges: edges.map(([from, outcome, to]) => ({ from, outcome, to })),
})
const begins = (event: string, more: object = {}) => node('start', 'trigger-event', { events: [{ event, ...more }] })

describe('tags that lapse', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    members = await w.members([{}, {}, {}])
    const tag = node('tag', 'tag-member', { kind: 'add', tags: ['trial'], expiresAfter: { amount: 2, unit: 'hour' } })
    await w.publish(
      journey(
        'trial',
        {},
        [begins('tried'), tag, node('end', 'end')],
        [
          ['start', 'next', 'tag'],
          ['tag', 'next', 'end'],
        ],
      ),
    )
    await w.publish(
      journey(
        'over',
        {},
        [begins('tag lost', { filter: { field: 'event.tag', op: 'eq', value: 'trial' } }), node('end', 'end')],
        [['start', 'next', 'end']],
      ),
    )
  })
  afterEach(() => w.close())

  const try_ = async (...who: (MemberId | undefined)[]) => {
    for (const member of who) if (member !== undefined) await w.post(member, 'tried', {})
    await w.drain()
  }
  const over = () =>
    w.query(`SELECT e.member_id AS member, ms(e.since_at) AS at FROM enrolment e JOIN journey j ON j.id = e.journey_id
      WHERE j.key = 'over' ORDER BY e.id`)

  it('are told of as lost when their time is over, once', async () => {
    const [ann, ben] = members
    const began = w.now
    await try_(ann)
    await w.wind(began + HOUR)
    await try_(ben)
    expect(await over()).toEqual([])
    await w.wind(began + 5 * HOUR)
    expect(await over()).toEqual([
      { member: ann, at: began + 2 * HOUR },
      { member: ben, at: began + 3 * HOUR },
    ])
    expect(await reconcile(w.engine.store)).toBe(0)
    await tick(w.engine)
    expect(await over()).toHaveLength(2)
  })

  it('last on where they are put on anew, and are lost after that', async () => {
    const [ann] = members
    const began = w.now
    await try_(ann)
    await w.wind(began + HOUR)
    await try_(ann)
    await w.wind(began + 2.5 * HOUR)
    expect(await over()).toEqual([])
    await w.wind(began + 3 * HOUR)
    expect(await over()).toEqual([{ member: ann, at: began + 3 * HOUR }])
    await try_(ann)
    await w.wind(began + 6 * HOUR)
    expect(await over()).toHaveLength(2)
  })

  it('wake the clock by themselves, and take out whom an exit rule no longer lets stay', async () => {
    const rule = { field: 'tags', op: 'has-not', value: 'trial' }
    const inside = [begins('joined'), node('wait', 'wait', { kind: 'duration', duration: { amount: 9, unit: 'day' } })]
    await w.publish(journey('inside', { exitRules: { member: rule } }, inside, [['start', 'next', 'wait']]))
    const [ann] = members
    const began = w.now
    await try_(ann)
    expect(await tick(w.engine)).toEqual({ sleepMs: 2 * HOUR })
    if (ann !== undefined) await w.post(ann, 'joined', {})
    await w.drain()
    await w.wind(began + 2 * HOUR)
    expect(await w.query('SELECT state, ms(ended_at) AS at FROM enrolment WHERE state <> 2')).toEqual([
      { state: 3, at: began + 2 * HOUR },
    ])
  })

  it('are told of once however many look at the same time, and found after all was down', async () => {
    const began = w.now
    await try_(...members)
    await w.windOnly(began + 3 * HOUR)
    expect(await reconcile(w.engine.store)).toBe(1)
    await Promise.all(Array.from({ length: 8 }, () => tellLapsedTags(w.engine)))
    await w.drain()
    expect(await over()).toEqual(members.map((member) => ({ member, at: began + 2 * HOUR })))
  })
})
