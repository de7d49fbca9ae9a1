import type { VersionId } from '../core/ids.ts'
import { compile } from '../core/journey/compile.ts'
import type { Reference } from '../core/journey/node.ts'
import { usesSql } from '../store/sql/uses.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

export interface Use {
  readonly key: string
  readonly name: string
  readonly state: string
}

/** Journeys that still ask segments and groups: those that are over never do again. */
const ASKING = ['running', 'paused', 'scheduled', 'draining']
const OVER = ['stopping', 'finished', 'archived']

/** The journeys whose live version names a segment, a group or another journey by its key. */
export async function usesOf(
  engine: Engine,
  tx: DbTx,
  kind: 'segment' | 'group' | 'journey',
): Promise<Map<string, Use[]>> {
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

/**
 * The journeys that would miss an account: those that name it in what is live, in an older version that has people inside, or in
 * what is drawn of them. By name; those that are over miss nothing.
 */
export async function usesOfAccount(engine: Engine, tx: DbTx, account: string): Promise<Use[]> {
  const isIt = ({ kind, key }: Reference) => kind === 'account' && key === account
  const using = new Set<number>()
  for (const { journey_id, version_id } of await tx.sql.query(usesSql.versions)) {
    const { nodes } = await planOf(engine, tx, version_id)
    if (nodes.some(({ definition, settings }) => definition.references?.(settings).some(isIt))) using.add(journey_id)
  }
  const { zone } = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  for (const { journeyId, document } of await tx.db.draft.findMany()) {
    // The compiler asks for each thing that what is drawn refers to.
    const exists = (reference: Reference) => {
      if (isIt(reference)) using.add(Number(journeyId))
      return true
    }
    compile(document, engine.registry, { zone, exists })
  }
  return tx.db.journey.findMany({
    where: { id: { in: [...using].map(BigInt) }, state: { notIn: OVER } },
    select: { key: true, name: true, state: true },
    orderBy: { name: 'asc' },
  })
}
