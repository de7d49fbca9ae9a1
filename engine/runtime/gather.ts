import type { ShardRef } from '../core/ids.ts'
import { insist } from '../store/insist.ts'
import { type Advanced, advance } from './advance.ts'
import { Batches, type Choose } from './batches.ts'
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

/** One text for one shard. */
export const shardKey = ({ tenant, journey, shard }: ShardRef) => `${tenant}/${journey}/${shard}`

/** The oldest caller and those of its tenant, until the transaction is full; all callers of one shard are one. */
const together: Choose<Caller> = (queue) => {
  const tenant = queue[0]?.shard.tenant
  const shards = new Set<string>()
  const batch: Caller[] = []
  const rest: Caller[] = []
  let weight = 0
  for (const caller of queue) {
    const key = shardKey(caller.shard)
    const fits = caller.shard.tenant === tenant && weight < MEMBERS && !(caller.alone && shards.size > 0)
    if (!shards.has(key) && !fits) rest.push(caller)
    else {
      if (!shards.has(key)) weight += caller.alone ? MEMBERS : caller.heavy ? HEAVY : MEMBERS / SHARDS
      shards.add(key)
      batch.push(caller)
    }
  }
  return { batch, rest }
}

/** Collects the advances that drivers ask for and runs those of one tenant as one transaction. */
export class Gather {
  private readonly batches: Batches<Caller>

  constructor(
    private readonly engine: Engine,
    advancers = 2,
  ) {
    this.batches = new Batches(together, (callers) => this.run(callers), advancers)
  }

  /** Walks what is due in a shard; rejects when its transaction failed even for the shard alone. */
  advance = (shard: ShardRef): Promise<ShardAnswer> =>
    new Promise((answer, refuse) => {
      this.batches.add({ shard, since: performance.now(), alone: false, heavy: false, answer, refuse })
    })

  private async run(callers: readonly Caller[]): Promise<void> {
    const byShard = new Map<string, Caller[]>()
    for (const caller of callers) {
      const key = shardKey(caller.shard)
      byShard.set(key, [...(byShard.get(key) ?? []), caller])
    }
    const groups = [...byShard.values()]
    try {
      const { sleepMs } = await this.walk(groups.flatMap(([first]) => (first ? [first.shard] : [])))
      for (const [i, waiting] of groups.entries()) this.reply(waiting, sleepMs[i] ?? null)
    } catch (error) {
      for (const caller of callers) {
        if (groups.length === 1) caller.refuse(error)
        else this.batches.add(Object.assign(caller, { alone: true }))
      }
    }
  }

  private reply(waiting: readonly Caller[], sleepMs: number | null): void {
    for (const caller of waiting) {
      if (sleepMs === 0 && performance.now() - caller.since < BUSY_MS)
        this.batches.add(Object.assign(caller, { heavy: true }))
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
