import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { InFlight } from '../core/journey/in-flight.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { longWait, waitingWithDoomed } from '../testing/long-wait.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

/** Two chunks. */
const PEOPLE = 6_000
const DAY = 86_400_000
const MOVE: InFlight = { policy: 'move', targets: {} }

describe.each(driverNames)('a move on the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('everyone', { all: [] })
  })
  afterEach(() => w.close())

  const settled = () =>
    eventually(
      async () =>
        (await w.query('SELECT FROM poke UNION ALL SELECT FROM move WHERE NOT is_done')).length === 0 &&
        (await w.query('SELECT FROM token WHERE due_at <= ts(waymark_clock())')).length === 0,
      'nothing is left to do',
    )
  const inside = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM token'))[0]?.n

  it('to a version whose wait is 2 days instead of 7 lets those of 3 days leave now, and those of 1 day tomorrow', async () => {
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      const began = w.now
      await w.publish(longWait(7))
      await settled()
      const join = async (people: number) => {
        for (const member of await w.members(Array.from({ length: people }, () => ({})))) await w.post(member, 'joined')
        await settled()
      }
      await join(5)
      await w.windOnly(began + 2 * DAY)
      await join(4)
      await w.windOnly(began + 3 * DAY)
      const second = await w.publish(longWait(2), MOVE)
      await settled()
      expect(await inside()).toBe(4)
      await w.windOnly(began + 4 * DAY - 1)
      expect(await w.query('SELECT DISTINCT ms(due_at) AS due FROM token')).toEqual([{ due: began + 4 * DAY }])
      await w.windOnly(began + 4 * DAY)
      await w.query(
        'INSERT INTO poke (tenant_id, kind, owner, part) SELECT DISTINCT tenant_id, 0, journey_id, shard FROM token',
      )
      await settled()
      expect(await inside()).toBe(0)
      expect(
        await w.query('SELECT ms(ended_at) AS ended, count(*)::int AS n FROM enrolment GROUP BY 1 ORDER BY 1'),
      ).toEqual([
        { ended: began + 3 * DAY, n: 5 },
        { ended: began + 4 * DAY, n: 4 },
      ])
      await w.reconcileCounts(second)
    } finally {
      await driver.stop()
    }
  })

  it('whose worker is killed half-way is finished by the next one, and nobody is lost', async () => {
    const { gone } = await waitingWithDoomed(w, name, { people: PEOPLE, days: 7 })
    const second = await w.publish(longWait(2), MOVE)
    await gone
    expect(await w.misplaced()).toEqual([])
    expect(await inside()).toBe(PEOPLE)
    expect(await w.query('SELECT FROM move WHERE NOT is_done')).toHaveLength(1)

    const next = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await settled()
      expect(await w.misplaced()).toEqual([])
      expect(await w.query('SELECT DISTINCT version_id, ms(due_at) - ms(arrived_at) AS wait FROM token')).toEqual([
        { version_id: second.version, wait: 2 * DAY },
      ])
      expect(await inside()).toBe(PEOPLE)
      await w.reconcileCounts(second)
    } finally {
      await next.stop()
    }
  })
})
