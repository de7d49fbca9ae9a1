import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { type MailWorkspace, mailJourney, mailWorkspace } from '../testing/mail-workspace.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { takeIn } from './take-in.ts'
import { traceMember } from './trace.ts'

const HOUR = 3_600_000
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })

/** Joined → points, which fail without an amount → wait a day → tag → end. */
const journey = (exitRules: object, more: object = {}) => ({
  ...{ schema: 1, key: 'exits', name: 'exits', settings: { zone: 'UTC', exitRules, ...more } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('tag', 'tag-member', { kind: 'add', tags: ['came'] }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'day' },
    { from: 'day', outcome: 'done', to: 'tag' },
    { from: 'tag', outcome: 'next', to: 'end' },
  ],
})
const BIG = { field: 'event.amount', op: 'gte', value: 100 }
const byEvent = { events: [{ event: 'refunded', filter: BIG }] }
const vip = { member: { field: 'member.level', op: 'eq', value: 'vip' } }

describe('exit rules', () => {
  let w: TestWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    ann = await w.member({})
    await w.query("INSERT INTO identity VALUES ($1, 'user', 'ann', $2)", [w.tenant, ann])
  })
  afterEach(() => w.close())

  const join = async (properties: object = { amount: 5 }) => {
    await w.post(ann, 'joined', { ...properties })
    await w.drain()
  }
  const identify = (more: object) =>
    takeIn(w.engine, w.tenant, [[{ person: [{ namespace: 'user', value: 'ann' }], ...more }]])
  const lastVisit = async () => {
    const trace = await w.engine.store.withDb(w.tenant, (tx) => traceMember(w.engine, tx, 'exits', ann))
    return trace.entries.at(-1)?.visits.at(-1)
  }

  it('take out by an event that meets its filter, from a wait, and say why', async () => {
    const published = await w.publish(journey(byEvent))
    await join()
    await w.post(ann, 'refunded', { amount: 99 })
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    await w.post(ann, 'refunded', { amount: 100 })
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    const visit = { node: 'day', outcome: 'exit', because: { event: expect.any(Number), name: 'refunded' } }
    expect(await lastVisit()).toMatchObject(visit)
    await w.reconcileCounts(published)
    await w.wind(w.now + 48 * HOUR)
    expect(await w.query('SELECT FROM member_tag')).toEqual([])
  })

  it('take out whoever failed', async () => {
    const published = await w.publish(journey(byEvent))
    await join({ amount: 'many' })
    expect(await w.states()).toEqual({ failed: 1 })
    await w.post(ann, 'refunded', { amount: 100 })
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    expect(await w.query('SELECT FROM token')).toEqual([])
    await w.reconcileCounts(published)
  })

  it('take out once an attribute changes so that the rule holds, and at entry where it holds already', async () => {
    const published = await w.publish(journey(vip, { reentry: { rule: 'after-leaving' } }))
    await join()
    await identify({ attributes: { level: 'new' } })
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    await identify({ attributes: { level: 'vip' } })
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    expect(await lastVisit()).toMatchObject({ node: 'day', outcome: 'exit', because: { rule: true } })
    await join()
    expect(await w.states()).toEqual({ exited: 2 })
    expect(await lastVisit()).toMatchObject({ node: 'start', outcome: 'exit' })
    await w.reconcileCounts(published)
  })

  it('take out once the journey’s own effect, or another journey’s, makes the rule hold', async () => {
    const came = { member: { field: 'tags', op: 'has', value: 'came' } }
    await w.publish(journey(came))
    await w.publish({ ...journey({ unsubscribed: false }), key: 'other' })
    await join()
    await w.wind(w.now + 24 * HOUR)
    expect(await w.states()).toEqual({ exited: 1, completed: 1 })
    const later = await w.member({})
    await w.publish({
      ...{ schema: 1, key: 'tags', name: 'tags' },
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'tagged' }] }),
        node('tag', 'tag-member', { kind: 'add', tags: ['came'] }),
      ],
      edges: [{ from: 'start', outcome: 'next', to: 'tag' }],
    })
    await w.post(later, 'joined', { amount: 5 })
    await w.drain()
    await w.post(later, 'tagged')
    await w.drain()
    const rows = await w.query(
      'SELECT j.key, e.state FROM enrolment e JOIN journey j ON j.id = e.journey_id WHERE member_id = $1 ORDER BY 1',
      [later],
    )
    expect(rows).toEqual([
      { key: 'exits', state: 3 },
      { key: 'other', state: 0 },
      { key: 'tags', state: 2 },
    ])
  })

  it('take out once an event makes a rule about events hold', async () => {
    await w.publish(
      journey({ member: { events: { event: 'complained', atLeast: 2, did: true, window: { kind: 'ever' } } } }),
    )
    await join()
    await w.post(ann, 'complained')
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    await w.post(ann, 'complained')
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
  })

  const consents = (granted: boolean, ...channels: string[]) =>
    identify({ consents: channels.map((channel) => ({ channel, purpose: 'marketing', granted })) })

  it('take out by default who unsubscribes from all channels, and not who leaves one', async () => {
    await w.publish(journey({}))
    await consents(true, 'email')
    await join()
    await consents(false, 'inbox')
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    await consents(false, 'email')
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    expect(await lastVisit()).toMatchObject({ outcome: 'exit', because: { name: 'unsubscribed' } })
    await consents(false, 'email')
    expect(await w.query("SELECT FROM event WHERE name = 'unsubscribed'")).toHaveLength(1)
  })

  it('leave unsubscribed members inside where they are told to', async () => {
    await w.publish(journey({ unsubscribed: false }))
    await join()
    await consents(false, 'inbox', 'email')
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
  })

  it('come before waits and triggers: one event ends an entry and begins the next', async () => {
    await w.publish(journey({ events: [{ event: 'joined' }] }, { reentry: { rule: 'after-leaving' } }))
    await join()
    await join()
    await join()
    expect(await w.states()).toEqual({ exited: 2, live: 1 })
  })

  it('hold through a pause, and take out once it is over', async () => {
    await w.publish(journey(byEvent, { reentry: { rule: 'after-leaving' } }))
    await join()
    await w.control('exits', 'pause')
    await w.post(ann, 'refunded', { amount: 100 })
    await w.wind(w.now + 48 * HOUR)
    expect(await w.states()).toEqual({ live: 1 })
    await w.control('exits', 'resume')
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    expect(await w.query('SELECT FROM member_tag')).toEqual([])
  })

  it('take out once the wait that was due before the exit has gone on, however late that is', async () => {
    await w.publish(journey(byEvent))
    await join()
    await w.windOnly(w.now + 25 * HOUR)
    await w.post(ann, 'refunded', { amount: 100 })
    await w.drain()
    // The day was over first: what followed took no time.
    expect(await w.states()).toEqual({ completed: 1 })
  })
})

describe('messages of who is taken out', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry, effects })
  })
  afterEach(() => w.close())
  const left = { exitRules: { events: [{ event: 'refunded' }] } }

  it('are withdrawn where they are only planned', async () => {
    const published = await w.publish(mailJourney(left))
    const ann = await w.reachable()
    await w.join(ann)
    await w.post(ann, 'refunded')
    await w.drain()
    expect(await w.messages()).toEqual(['blocked left-journey 0'])
    expect(await w.states()).toEqual({ exited: 1 })
    await w.deliverAll()
    expect(w.log).toEqual([])
    await w.reconcileCounts(published)
  })

  it('do not go out between the event and the advance that takes them out', async () => {
    await w.publish(mailJourney(left))
    const ann = await w.reachable()
    await w.join(ann)
    await w.post(ann, 'refunded')
    await w.deliver()
    expect(w.log).toEqual([])
    await w.drain()
    expect(await w.messages()).toEqual(['blocked left-journey 0'])
    expect(await w.states()).toEqual({ exited: 1 })
  })
})
