import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { Dispatcher, type Send } from '../../runtime/dispatcher.ts'
import type { Driver, Work } from '../../runtime/work.ts'
import type { Store } from '../../store/store.ts'

export interface TemporalSettings {
  readonly address: string
  readonly namespace: string
  readonly tls: boolean
  readonly taskQueue: string
  readonly workflowTaskTimeoutMs: number
  readonly stickyScheduleToStartMs: number
  readonly workflowTasks: number
  readonly localActivities: number
  readonly cachedWorkflows: number
}

/** Runs journeys as Temporal workflows: worker, client and dispatcher in this process. */
export async function startTemporalDriver(
  settings: TemporalSettings,
  store: Store,
  work: Work,
  bundle: { code: string },
): Promise<Driver & { send: Send; client: Client }> {
  const { address, namespace, tls, taskQueue } = settings
  try {
    Runtime.install({
      shutdownSignals: [],
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    })
  } catch {
    // A process has one runtime: the first driver's serves all.
  }
  const native = await NativeConnection.connect({ address, tls })
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: { advance: work.advance, deliver: work.deliver, tick: work.tick },
    maxConcurrentWorkflowTaskExecutions: settings.workflowTasks,
    maxConcurrentLocalActivityExecutions: settings.localActivities,
    maxCachedWorkflows: settings.cachedWorkflows,
    stickyQueueScheduleToStartTimeout: settings.stickyScheduleToStartMs,
    shutdownGraceTime: '2s',
  })
  const running = worker.run()
  // Without interceptors: the client's own retry waits seconds where a closing workflow refuses signals for a moment.
  const connection = await Connection.connect({ address, tls, interceptors: [] })
  const client = new Client({ connection, namespace })
  const signal = (workflow: string, workflowId: string, args: unknown[]) =>
    client.workflow.signalWithStart(workflow, {
      workflowId,
      taskQueue,
      args,
      signal: 'poke',
      signalArgs: [],
      workflowTaskTimeout: settings.workflowTaskTimeoutMs,
    })
  const send: Send = async (target) => {
    if (target.kind === 'clock') return signal('clock', 'clock', [])
    if (target.kind === 'lane')
      return signal('delivery', `delivery/${target.lane.account}/${target.lane.lane}`, [target.lane])
    const { shard } = target
    return signal('journeyShard', `journey/${shard.journey}/${shard.shard}`, [shard])
  }
  await send({ kind: 'clock' })
  const dispatcher = new Dispatcher(store, send)
  dispatcher.start()
  return {
    name: 'temporal',
    send,
    client,
    stop: async () => {
      await dispatcher.stop()
      worker.shutdown()
      await running
      await connection.close()
      await native.close()
    },
  }
}
