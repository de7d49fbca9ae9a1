import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { storeEvents } from './unit-of-work.ts'
import { whyNotIn } from './why-not.ts'

const DAY = 86_400_000
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })

/** Begun by an event of its own name, or by an audience; then a day of waiting. */
const journey = (
  key: string,
  settings: object,
  start: object = node('start', 'trigger-event', { events: [{ event: key }] }),
) => ({
  ...{ schema: 1, key, name: key, settings },
  nodes: [start, node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } })],
  edges: [{ from: 'start', outcome: 'next', to: 'day' }],
})
const group = (priority: number, more: object = {}) => ({ exclusionGroup: 'care', priority, ...more })
const everyone = node('start', 'trigger-audience', { include: ['all'], firing: { kind: 'now' } })

describe('an exclusion group', () => {
  let w: TestWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    ann = await w.member({})
    await w.segment('all', { all: [] })
    await w.publish(journey('low', group(1)))
    await w.publish(journey('high', group(2)))
    await w.publish(journey('other', { priority: 9 }))
  })
  afterEach(() => w.close())

  const happens = async (...names: string[]) => {
    for (const name of names) await w.post(ann, name)
    await w.drain()
  }
  const inside = async () =>
    (
      await w.query<{ key: string }>(
        'SELECT j.key FROM token t JOIN journey j ON j.id = t.journey_id WHERE member_id = $1 ORDER BY 1',
        [ann],
      )
    ).map((row) => row.key)
  const whyNot = async (key: string) => {
    const answers = await w.engine.store.withDb(w.tenant, (tx) => whyNotIn(w.engine, tx, ann))
    return answers.find((answer) => answer.journey.key === key)?.because
  }

  it('keeps who is inside out of journeys of lower or equal priority, and says why', async () => {
    await w.publish(journey('equal', group(2)))
    await happens('other', 'high', 'low', 'equal')
    expect(await inside()).toEqual(['high', 'other'])
    for (const key of ['low', 'equal'])
      expect(await whyNot(key)).toMatchObject({ kind: 'refused', reason: 'in-other-journey' })
  })

  it('lets who is inside into a journey of higher priority', async () => {
    await happens('low', 'high')
    expect(await inside()).toEqual(['high', 'low'])
  })

  it('lets in again who has left, by whatever way, also by the event that begins the next', async () => {
    await w.publish(journey('exits', group(7, { exitRules: { events: [{ event: 'low' }] } })))
    await happens('exits', 'low')
    expect(await inside()).toEqual(['low'])
    await w.wind(w.now + DAY)
    await happens('high')
    expect(await inside()).toEqual(['high'])
  })

  it('holds among journeys that one batch of events begins, in their order', async () => {
    const event = (name: string) => ({ member: ann, name, at: w.now, properties: {} })
    await w.engine.store.inTenant(w.tenant, (tx) => storeEvents(w.engine, tx, [event('high'), event('low')]))
    expect(await inside()).toEqual(['high'])
  })

  it('holds for the run of an audience, which counts whom it refused', async () => {
    const bob = await w.member({})
    await happens('high')
    await w.publish(journey('called', group(2), everyone))
    await w.drain()
    expect(
      await w.query('SELECT member_id FROM token t JOIN journey j ON j.id = t.journey_id WHERE key = $1', ['called']),
    ).toEqual([{ member_id: bob }])
    expect(await w.query('SELECT enrolled, refused FROM run')).toEqual([
      { enrolled: 1, refused: { 'in-other-journey': 1 } },
    ])
    expect(await whyNot('called')).toMatchObject({ kind: 'refused', reason: 'in-other-journey' })
  })

  it('leaves whom a run refused to the next run, also where runs take newcomers only', async () => {
    await w.member({})
    await happens('high')
    const firing = { kind: 'recurring', rule: { every: 'day' }, time: '10:00' }
    await w.publish(
      journey('daily', group(2), node('start', 'trigger-audience', { include: ['all'], take: 'new', firing })),
    )
    await w.wind(w.now + 3 * DAY)
    expect(await w.query('SELECT audience, enrolled FROM run ORDER BY id')).toEqual([
      { audience: 2, enrolled: 1 },
      { audience: 1, enrolled: 1 },
      { audience: 0, enrolled: 0 },
    ])
  })

  it('lets one of two in where both begin at the same moment', async () => {
    await w.publish(journey('equal', group(2)))
    const members = await w.members(Array.from({ length: 20 }, () => ({})))
    await Promise.all(members.flatMap((member) => [w.post(member, 'high'), w.post(member, 'equal')]))
    const rows = await w.query('SELECT member_id, count(*)::int AS n FROM token GROUP BY 1')
    expect(rows).toHaveLength(20)
    expect(rows.every((row) => (row as { n: number }).n === 1)).toBe(true)
  })
})
