import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { scheduleSet } from '../members/face.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { type MailCatcher, startMailCatcher } from '../testing/mail-catcher.ts'
import { type MailWorkspace, mailJourney, mailWorkspace } from '../testing/mail-workspace.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { settled, wind } from './wind.ts'

const MINUTE = 60_000
const DAY = 86_400_000

type Node = readonly [id: string, type: string, settings?: object]

/** A chain of nodes: every main outcome leads to the next one. */
const chain = (nodes: readonly Node[]) => {
  const all: Node[] = [...nodes, ['end', 'end']]
  const edges = all.flatMap(([from], i) => {
    const to = all[i + 1]?.[0]
    const outcomes = from.startsWith('order') ? ['event', 'timeout'] : [from.startsWith('wait') ? 'done' : 'next']
    return to ? outcomes.map((outcome) => ({ from, outcome, to })) : []
  })
  return {
    ...{ schema: 1, key: 'chain', name: 'chain', settings: { zone: 'UTC', shards: 4 } },
    nodes: all.map(([id, type, settings = {}]) => ({ id, type, version: 1, name: id, settings })),
    edges,
  }
}
const wait = (id: string, amount: number, unit: string): Node => [
  id,
  'wait',
  { kind: 'duration', duration: { amount, unit } },
]

let w: TestWorkspace
beforeEach(async () => {
  w = await testWorkspace({ registry, effects })
})
afterEach(() => w.close())

const traces = () =>
  w.query<{ member_id: MemberId; at: number }>(
    'SELECT member_id, nodes, outcomes, ms(at) AS at FROM trace ORDER BY member_id, enrolment_id, visit',
  )

describe.each(driverNames)('winding the clock under the %s driver', (name) => {
  it('stops at every fire and every wait on the way', async () => {
    await w.segment('all', { all: [] })
    const daily = { kind: 'recurring', rule: { every: 'day' }, time: '10:00' }
    await w.publish(
      chain([
        ['start', 'trigger-audience', { include: ['all'], take: 'new', firing: daily }],
        wait('wait-days', 2, 'day'),
        wait('wait-minutes', 90, 'minute'),
        ['tag', 'tag-member', { kind: 'add', tags: ['through'] }],
      ]),
    )
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      const start = w.now
      await w.members([{}, {}, {}])
      await wind(w.engine.store, w.tenant, start + DAY)
      await w.members([{}])
      // Four fires, two of them together with the end of a wait; two ends of the second wait; the goal.
      expect(await wind(w.engine.store, w.tenant, start + 5 * DAY)).toBe(7)
      const entered = [0, 0, 0, 1].map((day) => start + day * DAY + 10 * 60 * MINUTE)
      const expected = entered.flatMap((at) => [at, at + 2 * DAY, at + 2 * DAY + 90 * MINUTE])
      expect((await traces()).map((trace) => trace.at)).toEqual(expected)
      expect(await w.states()).toEqual({ completed: 4 })
      expect(await w.query('SELECT count(*)::int AS n FROM run')).toEqual([{ n: 5 }])
      expect(await w.query('SELECT DISTINCT tableoid::regclass::text AS month FROM trace')).toEqual([
        { month: 'trace_2026_03' },
      ])
    } finally {
      await driver.stop()
    }
  })

  it('stops where a set of a segment is made', async () => {
    await w.segment('all', { all: [] })
    const start = w.now
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await w.engine.store.inTenant(w.tenant, (tx) => scheduleSet(tx, 'all', 'day'))
      await wind(w.engine.store, w.tenant, start + DAY)
      expect(await w.query('SELECT ms(computed_at) AS at FROM segment_set')).toEqual([{ at: start + DAY }])
    } finally {
      await driver.stop()
    }
  })

  describe('with mail', () => {
    let mails: MailWorkspace
    let catcher: MailCatcher
    beforeEach(async () => {
      mails = await mailWorkspace({ registry, effects })
      catcher = await startMailCatcher()
      const from = { name: 'Shop', address: 'shop@example.com' }
      const { host, port } = catcher
      await mails.query('UPDATE account SET settings = $1', [
        { host, port, from, security: 'none', unsubscribe: 'mailto:stop@example.com' },
      ])
      await mails.publish(mailJourney())
    })
    afterEach(async () => {
      mails.engine.senders.close()
      await mails.close()
      await catcher.stop()
    })

    const working = async (work: () => Promise<unknown>) => {
      const driver = await (await testDriver(name, mails.url)).start(mails.engine)
      try {
        await work()
      } finally {
        await driver.stop()
      }
    }

    it('stops where an account may send again', async () => {
      await mails.query('INSERT INTO token_bucket VALUES ($1, $2, 1, ts($3), 0.5, 1)', [
        mails.tenant,
        mails.account,
        mails.now,
      ])
      await working(async () => {
        for (const member of await mails.reachables([{}, {}, {}])) await mails.post(member, 'joined')
        await wind(mails.engine.store, mails.tenant, mails.now + MINUTE)
      })
      const sent = await mails.query<{ at: number }>('SELECT ms(settled_at) AS at FROM message ORDER BY 1')
      expect(sent.map((message) => message.at - mails.now)).toEqual([0, 2_000, 4_000])
      expect(catcher.messages).toHaveLength(3)
    })

    it('takes what a killed process left in sending for lost: one batch, and no more', async () => {
      await mails.join(...(await mails.reachables(Array.from({ length: 20 }, () => ({})))))
      await mails.crash()
      await working(() => settled(mails.engine.store, mails.tenant, { lostMs: 3_000, stuckMs: 60_000 }))
      expect((await mails.messages()).sort()).toEqual([
        ...Array(4).fill('accepted - 1'),
        ...Array(16).fill('unknown interrupted 1'),
      ])
      expect(catcher.messages).toHaveLength(4)
    })
  })
})

