import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import type { EnrolmentId, MemberId } from '../../core/ids.ts'
import { insist } from '../../store/insist.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { advance } from '../advance.ts'
import type { Published } from '../publish.ts'
import { retryFailedAt } from './people.ts'
import { type Chosen, type Steering, steer } from './steer.ts'

const PEOPLE = 60
const wait = (id: string, ms: number) => ({
  ...{ id, type: 'wait', version: 1, name: id },
  settings: { kind: 'duration', duration: { amount: ms, unit: 'minute' } },
})

/** Event → points, at whose gate an advance can be held → a wait for an order → a wait of an hour → end. */
const journey = {
  ...{ schema: 1, key: 'j', name: 'j' },
  settings: { shards: 1, zone: 'UTC', exitRules: { events: [{ event: 'refunded' }] } },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 5 } } },
    {
      ...{ id: 'order', type: 'wait', version: 1, name: 'order' },
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } },
    },
    wait('hour', 60),
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'order' },
    { from: 'order', outcome: 'event', to: 'hour' },
    { from: 'order', outcome: 'timeout', to: 'end' },
    { from: 'hour', outcome: 'done', to: 'end' },
  ],
}

describe('steering people by hand', () => {
  let w: TestWorkspace
  let published: Published
  /** Points are granted when it is open. */
  let held: Promise<void> | undefined
  let arrived: () => void
  let breaks = false
  beforeEach(async () => {
    held = undefined
    breaks = false
    arrived = () => {}
    const gift = effects.get('grant-points')
    if (!gift) throw new Error('the effect is gone')
    const gated = new Map(effects).set('grant-points', async (tx, rows) => {
      if (breaks) throw new Error('no points today')
      arrived()
      await held
      return gift(tx, rows)
    })
    w = await testWorkspace({ registry, effects: gated })
    published = await w.publish(journey)
  })
  afterEach(() => w.close())

  const join = async (n: number): Promise<MemberId[]> => {
    const members = await w.members(Array.from({ length: n }, () => ({})))
    for (const member of members) await w.post(member, 'joined')
    return members
  }
  const chosen = (): Promise<Chosen[]> =>
    w.query<{ member: MemberId; enrolment: EnrolmentId }>(
      'SELECT member_id AS member, id AS enrolment FROM enrolment ORDER BY id',
    )
  const order = (what: Steering, who: readonly Chosen[]) =>
    insist(() => w.engine.store.withDb(w.tenant, (tx) => steer(w.engine, tx, 'j', what, who, 'person:1')))
  const walk = () =>
    insist(() =>
      advance(w.engine, w.tenant, [{ tenant: w.tenant, journey: published.journey, shard: 0 }], { most: 10 }),
    )
  const inside = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM token'))[0]?.n
  const traces = () => w.query('SELECT visit, outcomes FROM trace WHERE outcomes[1] < 0 ORDER BY enrolment_id, visit')

  it('pulls people out for good, and counts them where they stood', async () => {
    await join(2)
    await w.drain()
    const [ann, bo] = await chosen()
    if (!ann || !bo) throw new Error('nobody joined')
    expect(await order('pull-out', [ann])).toEqual({ done: [ann.enrolment], missed: [] })
    await w.post(ann.member, 'order')
    await w.drain()
    expect(await w.states()).toEqual({ live: 1, 'pulled-out': 1 })
    expect(await traces()).toEqual([{ visit: 3, outcomes: [-8] }])
    await w.reconcileCounts(published)
    expect(await order('pull-out', [ann, bo])).toEqual({ done: [bo.enrolment], missed: [ann.enrolment] })
    expect(await inside()).toBe(0)
    await w.reconcileCounts(published)
  })

  it('sends people on by the main outcome, and what they waited for does not meet them there', async () => {
    const [ann] = await join(1)
    if (ann === undefined) throw new Error('nobody joined')
    await w.drain()
    await w.control('j', 'pause')
    await w.post(ann, 'order')
    await order('push-on', await chosen())
    expect(await w.query('SELECT node, step, visit, failed FROM token')).toEqual([
      { node: 3, step: 0, visit: 4, failed: false },
    ])
    expect(await w.query('SELECT count(*)::int AS n FROM stimulus')).toEqual([{ n: 0 }])
    await w.reconcileCounts(published)
    await w.control('j', 'resume')
    await w.wind(w.now + 59 * 60_000)
    expect(await w.states()).toEqual({ live: 1 })
    await w.wind(w.now + 60_000)
    expect(await w.states()).toEqual({ completed: 1 })
    expect(await traces()).toEqual([{ visit: 3, outcomes: [-12] }])
    await w.reconcileCounts(published)
  })

  it.each([
    ['sends on who is leaving, and they leave where they came to', 'push-on', 'exited'],
    ['pulls out who is leaving', 'pull-out', 'pulled-out'],
  ] as const)('%s', async (_, steering, state) => {
    const [ann] = await join(1)
    if (ann === undefined) throw new Error('nobody joined')
    await w.drain()
    await w.post(ann, 'refunded')
    await order(steering, await chosen())
    await w.drain()
    expect(await w.states()).toEqual({ [state]: 1 })
    expect(await w.query('SELECT count(*)::int AS n FROM stimulus')).toEqual([{ n: 0 }])
    await w.reconcileCounts(published)
  })

  it('lets people complete who are sent on from the last step', async () => {
    await w.publish({
      ...journey,
      key: 'last',
      nodes: [journey.nodes[0], wait('day', 1_440)],
      edges: [{ from: 'start', outcome: 'next', to: 'day' }],
    })
    await w.control('j', 'stop')
    await join(1)
    await w.drain()
    const who = await chosen()
    await w.engine.store.withDb(w.tenant, (tx) => steer(w.engine, tx, 'last', 'push-on', who, 'person:1'))
    expect(await w.states()).toEqual({ completed: 1 })
    expect(await inside()).toBe(0)
  })

  it('retries those chosen who failed, and no others; one who failed can be sent on or pulled out', async () => {
    breaks = true
    await join(3)
    await w.drain()
    expect(await w.states()).toEqual({ failed: 3 })
    const [ann, bo, cy] = await chosen()
    if (!ann || !bo || !cy) throw new Error('nobody joined')
    breaks = false
    await order('retry', [ann])
    await order('push-on', [bo])
    await order('pull-out', [cy])
    await w.reconcileCounts(published)
    await w.drain()
    expect(await w.states()).toEqual({ live: 2, 'pulled-out': 1 })
    expect(await w.query('SELECT member_id FROM point_entry')).toEqual([{ member_id: ann.member }])
    expect(await order('retry', [ann, cy])).toEqual({ done: [], missed: [ann.enrolment, cy.enrolment] })
    await w.reconcileCounts(published)
  })

  it('retries all who failed at a node, in every version, and nobody who failed elsewhere', async () => {
    const [start, gift, , , end] = journey.nodes
    const visited = { ...start, id: 'visit', settings: { events: [{ event: 'visited' }] } }
    const two = (name: string) => ({
      ...{ ...journey, key: 'two', name, nodes: [start, visited, gift, { ...gift, id: 'other' }, end] },
      edges: [
        { from: 'start', outcome: 'next', to: 'gift' },
        { from: 'gift', outcome: 'granted', to: 'end' },
        { from: 'visit', outcome: 'next', to: 'other' },
        { from: 'other', outcome: 'granted', to: 'end' },
      ],
    })
    await w.control('j', 'stop')
    breaks = true
    await w.publish(two('first'))
    await join(2)
    await w.drain()
    const second = await w.publish(two('second'))
    await w.post(await w.member({}), 'visited')
    await join(1)
    await w.drain()
    breaks = false
    const retry = (key: string, node: string) =>
      w.engine.store.withDb(w.tenant, (tx) => retryFailedAt(w.engine, tx, key, node, 'person:1'))
    expect(await retry('two', 'gift')).toBe(3)
    await w.reconcileCounts(second)
    await w.drain()
    expect(await w.states()).toEqual({ completed: 3, failed: 1 })
    await w.reconcileCounts(second)
    expect(await retry('two', 'gift')).toBe(0)
    expect(await w.query("SELECT action, subject, detail FROM audit WHERE actor = 'person:1' ORDER BY id")).toEqual([
      { action: 'journey.retry', subject: 'two', detail: { people: 3, node: 'gift' } },
      { action: 'journey.retry', subject: 'two', detail: { people: 0, node: 'gift' } },
    ])
    await w.control('two', 'stop')
    await expect(retry('two', 'other')).rejects.toThrow('nobody in it can be retried now')
  })

  it('is refused in a journey that is being stopped, and is on record with who did it and no more than ids', async () => {
    await join(1)
    await w.drain()
    const who = await chosen()
    await order('push-on', who)
    await w.control('j', 'stop')
    await expect(order('push-on', who)).rejects.toThrow('nobody in it can be steered now')
    expect(await w.query("SELECT actor, action, subject, detail FROM audit WHERE actor = 'person:1'")).toEqual([
      {
        actor: 'person:1',
        action: 'people.push-on',
        subject: 'j',
        detail: { people: 1, enrolments: [String(who[0]?.enrolment)] },
      },
    ])
  })

  it('waits for the advance that walks them, and finds them where they came to', async () => {
    await join(1)
    const who = await chosen()
    let open = () => {}
    held = new Promise((resolve) => {
      open = resolve
    })
    const reached = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const walked = walk()
    await reached
    const pulled = order('pull-out', who)
    for (let blocked = 0; blocked === 0; ) {
      const [row] = await w.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
      )
      blocked = row?.n ?? 0
    }
    open()
    await walked
    expect(await pulled).toEqual({ done: [who[0]?.enrolment], missed: [] })
    expect(await w.states()).toEqual({ 'pulled-out': 1 })
    // It was given what the walk gave, and left where the walk had brought it.
    expect(await w.query('SELECT count(*)::int AS n FROM point_entry')).toEqual([{ n: 1 }])
    expect(await traces()).toEqual([{ visit: 3, outcomes: [-8] }])
    await w.reconcileCounts(published)
  })

  it('beside advances and events loses nobody: each is inside with one token, or outside with none, and counts agree', async () => {
    const members = await join(PEOPLE)
    const who = await chosen()
    const third = (n: number) => who.filter((_, i) => i % 3 === n)
    await Promise.all([
      ...Array.from({ length: 12 }, walk),
      ...[third(0), third(0).toReversed()].map((some) => order('pull-out', some)),
      ...[third(1), third(1).toReversed()].map((some) => order('push-on', some)),
      ...members.map((member) => insist(() => w.post(member, 'order'))),
      ...Array.from({ length: 12 }, walk),
    ])
    await w.drain()
    const states = await w.states()
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(PEOPLE)
    expect(states['pulled-out']).toBe(PEOPLE / 3)
    expect(await w.misplaced()).toEqual([])
    await w.reconcileCounts(published)
    await w.wind(w.now + 2 * 86_400_000)
    expect(await w.states()).toEqual({ completed: (PEOPLE * 2) / 3, 'pulled-out': PEOPLE / 3 })
    await w.reconcileCounts(published)
  })
})
