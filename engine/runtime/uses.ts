import type { VersionId } from '../core/ids.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

export interface Use {
  readonly key: string
  readonly name: string
  readonly state: string
}

/** Journeys that still ask segments and groups: those that are over never do again. */
const ASKING = ['running', 'paused', 'scheduled', 'draining']

/** The journeys whose live version names a segment, or a group, by its key. */
export async function usesOf(engine: Engine, tx: DbTx, kind: 'segment' | 'group'): Promise<Map<string, Use[]>> {
  const journeys = await tx.db.journey.findMany({ where: { state: { in: ASKING }, versionId: { not: null } } })
  const uses = new Map<string, Use[]>()
  for (const { key, name, state, versionId } of journeys) {
    const plan = await planOf(engine, tx, Number(versionId) as VersionId) // a key of the table
    const named = plan.nodes.flatMap(({ definition, settings }) => definition.references?.(settings) ?? [])
    for (const used of new Set(
      named.flatMap((r) => (r.kind === kind || (kind === 'segment' && r.kind === 'segment-set') ? [r.key] : [])),
    ))
      uses.set(used, [...(uses.get(used) ?? []), { key, name, state }])
  }
  return uses
}
