import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, makeWorkerUtils, type Runner, run, type TaskList, type WorkerUtils } from 'graphile-worker'
import { z } from 'zod'
import { id, type JourneyId, type LaneRef, type ShardRef, type TenantId } from '../../core/ids.ts'
import { Dispatcher, type Send } from '../../runtime/dispatcher.ts'
import type { Driver, Work } from '../../runtime/work.ts'
import type { Store } from '../../store/store.ts'

const ShardPayload = z.strictObject({ tenant: z.int(), journey: z.int(), shard: z.int() })

/** Every job would say that it ran; what fails, the runtime says itself. */
const quiet = new Logger(() => () => {})

const LanePayload = z.strictObject({ tenant: z.int(), account: z.int(), lane: z.int() })

const AT_ONCE = 8
/** Connections that wait for news, and one to spare. */
const LISTENERS = 2

const nameOf = ({ journey, shard }: ShardRef) => `journey/${journey}/${shard}`
const laneName = ({ account, lane }: LaneRef) => `delivery/${account}/${lane}`
const CLOCK = 'clock'

/** Before the database is looked for again. */
const AWAY_MS = 500

/**
 * Runs the jobs of one target one after another, so that the sleep a job asks for is never older than what another wrote. One
 * process is all the embedded driver has; graphile's own queues stay locked when a worker is stopped at the wrong moment.
 */
class Turns {
  private readonly last = new Map<string, Promise<void>>()

  async take(name: string, job: () => Promise<void>): Promise<void> {
    const before = this.last.get(name) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(job)
    this.last.set(name, mine)
    try {
      await mine
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name)
    }
  }
}

/** Runs journeys on graphile-worker, on the product's own PostgreSQL: for machines without Temporal. */
export async function startEmbedded(store: Store, work: Work): Promise<Driver> {
  // Not graphile's own: that stops listening to its connections before they are closed, and an error then ends the process.
  const pgPool = store.jobConnections(AT_ONCE + LISTENERS)
  const utils = await makeWorkerUtils({ pgPool, logger: quiet })
  await utils.migrate()
  const put = (
    task: string,
    name: string,
    payload: unknown,
    runAt: Date | undefined,
    mode: 'replace' | 'preserve_run_at',
  ) =>
    utils.addJob(task, payload, {
      jobKey: name,
      jobKeyMode: mode,
      queueName: name,
      maxAttempts: 100,
      ...(runAt ? { runAt } : {}),
    })
  const send: Send = async (target) => {
    if (target.kind === 'shard') await put('advance', nameOf(target.shard), target.shard, undefined, 'replace')
    if (target.kind === 'lane') await put('deliver', laneName(target.lane), target.lane, undefined, 'replace')
    if (target.kind === 'clock') await put(CLOCK, CLOCK, {}, undefined, 'replace')
  }
  // `preserve_run_at`: a poke that came while the job ran is due before any sleep.
  const again = (task: string, name: string, payload: unknown, sleepMs: number | null) =>
    sleepMs === null ? undefined : put(task, name, payload, new Date(Date.now() + sleepMs), 'preserve_run_at')
  const turns = new Turns()
  const taskList: TaskList = {
    advance: async (payload) => {
      const { tenant, journey, shard } = ShardPayload.parse(payload)
      const ref = { tenant: id<TenantId>(tenant), journey: id<JourneyId>(journey), shard }
      await turns.take(nameOf(ref), async () => {
        const { sleepMs } = await work.advance(ref)
        await again('advance', nameOf(ref), ref, sleepMs)
      })
    },
    deliver: async (payload) => {
      const { tenant, ...rest } = LanePayload.parse(payload)
      const ref = { tenant: id<TenantId>(tenant), ...rest }
      await turns.take(laneName(ref), async () => {
        const { sleepMs } = await work.deliver(ref)
        await again('deliver', laneName(ref), ref, sleepMs)
      })
    },
    [CLOCK]: async () => {
      await turns.take(CLOCK, async () => {
        const { sleepMs } = await work.tick()
        await again(CLOCK, CLOCK, {}, sleepMs)
      })
    },
  }
  const runner = keepRunning(async () => {
    await freeJobs(utils)
    return run({
      pgPool,
      taskList,
      // Job ends are written by the library's batches: those survive a lost connection, which otherwise ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      concurrency: AT_ONCE,
      noHandleSignals: true,
      pollInterval: 200,
      logger: quiet,
    })
  })
  const dispatcher = new Dispatcher(store, send)
  dispatcher.start()
  return {
    name: 'embedded',
    stop: async () => {
      await dispatcher.stop()
      await runner.stop()
      await utils.release()
      await pgPool.end()
    },
  }
}

/** Frees the jobs that a runner held when it died: nobody else can hold any, for there is one embedded driver on a database. */
const freeJobs = (utils: WorkerUtils) =>
  utils.withPgClient((client) =>
    client.query(
      'SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL))',
    ),
  )

/** A runner gives up when the database goes away under it: another begins then, until `stop`. Its jobs may be done again. */
function keepRunning(begin: () => Promise<Runner>): { stop(): Promise<void> } {
  let runner: Runner | undefined
  let stopping = false
  const stop = () => runner?.stop().catch(() => {}) // it may have stopped by itself
  const loop = (async () => {
    while (!stopping) {
      try {
        const mine = await begin()
        runner = mine
        if (stopping) await stop()
        // One that could not write how a job ended stops taking jobs, but may never end: it is left alone.
        const lost = once(mine.events, 'pool:fatalError').then(() => void mine.kill().catch(() => {}))
        await Promise.race([mine.promise, lost])
      } catch {
        if (!stopping) await pause(AWAY_MS)
      }
    }
  })()
  return {
    stop: async () => {
      stopping = true
      await stop()
      await loop
    },
  }
}
