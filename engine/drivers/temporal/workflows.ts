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

// Waits for a provider, so it is no local activity: those hold up the workflow's task.
const { deliver } = proxyActivities<Pick<Activities, 'deliver'>>({
  startToCloseTimeout: '90s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
})

export const poke = defineSignal('poke')

/** Drives one shard of a journey: one member's, or many members'. */
export async function journeyShard(shard: ShardRef): Promise<void> {
  let poked = false
  setHandler(poke, () => {
    poked = true
  })
  for (;;) {
    poked = false // before the advance, never after: a poke that arrives during it stays set
    const { sleepMs } = await advance(shard)
    // No await from here to the end: a signal the worker has not seen makes the server refuse the end, one it has seen is in `poked`.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof journeyShard>(shard)
    if (poked || sleepMs === 0) continue
    if (sleepMs === null) return
    await condition(() => poked, sleepMs)
  }
}

/** Sends the messages of one lane of an account. */
export async function delivery(lane: LaneRef): Promise<void> {
  let poked = false
  setHandler(poke, () => {
    poked = true
  })
  for (;;) {
    poked = false
    const { sleepMs } = await deliver(lane)
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof delivery>(lane)
    if (poked || sleepMs === 0) continue
    if (sleepMs === null) return
    await condition(() => poked, sleepMs)
  }
}

/** Fires the time triggers of the installation. It never ends: without a planned fire it waits for a poke. */
export async function clock(): Promise<void> {
  let poked = false
  setHandler(poke, () => {
    poked = true
  })
  for (;;) {
    poked = false
    const { sleepMs } = await tick()
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof clock>()
    if (poked || sleepMs === 0) continue
    if (sleepMs === null) await condition(() => poked)
    else await condition(() => poked, sleepMs)
  }
}
