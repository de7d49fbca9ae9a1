// A worker as a process of its own, which a test lets die. Begins to work at its first message.
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import { startTemporalDriver, type TemporalSettings } from '../drivers/temporal/driver.ts'
import { engineOf } from '../runtime/engine.ts'
import { workOf } from '../runtime/work.ts'
import { openStore } from '../store/store.ts'
import { type Death, deadly } from './deadly-work.ts'

export interface WorkerOrder {
  readonly url: string
  readonly death?: Death | undefined
  /** `SIGKILL` ends it for good, `SIGSTOP` until somebody wakes it. */
  readonly signal?: 'SIGKILL' | 'SIGSTOP'
  /** The embedded driver, unless this is there. */
  readonly temporal?: { settings: TemporalSettings; bundle: { code: string } }
}

process.once('disconnect', () => process.exit()) // whoever ordered it is gone
process.once('message', async ({ url, death, signal = 'SIGKILL', temporal }: WorkerOrder) => {
  const { store: around, work: aroundWork } = deadly(death, async () => {
    await new Promise<void>((sent) => process.send?.('struck', () => sent()))
    process.kill(process.pid, signal)
    await new Promise((resolve) => setImmediate(resolve)) // a signal comes with the next turn of the loop at the latest
  })
  const store = around(openStore(url))
  const work = aroundWork(workOf(engineOf(store, registry, effects)))
  if (temporal) await startTemporalDriver(temporal.settings, store, work, temporal.bundle)
  else await startEmbedded(store, work)
  process.send?.('works')
})
