import type { VersionId } from '../core/ids.ts'
import type { Registry } from '../core/journey/node.ts'
import type { BoundPlan, Plan } from '../core/journey/plan.ts'
import { bindPlan } from '../core/journey/plan.ts'
import type { WatchCache } from '../members/face.ts'
import { openSenders, type Senders } from '../reach/face.ts'
import type { Store, Tx } from '../store/store.ts'
import type { ApplyEffect } from './effects.ts'

/** What every part of the runtime works with. */
export interface Engine {
  readonly store: Store
  readonly registry: Registry
  readonly effects: ReadonlyMap<string, ApplyEffect>
  readonly senders: Senders
  /** Bound plans by version: a published version never changes, so the cache is never stale. */
  readonly plans: Map<VersionId, BoundPlan>
  readonly watches: WatchCache
}

export const engineOf = (store: Store, registry: Registry, effects: Engine['effects']): Engine => ({
  store,
  registry,
  effects,
  senders: openSenders(),
  plans: new Map(),
  watches: new Map(),
})

/** The plan of a version. Throws where the version does not exist in the tenant. */
export async function planOf(engine: Engine, tx: Tx, version: VersionId): Promise<BoundPlan> {
  const cached = engine.plans.get(version)
  if (cached) return cached
  const [row] = await tx.sql.query<{ plan: Plan }>('SELECT plan FROM version WHERE id = $1', [version])
  if (!row) throw new Error(`version ${version} does not exist`)
  const plan = bindPlan(row.plan, engine.registry)
  engine.plans.set(version, plan)
  return plan
}
