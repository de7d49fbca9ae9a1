import type { BoundPlan } from '../journey/plan.ts'
import type { Passage } from './run.ts'

/** A drawn edge: from a node by an outcome to another. */
export interface Edge {
  readonly from: string
  readonly outcome: string
  readonly to: string
}

/** What a path names it by. */
export const passageOf = ({ from, outcome }: Pick<Edge, 'from' | 'outcome'>): string => `${from}.${outcome}`

/** Every edge that is drawn, in the order they are walked; those that lead out of nodes nobody can come to as well. */
export const edgesOf = (plan: BoundPlan): Edge[] =>
  plan.nodes.flatMap(({ id, outcomes, next, drawnSet }) =>
    outcomes.flatMap((outcome, i) => {
      const to = plan.nodes[next[i] ?? -1]?.id
      return drawnSet.has(outcome) && to !== undefined ? [{ from: id, outcome, to }] : []
    }),
  )

export interface Coverage {
  readonly edges: readonly Edge[]
  /** Edges that no path passes. */
  readonly uncovered: readonly Edge[]
}

/** Which edges some paths pass. */
export function coverageOf(plan: BoundPlan, paths: readonly (readonly Pick<Passage, 'name'>[])[]): Coverage {
  const passed = new Set(paths.flatMap((path) => path.map(({ name }) => name)))
  const edges = edgesOf(plan)
  return { edges, uncovered: edges.filter((edge) => !passed.has(passageOf(edge))) }
}
