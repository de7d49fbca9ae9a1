import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { liveCounts, type WatchedJourney } from './live-counts.ts'

const journey = {
  ...{ schema: 1, key: 'welcome', name: 'welcome' },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
}

describe('live counts', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
    await w.publish(journey)
  })
  afterAll(() => w.close())

  /** Somebody watches what is in the list; what they are told is kept. */
  function watching(...watched: WatchedJourney[]) {
    const told: { totals: { entered: number } }[] = []
    const live = liveCounts(w.engine, {
      watched: () => watched,
      tell: (_, counts) => told.push(counts as (typeof told)[number]),
    }) // counts, by its own type
    return { live, told, watched }
  }
  const join = async () => {
    await w.post(await w.member({}), 'joined')
    await w.drain()
  }
  const welcome = () => ({ tenant: w.tenant, key: 'welcome' })

  it('are told whole, and again only when they changed', async () => {
    const { live, told } = watching(welcome())
    await live.look()
    await live.look()
    expect(told).toHaveLength(1)
    const before = told[0]?.totals.entered ?? 0
    await join()
    await live.look()
    expect(told[1]).toMatchObject({
      version: 1,
      totals: { entered: before + 1 },
      nodes: { end: { out: { ended: before + 1 } } },
    })
  })

  it('are told whole to whoever comes, though nothing changed: also after a server was away', async () => {
    const { live } = watching(welcome())
    await live.look()
    const again = watching(welcome())
    await again.live.look()
    expect(again.told).toHaveLength(1)
    expect(await live.first(w.tenant, 'welcome')).toEqual(again.told[0])
  })

  it('are read for nobody where nobody watches', async () => {
    const { live, told } = watching()
    const read = vi.spyOn(w.engine.store, 'inTenant')
    await live.look()
    expect([read.mock.calls.length, told]).toEqual([0, []])
    read.mockRestore()
  })

  it('are not there of a journey that is unknown, and disturb nobody else', async () => {
    const { live, told } = watching({ tenant: w.tenant, key: 'nothing' }, welcome())
    await live.look()
    expect([told.length, await live.first(w.tenant, 'nothing')]).toEqual([1, undefined])
  })

  it('are looked at twice a second, never while a look is under way, and go on after one that failed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    let looks = 0
    let failing = false
    const failures: unknown[] = []
    const watched = () => {
      looks++
      if (failing) throw new Error('the database is away')
      return []
    }
    const stop = liveCounts(w.engine, { watched, tell: () => {} }).start((error) => failures.push(error))
    const second = async () => {
      await vi.advanceTimersByTimeAsync(1_000)
    }
    await second()
    expect(looks).toBe(2)
    failing = true
    await second()
    expect([looks, failures.length]).toEqual([4, 2])
    stop()
    await second()
    expect(looks).toBe(4)
    vi.useRealTimers()
  })
})
