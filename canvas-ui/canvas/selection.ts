/** What is chosen on the canvas, by ids. Edges are named by `linkId`. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly notes: readonly string[]
}

export const NOTHING: Selection = { nodes: [], edges: [], notes: [] }

/** One way out of a node. */
export interface Exit {
  readonly from: string
  readonly outcome: string
}
