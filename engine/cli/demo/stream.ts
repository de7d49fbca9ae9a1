import type { TenantId } from '../../core/ids.ts'
import type { Engine } from '../../runtime/engine.ts'
import { takeIn } from '../../runtime/take-in.ts'
import { amountOf, userIds } from './people.ts'

/** Now and then somebody who has just ordered orders again. */
const AGAIN = 0.3
const RECENT = 20

/** Posts, each time it is called, one order by a member of the demo. */
export function orderStream(engine: Engine, tenant: TenantId): () => Promise<void> {
  const recent: string[] = []
  return async () => {
    const from = recent.length > 0 && Math.random() < AGAIN ? recent : userIds
    const user = from[Math.floor(Math.random() * from.length)] ?? ''
    recent.unshift(user)
    recent.splice(RECENT)
    const properties = { amount: amountOf(user, Math.floor(Math.random() * 1_000)) }
    const person = [{ namespace: 'user', value: user }]
    await takeIn(engine, tenant, [[{ person, event: { name: 'order completed', properties } }]])
  }
}
