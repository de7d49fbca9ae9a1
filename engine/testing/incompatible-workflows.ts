import { proxyLocalActivities, sleep } from '@temporalio/workflow'
import type { Activities } from '../drivers/temporal/workflows.ts'

const { advance, deliver, tick } = proxyLocalActivities<Activities>({ startToCloseTimeout: '60s' })

// The workflows as somebody might change them who forgets those that are under way: they rest before they work.
export const journeyShard = (shard: Parameters<Activities['advance']>[0]) => sleep(100).then(() => advance(shard))
export const delivery = (lane: Parameters<Activities['deliver']>[0]) => sleep(100).then(() => deliver(lane))
export const clock = () => sleep(100).then(() => tick())
