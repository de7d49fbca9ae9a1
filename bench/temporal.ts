import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker'
import { findTemporal } from '../engine/cli/set-up/find-temporal.ts'
import { startTemporal } from '../engine/cli/set-up/local-temporal.ts'
import { workflowBundle } from '../engine/drivers/temporal/bundle.ts'
import { startTemporalDriver } from '../engine/drivers/temporal/driver.ts'
import { workOf } from '../engine/runtime/work.ts'
import { temporalConfig } from '../temporal.config.ts'
import type { BenchEnvironment } from './environment.ts'

const NOOPS_AT_ONCE = 64

let bundle: ReturnType<typeof bundleWorkflowCode> | undefined
/** Made once a process: what its compiler keeps is not the runtime's memory. */
function noopBundle() {
  const workflowsPath = fileURLToPath(new URL('./noop.workflow.ts', import.meta.url))
  bundle ??= bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
  return bundle
}

/** A development server of its own on SQLite, and what runs on it. */
export async function benchTemporal({ directory }: BenchEnvironment) {
  const found = await findTemporal({ get: false })
  if ('none' in found) throw new Error(found.none)
  const { namespace } = temporalConfig
  const server = await startTemporal({ program: found.program, dbFile: join(directory, 'temporal.db'), namespace })
  const { address, tls } = server
  const bundle = await workflowBundle()
  const connection = await Connection.connect({ address })
  const client = new Client({ connection })
  return {
    startDriver: (environment: BenchEnvironment) =>
      startTemporalDriver(
        { ...temporalConfig, address, tls },
        environment.engine.store,
        workOf(environment.engine),
        bundle,
      ),
    client,
    /** Workflows a second of the bare kind, started and finished. */
    async noops(count: number): Promise<number> {
      const native = await NativeConnection.connect({ address })
      const worker = await Worker.create({ connection: native, taskQueue: 'noop', workflowBundle: await noopBundle() })
      const running = worker.run()
      const execute = async (many: number): Promise<number> => {
        const began = performance.now()
        let next = 0
        const one = async () => {
          while (next < many) {
            const workflowId = `noop/${began}/${next++}`
            await client.workflow.execute('noop', { workflowId, taskQueue: 'noop' })
          }
        }
        await Promise.all(Array.from({ length: NOOPS_AT_ONCE }, one))
        return (many / (performance.now() - began)) * 1_000
      }
      await execute(NOOPS_AT_ONCE) // a new worker is slow at first
      const rate = await execute(count)
      worker.shutdown()
      await running
      await native.close()
      return rate
    },
    async stop() {
      await connection.close()
      await server.stop()
    },
  }
}

export type BenchTemporal = Awaited<ReturnType<typeof benchTemporal>>
