import { z } from 'zod'
import { NodeId } from './document.ts'
import type { PlanNode } from './plan.ts'

/**
 * What becomes of those inside older versions once a version is published: they finish there, move into it, or are stopped.
 * `targets`: where those go whose node is gone or of another type: id of the old node → id of the new one, null: out.
 */
export const InFlight = z.strictObject({
  policy: z.enum(['finish', 'move', 'stop']).default('finish'),
  targets: z.record(NodeId, NodeId.nullable()).default({}),
})
export type InFlight = z.infer<typeof InFlight>
export type Targets = InFlight['targets']

export const FINISH: InFlight = { policy: 'finish', targets: {} }

/** A node of the newer plan, by index; `same`: it is the node they stand at, so that what it did for them counts. */
export type Destination = { readonly to: number; readonly same: boolean } | 'out'

/** Where a move leads those who stand at a node of an older version; undefined where that is still to be chosen. */
export function destinationOf(
  { id, type }: Pick<PlanNode, 'id' | 'type'>,
  { nodes }: { readonly nodes: readonly Pick<PlanNode, 'id' | 'type'>[] },
  targets: Targets,
): Destination | undefined {
  const same = nodes.findIndex((node) => node.id === id && node.type === type)
  if (same >= 0) return { to: same, same: true }
  const target = Object.hasOwn(targets, id) ? targets[id] : undefined
  if (target === null) return 'out'
  const to = nodes.findIndex((node) => node.id === target)
  return to < 0 ? undefined : { to, same: false }
}
