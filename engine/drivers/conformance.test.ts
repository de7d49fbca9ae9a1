import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type DriverName, driverNames, testDriver } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { endByMachine } from '../testing/oracle.ts'
import { type Providers, startProviders } from '../testing/providers.ts'
import { endOf, timesOf } from '../testing/same-end.ts'
import { live, peopleOf } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const HOUR = 3_600_000

describe('the journey of the suite', () => {
  it('has every registered node type, so that none goes untried', () => {
    const types = new Set(wholeJourney(1).nodes.map((node) => node.type))
    expect([...registry.keys()].filter((type) => !types.has(type))).toEqual([])
  })
})

/** A hundred shards of one member on Temporal take half a minute, and twice that beside other suites. */
const BESIDE_OTHERS_MS = 180_000

describe.each(driverNames)('the %s driver', (name: DriverName) => {
  let w: TestWorkspace
  let catcher: Providers
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    catcher = await startProviders()
  })
  afterEach(async () => {
    w.engine.senders.close()
    await w.close()
    await catcher.stop()
  })

  const everyWay = [
    ['one member a shard', 'per-member', 100, {}],
    ['500 members a shard', 2, 1_000, {}],
    ['no workflow cached, so that every task replays', 4, 60, { cachedWorkflows: 0 }],
  ] as const
  // Only Temporal has a cache.
  it.each(everyWay.filter(([, , , settings]) => name === 'temporal' || Object.keys(settings).length === 0))(
    'takes everybody every way as the machine does, at the same times: %s',
    async (_title, shards, people, settings) => {
      const persons = await peopleOf(w, people, catcher)
      const published = await w.publish(wholeJourney(shards))
      const driver = await (await testDriver(name, w.url, settings)).start(w.engine)
      const course = await live(w, persons, people).finally(() => driver.stop())
      const { end, times } = await endByMachine(w, published, persons, course)
      expect(await endOf(w)).toEqual(end)
      expect(await timesOf(w)).toEqual(times)
      const ids = catcher.messages.map((m) => m.messageId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe(end.messages.filter((line) => line.includes('"email"')).length)
      const calls = catcher.service.calls.map((call) => call.id)
      expect(new Set(calls).size).toBe(calls.length)
      expect(calls.length).toBe(end.messages.filter((line) => line.includes('"service"')).length)
      await w.reconcileCounts(published)
    },
    BESIDE_OTHERS_MS,
  )

  it('pauses, resumes and stops while it runs, and loses nobody', async () => {
    const persons = await peopleOf(w, 300, catcher)
    const published = await w.publish(wholeJourney(3))
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    const entered = async () => Object.values(await w.states()).reduce((sum, n) => sum + n, 0)
    const moves = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM trace'))[0]?.n
    try {
      const joining = persons.filter((p) => !p.called)
      for (const { member } of joining.slice(0, 120)) await w.post(member, 'joined')
      await w.control('whole', 'pause')
      const settled = async () => (await w.query('SELECT FROM poke')).length === 0
      await eventually(settled, 'what was under way at the pause is over')
      const pausedAt = await moves()
      for (const { member } of joining.slice(120)) await w.post(member, 'joined')
      await w.windOnly(w.now + 3 * HOUR)
      await eventually(settled, 'all pokes are consumed')
      expect(await moves()).toBe(pausedAt)
      expect(await entered()).toBeGreaterThanOrEqual(joining.length)

      await w.control('whole', 'resume')
      await eventually(async () => ((await moves()) ?? 0) >= joining.length, 'those who joined go on')
      await w.control('whole', 'stop')
      await eventually(async () => (await w.query('SELECT FROM token')).length === 0, 'nobody stands anywhere')
      const states = await w.states()
      expect(Object.keys(states).sort()).toEqual(['stopped'])
      await w.reconcileCounts(published)
    } finally {
      await driver.stop()
    }
  })

  it('goes on where it was stopped, and finds what came due while all workers were down', async () => {
    // They join outside of the course, by no order.
    const persons = (await peopleOf(w, 60, catcher)).map((person) => ({
      ...person,
      returns: undefined,
      crosses: false,
      hands: false,
      weds: false,
    }))
    const published = await w.publish(wholeJourney(2))
    const test = await testDriver(name, w.url)
    const first = await test.start(w.engine)
    const joining = persons.filter((p) => !p.called)
    for (const { member } of joining) await w.post(member, 'joined')
    await first.stop()
    await w.windOnly(w.now + HOUR)
    const second = await test.start(w.engine)
    const course = await live(w, persons, persons.length).finally(() => second.stop())
    expect(await endOf(w)).toEqual((await endByMachine(w, published, persons, course)).end)
  })
})
