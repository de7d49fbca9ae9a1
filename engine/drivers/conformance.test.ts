import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { temporalConfig } from '../../temporal.config.ts'
import { reconcile } from '../runtime/reconcile.ts'
import { workOf } from '../runtime/work.ts'
import { noTemporal, testTemporal } from '../testing/temporal.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { startEmbedded } from './embedded/driver.ts'
import { workflowBundle } from './temporal/bundle.ts'
import { startTemporalDriver } from './temporal/driver.ts'

const DAY = 86_400_000
const absent = await noTemporal()
if (absent) console.warn(`Temporal is not tested: ${absent}`)
const bundle = absent ? undefined : await workflowBundle()

const drivers = {
  embedded: (w: TestWorkspace) => startEmbedded(w.engine.store, workOf(w.engine)),
  temporal: async (w: TestWorkspace) => {
    const own = { taskQueue: `test-${new URL(w.url).pathname}`, namespace: 'default' }
    const settings = { ...temporalConfig, ...own, address: await testTemporal() }
    return startTemporalDriver(settings, w.engine.store, workOf(w.engine), bundle ?? { code: '' })
  },
}

/** Event → points → wait for an order, a day at most → a tag for those who came → end. */
const journey = (shards: number | 'per-member') => ({
  schema: 1,
  key: 'order-wait',
  name: 'order-wait',
  settings: { shards, zone: 'UTC' },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 5 } } },
    {
      id: 'order',
      type: 'wait',
      version: 1,
      name: 'order',
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } },
    },
    { id: 'tag', type: 'tag-member', version: 1, name: 'tag', settings: { kind: 'add', tags: ['came'] } },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'order' },
    { from: 'order', outcome: 'event', to: 'tag' },
    { from: 'order', outcome: 'timeout', to: 'end' },
    { from: 'tag', outcome: 'next', to: 'end' },
  ],
})

/** Until it holds: drivers work by themselves, so a test can only look again. */
async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 40_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not come about: ${what}`)
    await pause(20)
  }
}

describe.each(['embedded', ...(absent ? [] : ['temporal' as const])] as const)('the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it.each([
    ['one member a shard', 'per-member', 40],
    ['many members a shard', 2, 400],
  ] as const)('takes everybody through: %s', async (_title, shards, people) => {
    const published = await w.publish(journey(shards))
    const driver = await drivers[name](w)
    try {
      const members = await w.members(Array.from({ length: people }, () => ({})))
      for (const member of members) await w.post(member, 'joined')
      const standing = async () =>
        (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM token WHERE node = 2'))[0]?.n
      await eventually(async () => (await standing()) === people, 'everybody waits for an order')
      const came = members.filter((_, i) => i % 2 === 0)
      for (const member of came) await w.post(member, 'order')
      await eventually(async () => (await w.states()).completed === came.length, 'those who ordered are done')
      await w.windOnly(w.now + 2 * DAY)
      await reconcile(w.engine.store)
      await eventually(async () => (await w.states()).completed === people, 'the others time out')
      const paths = await w.paths()
      members.forEach((member, i) => {
        const wait = i % 2 === 0 ? 'order:event tag:next end:ended' : 'order:timeout end:ended'
        expect(paths[member]).toBe(`start:next gift:granted ${wait}`)
      })
      expect(await w.query('SELECT sum(balance)::int AS points FROM point_account')).toEqual([{ points: people * 5 }])
      await w.reconcileCounts(published)
    } finally {
      await driver.stop()
    }
  })

  it('goes on where it was stopped', async () => {
    await w.publish(journey(2))
    const first = await drivers[name](w)
    const members = await w.members(Array.from({ length: 50 }, () => ({})))
    for (const member of members) await w.post(member, 'joined')
    await first.stop()
    for (const member of members) await w.post(member, 'order')
    const second = await drivers[name](w)
    try {
      await eventually(async () => (await w.states()).completed === 50, 'everybody is done')
    } finally {
      await second.stop()
    }
  })
})
