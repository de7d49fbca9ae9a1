import type { DocumentNode, JourneyDocument } from '../../../engine/core/journey/document.ts'
import { registry } from '../../../nodes/definitions.ts'
import { views } from '../../../nodes/views.ts'
import type { Point } from '../../canvas/card.ts'
import { linkId } from '../../canvas/graph.ts'
import { outcomesOf } from '../../canvas/outcomes.ts'
import type { Exit, Selection } from '../../canvas/selection.ts'
import { addAfter, addNode, type Edit, splitEdge } from './edits.ts'
import type { StepName } from './machine.ts'

/** A step that puts a node into a journey. */
export interface Insertion {
  readonly name: StepName
  readonly edit: Edit
}

/** Where the editor is when somebody asks for another node. */
export interface Whereabouts {
  readonly selection: Selection
  /** The way out that is looked at. */
  readonly exit: Exit | undefined
  /** The middle of what is to be seen. */
  readonly centre: Point
}

/** A node goes into the chosen edge, else after the exit looked at, else after the chosen node's first open outcome, else into the middle. */
export function insertionOf(document: JourneyDocument, node: DocumentNode, where: Whereabouts): Insertion {
  const free = { name: 'add', edit: addNode({ ...node, position: where.centre }) } as const
  if (!mayFollow(node.type)) return free
  const [edge] = where.selection.edges
  if (edge !== undefined && where.selection.nodes.length === 0) return intoEdge(document, node, edge) ?? free
  const exit = where.exit ?? openExitOf(document, where.selection.nodes)
  if (!exit) return free
  const drawn = document.edges.find((each) => each.from === exit.from && each.outcome === exit.outcome)
  if (drawn) return intoEdge(document, node, linkId(drawn)) ?? free
  return { name: 'add', edit: addAfter(node, exit) }
}

/** Puts a node into an edge, where it may stand in one. */
export function intoEdge(document: JourneyDocument, node: DocumentNode, link: string): Insertion | undefined {
  const edge = document.edges.find((each) => linkId(each) === link)
  return edge && mayFollow(node.type) ? { name: 'split', edit: splitEdge(node, edge, !endsHere(node.type)) } : undefined
}

/** Whether an edge may lead to nodes of a type. */
export const mayFollow = (type: string): boolean => registry.get(type)?.category !== 'trigger'

const endsHere = (type: string): boolean => views.get(type)?.ends ?? false

/** A type that nothing follows: what an open outcome is led to when it should lead nowhere else. */
export const endingType = (): string | undefined => [...views].find(([, view]) => view.ends)?.[0]

function openExitOf(document: JourneyDocument, [id, ...others]: readonly string[]): Exit | undefined {
  const node = document.nodes.find((each) => each.id === id)
  if (!node || others.length > 0 || endsHere(node.type)) return undefined
  const outcomes = outcomesOf(node, [])
  const isDrawn = (outcome: string) => document.edges.some((edge) => edge.from === id && edge.outcome === outcome)
  const outcome = outcomes.find((each) => !isDrawn(each)) ?? outcomes[0]
  return outcome === undefined ? undefined : { from: node.id, outcome }
}
