import { isSame } from '../same.ts'
import type { DocumentNode, JourneyDocument } from './document.ts'

export type NodePart = 'name' | 'settings' | 'position' | 'note' | 'onError' | 'edges'

/** One node that is not alike in two documents. */
export interface NodeDifference {
  readonly id: string
  /** By its name in mine, where it is there. */
  readonly name: string
  readonly kind: 'mine' | 'theirs' | 'changed'
  /** What of it is not alike, of a changed one. */
  readonly parts: readonly NodePart[]
}

export interface Difference {
  readonly nodes: readonly NodeDifference[]
  /** The name of the journey, and what is set for the whole of it. */
  readonly name: boolean
  readonly settings: boolean
  /** Pieces of paper on the canvas. */
  readonly notes: boolean
  readonly tests: boolean
}

export const isNone = ({ nodes, name, settings, notes, tests }: Difference): boolean =>
  nodes.length === 0 && !name && !settings && !notes && !tests

const PARTS = ['name', 'settings', 'position', 'note', 'onError'] as const

/** How two documents of one journey are not alike, by nodes: first what both have, in the order of mine. */
export function differenceOf(mine: JourneyDocument, theirs: JourneyDocument): Difference {
  const myWays = waysOut(mine)
  const theirWays = waysOut(theirs)
  const others = new Map(theirs.nodes.map((node) => [node.id, node]))
  const nodes: NodeDifference[] = []
  for (const node of mine.nodes) {
    const other = others.get(node.id)
    others.delete(node.id)
    if (!other) {
      nodes.push({ ...named(node), kind: 'mine', parts: [] })
      continue
    }
    const parts: NodePart[] = PARTS.filter((part) => !isSame(node[part] ?? null, other[part] ?? null))
    if (node.type !== other.type && !parts.includes('settings')) parts.push('settings')
    if (myWays.get(node.id) !== theirWays.get(node.id)) parts.push('edges')
    if (parts.length > 0) nodes.push({ ...named(node), kind: 'changed', parts })
  }
  for (const node of others.values()) nodes.push({ ...named(node), kind: 'theirs', parts: [] })
  return {
    nodes,
    name: mine.name !== theirs.name,
    settings: !isSame([mine.settings, mine.note ?? null], [theirs.settings, theirs.note ?? null]),
    notes: !isSame(mine.notes ?? [], theirs.notes ?? []),
    tests: !isSame(mine.tests ?? [], theirs.tests ?? []),
  }
}

const named = ({ id, name }: DocumentNode) => ({ id, name })

/** The edges out of each node, in any order, as one text. */
function waysOut({ edges }: JourneyDocument): Map<string, string> {
  const ways = new Map<string, string[]>()
  for (const { from, outcome, to } of edges) ways.set(from, [...(ways.get(from) ?? []), `${outcome} ${to}`])
  return new Map([...ways].map(([from, all]) => [from, all.sort().join('\n')]))
}
