import { tick } from '../engine/runtime/clock.ts'
import { Dispatcher, type Target } from '../engine/runtime/dispatcher.ts'
import { workOf } from '../engine/runtime/work.ts'
import type { BenchEnvironment } from './environment.ts'

/** The runtime without a driver: its own dispatcher, whose targets are worked on at once in this process. */
export function startInProcess({ engine }: BenchEnvironment) {
  const work = workOf(engine)
  const carry = async (target: Target) => {
    if (target.kind === 'clock') while ((await tick(engine)).sleepMs === 0);
    if (target.kind === 'shard') while ((await work.advance(target.shard)).sleepMs === 0);
  }
  const carrying = new Set<Promise<void>>()
  // Answers at once, as a driver's signal does.
  const send = async (target: Target) => {
    const work = carry(target).finally(() => carrying.delete(work))
    carrying.add(work)
  }
  const dispatcher = new Dispatcher(engine.store, send)
  dispatcher.start()
  const stop = async () => {
    await dispatcher.stop()
    await Promise.all(carrying)
  }
  return { send, stop }
}
