import { Connection } from '@temporalio/client'
import { temporalConfig } from '../../temporal.config.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import { workflowBundle } from '../drivers/temporal/bundle.ts'
import { startTemporalDriver } from '../drivers/temporal/driver.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Driver, workOf } from '../runtime/work.ts'
import { noTemporal, testTemporal } from './temporal.ts'

type Start = (url: string, engine: Engine) => Promise<Driver>

const embedded: Start = (url, engine) => startEmbedded(url, engine.store, workOf(engine))

/** A namespace of its own: workflow ids, the clock's above all, are the same in every database. */
async function temporal(): Promise<Start> {
  const bundle = await workflowBundle()
  return async (url, engine) => {
    const namespace = new URL(url).pathname.slice(1)
    const address = await testTemporal()
    await registerNamespace(address, namespace)
    return startTemporalDriver({ ...temporalConfig, namespace, address }, engine.store, workOf(engine), bundle)
  }
}

async function registerNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address })
  try {
    const workflowExecutionRetentionPeriod = { seconds: 86_400 as never } // a Long, or any number
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod })
  } finally {
    await connection.close()
  }
}

/** Every driver there is on this machine, by name, each on the database that it is given. */
export async function testDrivers(): Promise<[name: string, start: Start][]> {
  const absent = await noTemporal()
  if (!absent)
    return [
      ['embedded', embedded],
      ['temporal', await temporal()],
    ]
  console.warn(`Temporal is not tested: ${absent}`)
  return [['embedded', embedded]]
}
