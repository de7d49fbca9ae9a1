// Ids only: no member data and no plan in any history. Every workflow is disposable: the truth is in PostgreSQL.
import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { LaneRef, ShardRef } from '../../core/ids.ts'

export interface Activities {
  advance(shard: ShardRef): Promise<{ sleepMs: number | null }>
  deliver(lane: LaneRef): Promise<{ sleepMs: number | null }>
  tick(): Promise<{ sleepMs: number | null }>
}

// An advance that ran twice found nothing to do the second time, so retries have no end.
const { advance, tick } = proxyLocalActivities<Omit<Activities, 'deliver'>>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '50ms', maximumInterval: '5s' },
})

// Waits for a provider, so it is no local activity: those hold up the workflow's task. Its worker says every second that it lives.
const { deliver } = proxyActivities<Pick<Activities, 'deliver'>>({
  startToCloseTimeout: '90s',
  heartbeatTimeout: '5s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
})

export const poke = defineSignal('poke')

/** Works, sleeps as long as the work says, and works again at a poke; ends when the work has nothing more to do. */
async function drive<Args extends unknown[]>(
  work: (...args: Args) => Promise<{ sleepMs: number | null }>,
  ...args: Args
): Promise<void> {
  let poked = false
  setHandler(poke, () => {
    poked = true
  })
  for (;;) {
    poked = false // before the work, never after: a poke that arrives during it stays set
    const { sleepMs } = await work(...args)
    // No await from here to the end: a signal the worker has not seen makes the server refuse the end, one it has seen is in `poked`.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<(...args: Args) => Promise<void>>(...args)
    if (poked || sleepMs === 0) continue
    if (sleepMs === null) return
    await condition(() => poked, sleepMs)
  }
}

/** Drives one shard of a journey: one member's, or many members'. */
export const journeyShard = (shard: ShardRef): Promise<void> => drive(advance, shard)

/** Sends the messages of one lane of an account. */
export const delivery = (lane: LaneRef): Promise<void> => drive(deliver, lane)

/** Fires the time triggers of the installation. It ends where no fire is planned: publishing one pokes it to life. */
export const clock = (): Promise<void> => drive(tick)
