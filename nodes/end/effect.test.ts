import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import { storeEvents } from '../../engine/runtime/unit-of-work.ts'
import { advanceAtOnce } from '../../engine/testing/many-advancers.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to })

/** Enters at `hello`, waits for `go` or a day, and ends; also everyone is called once a day. */
const journey = (closesAfter: number) => ({
  ...{ schema: 1, key: 'cap', name: 'cap', settings: { zone: 'UTC', shards: 4 } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('called', 'trigger-audience', {
      ...{ include: ['called'], firing: { kind: 'recurring', rule: { every: 'day' }, time: '10:00' } },
    }),
    node('wait', 'wait', { kind: 'event', events: [{ event: 'go' }], timeout: { amount: 3, unit: 'day' } }),
    node('end', 'end', { closesAfter }),
    node('other', 'end'),
  ],
  edges: [
    edge('start', 'next', 'wait'),
    edge('called', 'next', 'wait'),
    edge('wait', 'event', 'end'),
    edge('wait', 'timeout', 'other'),
  ],
})

describe('an end that closes its journey', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('called', { field: 'member.called', op: 'eq', value: true })
  })
  afterEach(() => w.close())

  const all = (name: string, members: readonly MemberId[]) =>
    w.engine.store.inTenant(w.tenant, (tx) =>
      storeEvents(
        w.engine,
        tx,
        members.map((member) => ({ member, name, at: w.now, properties: {} })),
      ),
    )
  const state = async () => (await w.query<{ state: string }>('SELECT state FROM journey'))[0]?.state
  const refusals = async () => (await w.query('SELECT FROM refusal')).length
  const DAY = 86_400_000

  it('refuses newcomers from then on, lets those inside go on, and is over when they are', async () => {
    const members = await w.members(Array.from({ length: 6 }, () => ({})))
    const published = await w.publish(journey(2))
    await all('hello', members.slice(0, 4))
    await w.drain()
    await all('go', members.slice(0, 1))
    await w.drain()
    expect(await state()).toBe('running')
    await all('go', members.slice(1, 2))
    await w.drain()
    expect(await state()).toBe('draining')
    await all('hello', members.slice(4))
    expect(await w.states()).toEqual({ completed: 2, live: 2 })
    await w.wind(w.now + 4 * DAY)
    expect(await w.states()).toEqual({ completed: 4 })
    expect(await state()).toBe('finished')
    await w.reconcileCounts(published)
  })

  it('is exact: nobody is let in after the commit, before the clock has looked at it', async () => {
    const [first, second] = await w.members([{}, {}])
    if (!first || !second) throw new Error('two members')
    const { journey: of } = await w.publish(journey(1))
    await all('hello', [first])
    await w.drain()
    await all('go', [first])
    await advanceAtOnce(
      w,
      Array.from({ length: 4 }, (_, shard) => ({ journey: of, shard })),
      { many: 1 },
    )
    expect(await state()).toBe('running')
    await all('hello', [second])
    expect(await w.states()).toEqual({ completed: 1 })
    expect(await refusals()).toBe(1)
  })

  it('ends the runs of its audience, and makes no more', async () => {
    const [first] = await w.members([{}, { called: true }])
    if (!first) throw new Error('a member')
    await w.publish(journey(1))
    await all('hello', [first])
    await w.drain()
    await all('go', [first])
    await w.wind(w.now + 3 * DAY)
    expect(await w.states()).toEqual({ completed: 1 })
    expect(await state()).toBe('finished')
    expect(await w.query('SELECT FROM fire WHERE state = 0')).toEqual([])
  })

  it('counts each end anew when the journey is published again', async () => {
    const [first, second] = await w.members([{}, {}])
    if (!first || !second) throw new Error('two members')
    for (const member of [first, second]) {
      await w.publish(journey(1))
      expect(await state()).toBe('running')
      await all('hello', [member])
      await w.drain()
      await all('go', [member])
      await w.drain()
      expect(await state()).toBe('finished')
    }
  })

  it('counts to the one where 16 end at once', async () => {
    const members = await w.members(Array.from({ length: 60 }, () => ({})))
    const { journey: of } = await w.publish(journey(61))
    await all('hello', members)
    await w.drain()
    await all('go', members)
    const shards = Array.from({ length: 4 }, (_, shard) => ({ journey: of, shard }))
    expect(await advanceAtOnce(w, shards, { most: 3 })).toBe(0)
    expect(await w.query("SELECT state FROM counter WHERE name = 'ends'")).toEqual([
      { state: { [(await keyOf(of)) ?? '']: 60 } },
    ])
    expect(await w.query('SELECT FROM closing')).toEqual([])
  })

  const keyOf = async (of: number) => {
    const [row] = await w.query<{ key: string }>(
      "SELECT plan -> 'keys' ->> 'end' AS key FROM version WHERE journey_id = $1",
      [of],
    )
    return row?.key
  }
})
