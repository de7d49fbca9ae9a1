import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { deadly } from '../testing/deadly-work.ts'
import { namedByWhole } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { tick } from './clock.ts'
import { storeEvents } from './unit-of-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('a fault', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await namedByWhole(w)
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
  })
  afterEach(() => w.close())

  it.each(['before-commit', 'after-commit'] as const)('in a fan-out enrols everybody once: dies %s', async (point) => {
    const people = 12_000
    await w.query(
      `INSERT INTO member (tenant_id, attributes, created_at) SELECT $1, '{"called": true}', now() FROM generate_series(1, $2::int)`,
      [w.tenant, people],
    )
    await w.publish(wholeJourney(16))
    const dying = deadly(() => Promise.reject(new Error('the starter died')))
    dying.arm({ point, nth: 2 })
    const starter = { ...w.engine, store: dying.store(w.engine.store) }
    // On a busy machine a tick reports back before its second chunk.
    const start = async () => {
      while ((await tick(starter)).sleepMs === 0);
    }
    await expect(start()).rejects.toThrow('the starter died')
    const enrolled = async () =>
      (
        await w.query<{ n: number; members: number }>(
          'SELECT count(*)::int AS n, count(DISTINCT member_id)::int AS members FROM enrolment',
        )
      )[0]
    const half = point === 'before-commit' ? 5_000 : 10_000
    expect(await enrolled()).toEqual({ n: half, members: half })
    while ((await tick(w.engine)).sleepMs === 0);
    expect(await enrolled()).toEqual({ n: people, members: people })
    expect(await w.query('SELECT enrolled, state FROM run')).toEqual([{ enrolled: people, state: 2 }])
  })

  /** Members who wait for an order, a day at most from the start. */
  const waiting = async (people: number): Promise<MemberId[]> => {
    await w.publish(wholeJourney(4))
    const members = await w.members(Array.from({ length: people }, () => ({ city: 'A' })))
    for (const member of members) await w.post(member, 'joined')
    await w.drain()
    return members
  }
  const waits = async () => Object.values(await w.paths()).map((path) => /order:(\w+)/.exec(path)?.[1])

  it('of a sender, who repeats, reorders and delays events, changes nobody’s way', async () => {
    const members = await waiting(60)
    const start = w.now
    await w.windOnly(start + HOUR)
    const events = members.flatMap((member, i) => {
      const order = { member, name: 'order', properties: {}, at: start + 60_000 + i, messageId: `order-${i}` }
      // Done before the wait began, though told only now.
      const early = { ...order, at: start - HOUR, messageId: `early-${i}` }
      return i % 2 === 0 ? [order, early, order] : [early, early]
    })
    const shuffled = events.map((event, i) => ({ event, key: (i * 7_919) % 179 })).sort((a, b) => a.key - b.key)
    for (const { event } of shuffled) {
      await w.engine.store.inTenant(w.tenant, (tx) => storeEvents(w.engine, tx, [event]))
    }
    await w.wind(start + DAY + HOUR)
    expect(await waits()).toEqual(members.map((_, i) => (i % 2 === 0 ? 'event' : 'timeout')))
    expect(await w.query("SELECT count(*)::int AS n FROM event WHERE name = 'order'")).toEqual([{ n: 90 }])
  })

  it('of timing, an event in the very moment in which its wait times out, is decided by the clock alone', async () => {
    const members = await waiting(2)
    const deadline = w.now + DAY
    for (const [i, at] of [deadline - 1, deadline].entries()) {
      await w.windOnly(at)
      for (const member of members.slice(i, i + 1)) await w.post(member, 'order')
    }
    await w.wind(deadline)
    expect(await waits()).toEqual(['event', 'timeout'])
  })

  it('of timing, events that race with the advance of their waits, leaves nobody behind', async () => {
    const members = await waiting(80)
    await w.windOnly(w.now + DAY)
    await w.query(
      'INSERT INTO poke (tenant_id, kind, owner, part) SELECT DISTINCT $1::bigint, 0::smallint, journey_id, shard FROM token',
      [w.tenant],
    )
    await Promise.all([w.drain(), ...members.map((member) => w.post(member, 'order'))])
    await w.drain()
    expect(new Set(await waits())).toEqual(new Set(['timeout']))
    expect(await w.query('SELECT FROM stimulus')).toEqual([])
  })
})
