import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { makeMonths } from '../store/maintenance.ts'
import { windSql } from '../store/sql/wind.ts'
import type { Store } from '../store/store.ts'
import { GRACE_MS } from './sending.ts'

/** Between two looks at whether a tenant is settled: longer the longer it takes. */
const LOOK_MS = { least: 5, part: 0.1, most: 200 }
/**
 * How long nothing may change, by the real clock: until the messages in `sending` are lost, whose own time limit stands still
 * with the wound clock, and until what is left counts as stuck.
 */
const PATIENCE = { lostMs: GRACE_MS, stuckMs: 90_000 } as const

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
  const [row] = await store.inTenant(tenant, (tx) => tx.sql.query(windSql.wound))
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
export async function settled(
  store: Store,
  tenant: TenantId,
  { lostMs, stuckMs }: { lostMs: number; stuckMs: number } = PATIENCE,
): Promise<void> {
  let last = ''
  const began = performance.now()
  const rest = () => Math.min(LOOK_MS.least + LOOK_MS.part * (performance.now() - began), LOOK_MS.most)
  for (let changed = began; ; await pause(rest())) {
    const [row] = await store.inTenant(tenant, (tx) => tx.sql.query(windSql.unsettled))
    const { left = {}, sending = null } = row ?? {}
    const what = Object.entries(left as Record<string, number>).flatMap(([name, n]) => (n > 0 ? [`${name}: ${n}`] : [])) // counts
    if (what.length === 0) return
    const seen = `${what.join()} ${sending}`
    if (seen !== last) changed = performance.now()
    const stillMs = performance.now() - changed
    // The same messages all that time: nobody sends them any more.
    if (sending && stillMs > lostMs) await store.inTenant(tenant, (tx) => tx.sql.query(windSql.lose, [tenant]))
    if (stillMs > stuckMs) {
      throw new UserError(
        'not-settled',
        `Nothing moves, and there is work left: ${what.join(', ')}. See that a worker is running.`,
      )
    }
    last = seen
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
  const [next] = await store.inTenant(tenant, (tx) => tx.sql.query(windSql.next, [after, to]))
  return next?.at ?? to
}
