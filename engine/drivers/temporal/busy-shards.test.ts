import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { id, type ShardRef } from '../../core/ids.ts'
import type { ShardAnswer } from '../../runtime/gather.ts'
import { BusyShards } from './busy-shards.ts'

const shard: ShardRef = { tenant: id(1), journey: id(2), shard: 3 }
const ASLEEP: ShardAnswer = { sleepMs: 3_600_000 }
const TAKES_MS = 10

describe('activities of busy shards', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => vi.useRealTimers())

  /** Work that takes ten milliseconds; `began` keeps when. */
  function shards(answers: ShardAnswer[] = []) {
    const began: number[] = []
    const busy = new BusyShards(async () => {
      began.push(performance.now())
      await new Promise((done) => setTimeout(done, TAKES_MS))
      return answers.shift() ?? ASLEEP
    })
    return { busy, began }
  }
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  /** One that was advanced a moment ago. */
  async function warm(answers?: ShardAnswer[]) {
    const made = shards(answers)
    const first = made.busy.advance(shard)
    await pass(TAKES_MS)
    await first
    return made
  }

  it('answer at once where nothing came for long', async () => {
    const { busy, began } = await warm()
    await pass(2_000)
    const answer = busy.advance(shard)
    await pass(TAKES_MS)
    expect(busy.poke(shard)).toBe(false)
    expect(await answer).toEqual(ASLEEP)
    expect(began).toHaveLength(2)
  })

  it('ask for another advance where a poke came during one', async () => {
    const { busy, began } = shards()
    const answer = busy.advance(shard)
    expect(busy.poke(shard)).toBe(true)
    await pass(TAKES_MS)
    expect(await answer).toEqual({ sleepMs: 0 })
    expect(began).toHaveLength(1)
  })

  it('wait for pokes, advance at each, and answer after a silence', async () => {
    const { busy, began } = await warm()
    const answer = busy.advance(shard)
    await pass(TAKES_MS + 40)
    const at = performance.now()
    expect(busy.poke(shard)).toBe(true)
    await pass(TAKES_MS + 99)
    expect(began.at(-1)).toBe(at)
    expect(busy.poke({ ...shard, shard: 4 })).toBe(false)
    await pass(1)
    expect(busy.poke(shard)).toBe(false)
    expect(await answer).toEqual({ sleepMs: 3_600_000 - 100 })
    expect(began).toHaveLength(3)
  })

  it('wait no longer than the shard sleeps, ask for what is due then, and wait not at all where more is due', async () => {
    const { busy, began } = await warm([ASLEEP, { sleepMs: 30 }, { sleepMs: 0 }])
    const answer = busy.advance(shard)
    await pass(TAKES_MS + 30)
    expect(await answer).toEqual({ sleepMs: 0 })
    const next = busy.advance(shard)
    await pass(TAKES_MS)
    expect(await next).toEqual({ sleepMs: 0 })
    expect(began).toHaveLength(3)
  })

  it('end in time for their workflow task, and ask for more', async () => {
    const { busy } = await warm()
    const began = performance.now()
    let ended: ShardAnswer | undefined
    void busy.advance(shard).then((answer) => {
      ended = answer
    })
    while (!ended) {
      await pass(20)
      busy.poke(shard)
    }
    expect(ended).toEqual({ sleepMs: 0 })
    expect(performance.now() - began).toBeGreaterThan(1_500)
    expect(performance.now() - began).toBeLessThan(1_700)
  })

  it('pass failures on, and are no longer there to be poked', async () => {
    const busy = new BusyShards(() => Promise.reject(new Error('away')))
    await expect(busy.advance(shard)).rejects.toThrow('away')
    expect(busy.poke(shard)).toBe(false)
  })

  it('leave a member’s own shard to signals', async () => {
    const { busy } = shards()
    const own = { ...shard, shard: -7 }
    const answer = busy.advance(own)
    expect(busy.poke(own)).toBe(false)
    await pass(TAKES_MS)
    expect(await answer).toEqual(ASLEEP)
  })

  it('lose no poke that they took: an advance begins after it, or is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(150), fc.boolean()), { maxLength: 40 }), async (steps) => {
        const happened: string[] = []
        const busy = new BusyShards(async () => {
          happened.push('advance')
          await new Promise((done) => setTimeout(done, TAKES_MS))
          return ASLEEP
        })
        let underway = 0
        const begin = () => {
          underway++
          void busy.advance(shard).then(({ sleepMs }) => {
            underway--
            if (sleepMs === 0) begin()
          })
        }
        begin()
        for (const [ms, poked] of steps) {
          await pass(ms)
          if (!poked) continue
          if (busy.poke(shard)) happened.push('poke')
          else if (underway === 0) begin() // what a signal does
        }
        await pass(5_000)
        expect(underway).toBe(0)
        expect(happened.at(-1)).toBe('advance')
      }),
      { numRuns: 200 },
    )
  })
})
