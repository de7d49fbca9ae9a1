import type { LaneRef, ShardRef } from '../core/ids.ts'
import { tick } from './clock.ts'
import { deliver } from './deliver.ts'
import type { Engine } from './engine.ts'
import { Gather, type ShardAnswer } from './gather.ts'

/** What a driver calls; it decides when, and nothing else. `sleepMs` null: there is nothing more to do until a poke. */
export interface Work {
  advance(shard: ShardRef): Promise<ShardAnswer>
  deliver(lane: LaneRef): Promise<{ sleepMs: number | null }>
  tick(): Promise<{ sleepMs: number | null }>
}

/** The work of one process: its advances are gathered. */
export function workOf(engine: Engine, advancers?: number): Work {
  const gather = new Gather(engine, advancers)
  return { advance: gather.advance, deliver: (lane) => deliver(engine, lane), tick: () => tick(engine) }
}

/** A driver that runs: carries pokes, and stops cleanly. */
export interface Driver {
  readonly name: string
  stop(): Promise<void>
}
