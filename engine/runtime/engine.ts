import { LRUCache } from 'lru-cache'
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
  /** Bound plans by version: a published version never changes, so the cache is never stale. The least used make room. */
  readonly plans: LRUCache<VersionId, BoundPlan>
  readonly watches: WatchCache
}

/** Nodes in the plans that a process keeps: those of a thousand journeys of the greatest size. */
const MOST_NODES = 500_000

export const engineOf = (store: Store, registry: Registry, effects: Engine['effects']): Engine => ({
  store,
  registry,
  effects,
  senders: openSenders(),
  plans: new LRUCache({ maxSize: MOST_NODES, sizeCalculation: (plan: BoundPlan) => plan.nodes.length }),
  watches: new Map(),
})

/** The plan of a version. Throws where the version does not exist in the tenant. */
export async function planOf(engine: Engine, tx: Tx, version: VersionId): Promise<BoundPlan> {
  const cached = engine.plans.get(version)
  if (cached) return cached
  const [row] = await tx.sql.query<{ plan: Plan; at: number }>(
    'SELECT plan, ms(published_at) AS at FROM version WHERE id = $1',
    [version],
  )
  if (!row) throw new Error(`version ${version} does not exist`)
  const plan = { ...bindPlan(row.plan, engine.registry), publishedAt: row.at }
  engine.plans.set(version, plan)
  return plan
}