describe('winding the clock', () => {
  it('gives the same traces in one go and in many', async () => {
    await w.publish(
      chain([
        ['start', 'trigger-event', { events: [{ event: 'joined' }] }],
        wait('wait-1', 7, 'minute'),
        ['order', 'wait', { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 30, unit: 'minute' } }],
        wait('wait-2', 3, 'hour'),
      ]),
    )
    /** Two members, the first of whom orders after 20 minutes; answers what became of them, as if it had begun at 0. */
    const run = async (stops: readonly number[]) => {
      await w.query('DELETE FROM trace')
      const from = w.now
      const members = await w.members([{}, {}])
      for (const member of members) await w.post(member, 'joined')
      for (const stop of [...stops, 20].sort((a, b) => a - b)) {
        await w.wind(from + stop * MINUTE)
        for (const member of members.slice(0, stop === 20 ? 1 : 0)) await w.post(member, 'order')
      }
      await w.wind(from + DAY)
      return (await traces()).map((row) => ({ ...row, member_id: members.indexOf(row.member_id), at: row.at - from }))
    }
    const inOneGo = await run([])
    expect(inOneGo.length).toBeGreaterThan(6)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.integer({ min: 1, max: 400 }).filter((n) => n !== 20),
          { maxLength: 5 },
        ),
        async (stops) => {
          expect(await run(stops)).toEqual(inOneGo)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('is refused where the clock is the real one', async () => {
    await w.query('UPDATE tenant SET wound_at = NULL')
    await expect(wind(w.engine.store, w.tenant, w.now + DAY)).rejects.toThrow('made for tests or demos')
  })

  it('never goes back', async () => {
    await expect(w.wind(w.now - 1)).rejects.toThrow('it cannot be wound back to 2026-02-28T23:59:59.999Z')
  })

  it('says what is left when nobody works on it', async () => {
    await w.publish(chain([['start', 'trigger-event', { events: [{ event: 'joined' }] }]]))
    await w.drain()
    await w.post(await w.member({}), 'joined')
    await expect(settled(w.engine.store, w.tenant, { lostMs: 50, stuckMs: 50 })).rejects.toThrow(
      'work left: pokes: 1, due tokens: 1.',
    )
    await w.drain()
    await settled(w.engine.store, w.tenant)
  })

  it('leaves a message that may still be under way alone', async () => {
    const mails = await mailWorkspace({ registry, effects })
    try {
      await mails.publish(mailJourney())
      await mails.join(await mails.reachable())
      await mails.crash()
      const soon = settled(mails.engine.store, mails.tenant, { lostMs: 60_000, stuckMs: 50 })
      await expect(soon).rejects.toThrow('work left: unsent messages: 1.')
      expect(await mails.messages()).toEqual(['sending - 1'])
    } finally {
      await mails.close()
    }
  })

  it('leaves a paused journey where it is', async () => {
    await w.publish(chain([['start', 'trigger-event', { events: [{ event: 'joined' }] }], wait('wait', 1, 'day')]))
    const ann = await w.member({})
    await w.post(ann, 'joined')
    await w.drain()
    await w.control('chain', 'pause')
    await w.wind(w.now + 2 * DAY)
    await settled(w.engine.store, w.tenant)
    expect(await w.states()).toEqual({ live: 1 })
  })
})
