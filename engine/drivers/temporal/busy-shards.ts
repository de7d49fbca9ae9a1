import type { ShardRef } from '../../core/ids.ts'
import { type ShardAnswer, shardKey } from '../../runtime/gather.ts'

/** A shard that is advanced again this soon after it was is busy. */
const BUSY_WITHIN_MS = 1_000
/** So long the activity of a busy shard waits for the next poke. */
const LINGER_MS = 100
/** It goes on for so long at most: below the timeout of a workflow task, so that no heartbeat is needed. */
const MOST_MS = 1_500
/** Activities that may wait at once: others need their places. */
const MOST_WAITING = 200

const AGAIN: ShardAnswer = { sleepMs: 0 }

/** An activity that is under way in this process. */
interface Active {
  poked: boolean
  wake(): void
}

/**
 * Carries pokes within the process to activities that are under way here, and lets those of busy shards wait a little for more:
 * a signal and the workflow task after it cost Temporal far more than a walk costs PostgreSQL. A poke that was taken is followed
 * by an advance, or by an answer that asks for one; one that nobody takes is signalled.
 */
export class BusyShards {
  private readonly active = new Map<string, Active>()
  /** When shards were last advanced, oldest first. */
  private readonly endedAt = new Map<string, number>()
  private waiting = 0

  constructor(private readonly work: (shard: ShardRef) => Promise<ShardAnswer>) {}

  /** Whether an activity under way took the poke. */
  poke(shard: ShardRef): boolean {
    const active = this.active.get(shardKey(shard))
    if (!active) return false
    active.poked = true
    active.wake()
    return true
  }

  /** Advances a shard, and again while pokes for it come. */
  advance = async (shard: ShardRef): Promise<ShardAnswer> => {
    const key = shardKey(shard)
    // A member's own shard is seldom poked twice; and a retry does not share the place of one that hangs.
    if (shard.shard < 0 || this.active.has(key)) return this.work(shard)
    const began = performance.now()
    const busy = began - (this.endedAt.get(key) ?? Number.NEGATIVE_INFINITY) < BUSY_WITHIN_MS
    const active: Active = { poked: false, wake: () => {} }
    this.active.set(key, active)
    try {
      for (;;) {
        active.poked = false
        const answer = await this.work(shard)
        if (answer.sleepMs === 0) return answer
        const from = performance.now()
        if (!active.poked && busy) await this.linger(active, answer)
        if (!active.poked) return shortened(answer, performance.now() - from)
        if (!busy || performance.now() - began > MOST_MS) return AGAIN
      }
    } finally {
      this.active.delete(key)
      this.remember(key)
    }
  }

  /** Until a poke comes, or none does for a while, or the shard has something to do by itself. */
  private async linger(active: Active, { sleepMs }: ShardAnswer): Promise<void> {
    if (this.waiting >= MOST_WAITING) return
    this.waiting++
    await new Promise<void>((done) => {
      const timer = setTimeout(done, Math.min(LINGER_MS, sleepMs ?? LINGER_MS))
      active.wake = () => {
        clearTimeout(timer)
        done()
      }
    })
    this.waiting--
  }

  private remember(key: string): void {
    const now = performance.now()
    this.endedAt.delete(key)
    this.endedAt.set(key, now)
    for (const [other, at] of this.endedAt) {
      if (now - at < BUSY_WITHIN_MS) return
      this.endedAt.delete(other)
    }
  }
}

/** What is left to sleep when some of it has passed. */
const shortened = ({ sleepMs }: ShardAnswer, ms: number): ShardAnswer => ({
  sleepMs: sleepMs === null ? null : Math.max(0, Math.ceil(sleepMs - ms)),
})
