import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { storeEvents } from '../runtime/unit-of-work.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const PEOPLE = 64
const SECOND = 1_000

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** One a second, each in a shard of their own or 16 in one. */
const journey = (shards: number | 'per-member') => ({
  ...{ schema: 1, key: 'gate', name: 'gate', settings: { zone: 'UTC', shards } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('gate', 'rate-gate', { amount: 60, unit: 'minute' }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gate' },
    { from: 'gate', outcome: 'next', to: 'end' },
  ],
})

describe.each(driverNames)('a rate gate on the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it.each(['per-member', 16] as const)('gives every slot once, and lets through at its time: %s', async (shards) => {
    const members = await w.members(Array.from({ length: PEOPLE }, () => ({})))
    await w.publish(journey(shards))
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    const start = w.now
    const hello = (some: typeof members) =>
      w.engine.store.inTenant(w.tenant, (tx) =>
        storeEvents(
          w.engine,
          tx,
          some.map((member) => ({ member, name: 'hello', at: start, properties: {} })),
        ),
      )
    const slots = () => w.query<{ at: number }>('SELECT ms(due_at) AS at FROM token WHERE step = 1 ORDER BY due_at')
    try {
      await Promise.all(Array.from({ length: 8 }, (_, n) => hello(members.filter((_member, i) => i % 8 === n))))
      await eventually(async () => (await slots()).length === PEOPLE - 1, 'all but the first wait for their slot')
      expect((await slots()).map(({ at }) => at)).toEqual(
        Array.from({ length: PEOPLE - 1 }, (_, n) => start + (n + 1) * SECOND),
      )
    } finally {
      await driver.stop()
    }
    // Nobody passes before their slot, whoever was taken out meanwhile.
    await w.query('DELETE FROM token WHERE due_at = ts($1)', [start + 2 * SECOND])
    await w.wind(start + 4 * SECOND)
    const passed = await w.query<{ at: number }>(
      'SELECT ms(at) AS at FROM trace WHERE cardinality(nodes) > 1 ORDER BY at',
    )
    const times = passed.map((row) => (row.at - start) / SECOND)
    expect(times.filter((at) => at > 0)).toEqual([1, 3, 4])
  })
})
