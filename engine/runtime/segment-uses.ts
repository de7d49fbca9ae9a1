import type { VersionId } from '../core/ids.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

export interface SegmentUse {
  readonly key: string
  readonly name: string
  readonly state: string
}

/** Journeys that still ask segments: those that are over never do again. */
const ASKING = ['running', 'paused', 'scheduled', 'draining']

/** The journeys whose live version names a segment, by the segment's key. */
export async function segmentUses(engine: Engine, tx: DbTx): Promise<Map<string, SegmentUse[]>> {
  const journeys = await tx.db.journey.findMany({ where: { state: { in: ASKING }, versionId: { not: null } } })
  const uses = new Map<string, SegmentUse[]>()
  for (const { key, name, state, versionId } of journeys) {
    const plan = await planOf(engine, tx, Number(versionId) as VersionId) // a key of the table
    const named = plan.nodes.flatMap(({ definition, settings }) => definition.references?.(settings) ?? [])
    for (const segment of new Set(named.flatMap((r) => (r.kind === 'segment' ? [r.key] : []))))
      uses.set(segment, [...(uses.get(segment) ?? []), { key, name, state }])
  }
  return uses
}
