import { Context } from '@temporalio/activity'
import { Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import type { LaneRef, ShardRef } from '../../core/ids.ts'
import { Dispatcher, type Send } from '../../runtime/dispatcher.ts'
import type { Driver, Work } from '../../runtime/work.ts'
import type { Store } from '../../store/store.ts'
import { BusyShards } from './busy-shards.ts'
import { connectClient, type TemporalAddress } from './connection.ts'
import { attributesOf, registerSearchAttributes } from './search-attributes.ts'

export interface TemporalSettings extends TemporalAddress {
  readonly namespace: string
  readonly taskQueue: string
  readonly workflowTaskTimeoutMs: number
  readonly stickyScheduleToStartMs: number
  readonly workflowTasks: number
  readonly workflowTaskPolls: number
  readonly activities: number
  readonly localActivities: number
  readonly cachedWorkflows: number
}

const BEAT_MS = 1_000

/** Which parts of the driver run in this process: both, unless told otherwise. */
interface DriverParts {
  /** Runs workflows and does their work. */
  readonly worker?: boolean
  /** Carries pokes. One of all that run leads. */
  readonly dispatcher?: boolean
}

/** Runs journeys as Temporal workflows. */
export async function startTemporalDriver(
  settings: TemporalSettings,
  store: Store,
  work: Work,
  bundle: { code: string },
  { worker = true, dispatcher = true }: DriverParts = {},
): Promise<Driver> {
  const connection = await connectClient(settings)
  const client = new Client({ connection, namespace: settings.namespace })
  const marked = await registerSearchAttributes(connection, settings.namespace)
  const shards = new BusyShards(work.advance)
  const signal = sendBy(client, settings, marked)
  const send: Send = async (target) =>
    target.kind === 'shard' && shards.poke(target.shard) ? undefined : signal(target)
  const stopWorker = worker ? await startWorker(settings, { ...work, advance: shards.advance }, bundle) : undefined
  const pokes = dispatcher ? new Dispatcher(store, send) : undefined
  pokes?.start()
  return {
    name: 'temporal',
    stop: async () => {
      await pokes?.stop()
      await stopWorker?.()
      await connection.close()
    },
  }
}

/** Pokes by signal, starting the workflow where none runs. */
function sendBy(client: Client, settings: TemporalSettings, marked: boolean): Send {
  const { taskQueue, workflowTaskTimeoutMs: workflowTaskTimeout } = settings
  const optionsOf = <Args extends unknown[]>(workflowId: string, args: Args, shard?: ShardRef) => ({
    workflowId,
    taskQueue,
    args,
    workflowTaskTimeout,
    ...(shard && marked ? { typedSearchAttributes: attributesOf(shard) } : {}),
  })
  const poke = { signal: 'poke', signalArgs: [] }
  return async (target) => {
    if (target.kind === 'clock') {
      return client.workflow.signalWithStart('clock', { ...optionsOf('clock', []), ...poke })
    }
    if (target.kind === 'lane') {
      const { account, lane } = target.lane
      const options = optionsOf(`delivery/${account}/${lane}`, [target.lane])
      return client.workflow.signalWithStart('delivery', { ...options, ...poke })
    }
    const { shard } = target
    const options = optionsOf(`journey/${shard.journey}/${shard.shard}`, [shard], shard)
    if (shard.shard < 0) {
      // Most pokes of a member's own shard are its first, and a plain start is one event less in each of its histories.
      try {
        return await client.workflow.start('journeyShard', options)
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
      }
    }
    return client.workflow.signalWithStart('journeyShard', { ...options, ...poke })
  }
}

/** Answers what stops it: it finishes what it does, or gives up after two seconds. */
async function startWorker(
  settings: TemporalSettings,
  { advance, deliver, tick }: Work,
  bundle: { code: string },
): Promise<() => Promise<void>> {
  installRuntime()
  const native = await NativeConnection.connect({ address: settings.address, tls: settings.tls })
  const worker = await Worker.create({
    connection: native,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    workflowBundle: bundle,
    activities: { advance, deliver: (lane: LaneRef) => beating(() => deliver(lane)), tick },
    maxConcurrentWorkflowTaskExecutions: settings.workflowTasks,
    maxConcurrentWorkflowTaskPolls: settings.workflowTaskPolls,
    maxConcurrentActivityTaskExecutions: settings.activities,
    maxConcurrentLocalActivityExecutions: settings.localActivities,
    maxCachedWorkflows: settings.cachedWorkflows,
    stickyQueueScheduleToStartTimeout: settings.stickyScheduleToStartMs,
    shutdownGraceTime: '2s',
  })
  const running = worker.run()
  return async () => {
    worker.shutdown()
    await running
    await native.close()
  }
}

/** Tells Temporal that the work goes on: a lane whose worker died is taken over when that stops. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current()
  const beat = setInterval(() => context.heartbeat(), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}

/** A process has one runtime, which says errors only: the first worker's serves all. */
export function installRuntime(): void {
  try {
    Runtime.install({
      shutdownSignals: [],
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    })
  } catch {} // it is there
}
