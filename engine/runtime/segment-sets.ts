import type { TenantId } from '../core/ids.ts'
import { computeSet, dropSet, lockSet, nextComputing } from '../members/face.ts'
import { insist } from '../store/insist.ts'
import { clockOf } from '../store/moment.ts'
import { segmentSetsSql } from '../store/sql/segment-sets.ts'
import type { Engine } from './engine.ts'

/** Makes the sets of segments that are due. */
export async function makeSets(engine: Engine): Promise<void> {
  const due = await engine.store.acrossTenants((sql) => sql.query(segmentSetsSql.due))
  const failures: unknown[] = []
  for (const { tenant_id: tenant, id } of due)
    await insist(() => makeOne(engine, tenant, id)).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

const makeOne = (engine: Engine, tenant: TenantId, id: number): Promise<void> =>
  engine.store.inTenant(tenant, async (tx) => {
    const set = await lockSet(tx, id)
    if (!set) return
    if (set.rule === null) dropSet(tx, id)
    else await computeSet(tx, set, nextComputing(set, await clockOf(tx)))
  })
