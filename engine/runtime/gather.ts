import type { ShardRef } from '../core/ids.ts'
import { insist } from '../store/insist.ts'
import { type Advanced, advance } from './advance.ts'
import type { Engine } from './engine.ts'

/** How long a shard may sleep: 0 = more is due, null = it is empty. */
export interface ShardAnswer {
  readonly sleepMs: number | null
}

interface Caller {
  readonly shard: ShardRef
  readonly since: number
  /** Set once a batch it was in failed: it runs by itself then. */
  alone: boolean
  heavy: boolean
  answer(answer: ShardAnswer): void
  refuse(error: unknown): void
}

const MEMBERS = 2_000
const SHARDS = 500
/** A shard that was full last time counts for so many members. */
const HEAVY = 1_000
/** Below the workflow task timeout, so that no heartbeat is needed. */
const BUSY_MS = 2_000

const keyOf = ({ tenant, journey, shard }: ShardRef) => `${tenant}/${journey}/${shard}`

/**
 * Collects the advances that drivers ask for and runs those of one tenant as one transaction. No timer: a free advancer takes
 * all that is queued, so an idle system waits for nothing and a busy one batches by itself.
 */
export class Gather {
  private queue: Caller[] = []
  private running = 0
  private scheduled = false

  constructor(
    private readonly engine: Engine,
    private readonly advancers = 2,
  ) {}

  /** Walks what is due in a shard; rejects when its transaction failed even for the shard alone. */
  advance = (shard: ShardRef): Promise<ShardAnswer> =>
    new Promise((answer, refuse) => {
      this.queue.push({ shard, since: performance.now(), alone: false, heavy: false, answer, refuse })
      this.kick()
    })

  private kick(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      while (this.running < this.advancers && this.queue.length > 0) void this.run(this.next())
    })
  }

  /** The oldest caller and those of its tenant, until the transaction is full. */
  private next(): Map<string, Caller[]> {
    const batch = new Map<string, Caller[]>()
    const tenant = this.queue[0]?.shard.tenant
    const rest: Caller[] = []
    let weight = 0
    for (const caller of this.queue) {
      const fits = caller.shard.tenant === tenant && weight < MEMBERS && !(caller.alone && batch.size > 0)
      const key = keyOf(caller.shard)
      const same = batch.get(key)
      if (same) same.push(caller)
      else if (!fits) rest.push(caller)
      else {
        batch.set(key, [caller])
        weight += caller.alone ? MEMBERS : caller.heavy ? HEAVY : MEMBERS / SHARDS
      }
    }
    this.queue = rest
    return batch
  }

  private async run(batch: Map<string, Caller[]>): Promise<void> {
    this.running++
    const callers = [...batch.values()]
    const shards = callers.flatMap(([first]) => (first ? [first.shard] : []))
    try {
      const { sleepMs } = await this.walk(shards)
      for (const [i, waiting] of callers.entries()) this.reply(waiting, sleepMs[i] ?? null)
    } catch (error) {
      for (const caller of callers.flat()) {
        if (callers.length === 1) caller.refuse(error)
        else this.queue.push(Object.assign(caller, { alone: true }))
      }
    }
    this.running--
    this.kick()
  }

  private reply(waiting: readonly Caller[], sleepMs: number | null): void {
    for (const caller of waiting) {
      if (sleepMs === 0 && performance.now() - caller.since < BUSY_MS)
        this.queue.push(Object.assign(caller, { heavy: true }))
      else caller.answer({ sleepMs })
    }
  }

  /** One shard that fails is walked in halves, down to the one member who breaks it; many are asked again one by one. */
  private async walk(shards: readonly ShardRef[]): Promise<Advanced> {
    const [first] = shards
    const tenant = first?.tenant
    if (tenant === undefined) return { members: 0, sleepMs: [] }
    for (let most = Math.ceil(MEMBERS / shards.length); ; most = Math.floor(most / 2)) {
      try {
        return await insist(() => advance(this.engine, tenant, shards, { most, careful: most === 1 }))
      } catch (error) {
        if (shards.length > 1 || most <= 1) throw error
      }
    }
  }
}
