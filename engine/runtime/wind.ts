import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { makeMonths } from '../store/maintenance.ts'
import { windSql } from '../store/sql/wind.ts'
import type { Store } from '../store/store.ts'

/** Between two looks at whether a tenant is settled: longer the longer it takes. */
const LOOK_MS = { least: 5, part: 0.1, most: 200 }
/** So long nothing may change before it counts as stuck: a message under way takes a minute at most. */
const PATIENCE_MS = 90_000

/**
 * Winds a tenant's clock to `to` (epoch milliseconds), through every instant on the way at which something is due, and lets
 * all be done that is due there before it goes on. Drivers know nothing of it: they are poked. `settle` waits for them; a
 * test without a driver does the work itself. Answers how often it stopped. Throws a UserError for a tenant that was not
 * made with a wound clock, for a `to` before the clock, and as `settled` does.
 */
export async function wind(
  store: Store,
  tenant: TenantId,
  to: number,
  settle: () => Promise<unknown> = () => settled(store, tenant),
): Promise<number> {
  const [row] = await store.inTenant(tenant, (tx) => tx.sql.query<{ at: number | null }>(windSql.wound))
  const clock = row?.at ?? null
  if (clock === null) {
    throw new UserError(
      'clock-not-wound',
      'This workspace goes by the real clock: only one that was made for tests or demos can be wound.',
    )
  }
  if (to < clock) {
    const [now, wanted] = [clock, to].map((at) => new Date(at).toISOString())
    throw new UserError('clock-goes-on', `The clock stands at ${now}: it cannot be wound back to ${wanted}.`)
  }
  await makeMonths(store, { from: clock, to })
  let stops = 0
  for (let at = clock; ; stops++) {
    await stopAt(store, tenant, at)
    await settle()
    if (at >= to) return stops
    at = await nextStop(store, tenant, at, to)
  }
}

/** Resolves once nothing is left to do at the tenant's clock. Throws a UserError that says what is, when that stands still. */
export async function settled(store: Store, tenant: TenantId, patienceMs: number = PATIENCE_MS): Promise<void> {
  let last = ''
  const began = performance.now()
  const rest = () => Math.min(LOOK_MS.least + LOOK_MS.part * (performance.now() - began), LOOK_MS.most)
  for (let changed = began; ; await pause(rest())) {
    const [left = {}] = await store.inTenant(tenant, (tx) => tx.sql.query<Record<string, number>>(windSql.unsettled))
    const what = Object.entries(left).flatMap(([name, n]) => (n > 0 ? [`${name}: ${n}`] : []))
    if (what.length === 0) return
    if (what.join() !== last) changed = performance.now()
    else if (performance.now() - changed > patienceMs) {
      throw new UserError(
        'not-settled',
        `Nothing moves, and there is work left: ${what.join(', ')}. See that a worker is running.`,
      )
    }
    last = what.join()
  }
}

/** Sets the clock and pokes what is due then, in one transaction. */
function stopAt(store: Store, tenant: TenantId, at: number): Promise<unknown> {
  return store.inTenant(tenant, async (tx) => {
    await tx.sql.query(windSql.set, [at])
    await tx.sql.query(windSql.poke, [tenant])
  })
}

async function nextStop(store: Store, tenant: TenantId, after: number, to: number): Promise<number> {
  const [next] = await store.inTenant(tenant, (tx) => tx.sql.query<{ at: number | null }>(windSql.next, [after, to]))
  return next?.at ?? to
}
