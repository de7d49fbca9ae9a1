// A worker as a process of its own, which a test lets die: the first message is its order, the next ones are deaths.
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import { startTemporalDriver, type TemporalSettings } from '../drivers/temporal/driver.ts'
import { engineOf } from '../runtime/engine.ts'
import { workOf } from '../runtime/work.ts'
import { openStore } from '../store/store.ts'
import { deadly } from './deadly-work.ts'

export interface WorkerOrder {
  readonly url: string
  /** `SIGKILL` ends it for good, `SIGSTOP` until somebody wakes it. */
  readonly signal?: 'SIGKILL' | 'SIGSTOP'
  /** The embedded driver, unless this is there. */
  readonly temporal?: { settings: TemporalSettings; bundle: { code: string } }
}

process.once('disconnect', () => process.exit()) // whoever ordered it is gone
process.once('message', async ({ url, signal = 'SIGKILL', temporal }: WorkerOrder) => {
  const deaths = deadly(async () => {
    await new Promise<void>((sent) => process.send?.('struck', () => sent()))
    process.kill(process.pid, signal)
    await new Promise((resolve) => setImmediate(resolve)) // a signal comes with the next turn of the loop at the latest
  })
  process.on('message', deaths.arm)
  const store = deaths.store(openStore(url))
  const work = deaths.work(workOf(engineOf(store, registry, effects)))
  try {
    if (temporal) await startTemporalDriver(temporal.settings, store, work, temporal.bundle)
    else await startEmbedded(store, work)
    process.send?.('works')
  } catch {
    process.exit(1) // a server is away: as a process manager would, its test starts another
  }
})
