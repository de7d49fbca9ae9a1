import { Connection } from '@temporalio/client'
import { temporalConfig } from '../../temporal.config.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import { workflowBundle } from '../drivers/temporal/bundle.ts'
import { startTemporalDriver, type TemporalSettings } from '../drivers/temporal/driver.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Driver, workOf } from '../runtime/work.ts'
import { noTemporal, testTemporal } from './temporal.ts'

/** A driver that tests can start, again and again on the same workspace. */
export interface TestDriver {
  start(engine: Engine): Promise<Driver>
}

export type DriverName = 'embedded' | 'temporal'

const absent = await noTemporal()
if (absent) console.warn(`Temporal is not tested: ${absent}`)

/** The drivers that can be tested here. */
export const driverNames: readonly DriverName[] = absent ? ['embedded'] : ['embedded', 'temporal']

let bundle: Promise<{ code: string }> | undefined
/** Of this process. */
export const testBundle = (): Promise<{ code: string }> => {
  bundle ??= workflowBundle()
  return bundle
}

/** A driver for a workspace of this URL: on Temporal, in a namespace of its own. */
export async function testDriver(
  name: DriverName,
  url: string,
  given: Partial<TemporalSettings> = {},
): Promise<TestDriver> {
  if (name === 'embedded') return { start: (engine) => startEmbedded(engine.store, workOf(engine)) }
  const settings = await testSettings(url, given)
  const code = await testBundle()
  return { start: (engine) => startTemporalDriver(settings, engine.store, workOf(engine), code) }
}

/** Settings for the run's Temporal, whose namespace is that of the database at `url` and exists when this resolves. */
export async function testSettings(url: string, given: Partial<TemporalSettings> = {}): Promise<TemporalSettings> {
  const namespace = new URL(url).pathname.slice(1)
  const settings = { ...temporalConfig, address: given.address ?? (await testTemporal()), namespace, ...given }
  const connection = await Connection.connect({ address: settings.address })
  try {
    const workflowExecutionRetentionPeriod = { seconds: 86_400 } as never // protobuf's type wants a Long, its encoder takes numbers
    await connection.workflowService.registerNamespace({
      namespace: settings.namespace,
      workflowExecutionRetentionPeriod,
    })
  } catch (error) {
    if (!String(error).includes('already')) throw error
  } finally {
    await connection.close()
  }
  return settings
}
