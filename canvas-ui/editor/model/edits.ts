import type { DocumentEdge, DocumentNode, JourneyDocument } from '../../../engine/core/journey/document.ts'
import { registry } from '../../../nodes/definitions.ts'
import { cardHeight, cardRect, GRID, MEASURES, type Point, snap, touches } from '../../canvas/card.ts'
import { linkId } from '../../canvas/graph.ts'
import { outcomesOf, settingsOf } from '../../canvas/outcomes.ts'
import type { Exit, Selection } from '../../canvas/selection.ts'

/** A change of a document. It leaves the document it is given as it is, and answers the same for the same. */
export type Edit = (document: JourneyDocument) => JourneyDocument

const PITCH = MEASURES.width + MEASURES.channel

/** A node of a type as it is first drawn: with the settings its definition begins with. Throws on a type that is not registered. */
export function newNode(id: string, type: string, name: string, position: Point): DocumentNode {
  const definition = registry.get(type)
  if (!definition) throw new Error(`no node type ${type}`)
  const settings = definition.settings.parse(definition.defaults) as DocumentNode['settings'] // settings schemas describe JSON objects; the contract test holds them to it
  return { id, type, version: definition.version, name, settings, onError: 'fail', position }
}

/** Adds a node at the nearest free place below where it wants to be. */
export const addNode =
  (node: DocumentNode): Edit =>
  (document) => ({ ...document, nodes: [...document.nodes, placed(document, node)] })

/** Adds a node where it wants to be, and leads `exit` to it. */
export const leadTo =
  (node: DocumentNode, exit: Exit): Edit =>
  (document) =>
    connect(exit, node.id)(addNode(node)(document))

/** Adds a node one column after `exit`, and leads `exit` to it. */
export const addAfter =
  (node: DocumentNode, exit: Exit): Edit =>
  (document) => {
    const source = document.nodes.find((each) => each.id === exit.from)
    const position = { x: (source?.position?.x ?? 0) + PITCH, y: source?.position?.y ?? 0 }
    return leadTo({ ...node, position }, exit)(document)
  }

/** Puts a node into an edge: the way leads through its main outcome. Cards further on make room. `leadsOn` is false for a node that nothing follows. */
export const splitEdge =
  (node: DocumentNode, edge: DocumentEdge, leadsOn: boolean): Edit =>
  (document) => {
    const source = document.nodes.find((each) => each.id === edge.from)?.position ?? { x: 0, y: 0 }
    const target = document.nodes.find((each) => each.id === edge.to)?.position ?? source
    const x = source.x + PITCH
    // Only what stands ahead can move out of the way; an edge that leads back is split where there is room.
    const missing = target.x > source.x ? Math.max(0, x + PITCH - target.x) : 0
    const moved = document.nodes.map((each) =>
      each.position && missing > 0 && each.position.x >= target.x
        ? { ...each, position: { ...each.position, x: each.position.x + missing } }
        : each,
    )
    const added = addNode({ ...node, position: { x, y: target.y } })({ ...document, nodes: moved })
    const led = connect(edge, node.id)(added)
    const main = outcomesOf(node, [])[0]
    return leadsOn && main !== undefined ? connect({ from: node.id, outcome: main }, edge.to)(led) : led
  }

function placed(document: JourneyDocument, node: DocumentNode): DocumentNode {
  const x = snap(node.position?.x ?? 0)
  let y = snap(node.position?.y ?? 0)
  const rectAt = (each: DocumentNode, at: Point) => cardRect({ id: each.id, ...at, rows: rowsOf(each) })
  const others = document.nodes.flatMap((each) => (each.position ? [rectAt(each, each.position)] : []))
  const wanted = () => {
    const { left, top, right, bottom } = rectAt(node, { x, y })
    return { left, right, top: top - MEASURES.rowGap, bottom: bottom + MEASURES.rowGap }
  }
  for (let hit = others.find((o) => touches(o, wanted())); hit; hit = others.find((o) => touches(o, wanted()))) {
    y = GRID * Math.ceil((hit.bottom + MEASURES.rowGap) / GRID)
  }
  return { ...node, position: { x, y } }
}

const rowsOf = (node: DocumentNode): number => {
  const { length } = outcomesOf(node, [])
  return length > 1 ? length : 0
}

/** Height of a node's card in pixels. */
export const heightOf = (node: DocumentNode): number => cardHeight(rowsOf(node))

/** Why an outcome cannot lead to a node, or undefined where it can. */
export function whyNotConnect(document: JourneyDocument, exit: Exit, to: string): 'gone' | 'trigger' | undefined {
  const target = document.nodes.find((node) => node.id === to)
  if (!target || !document.nodes.some((node) => node.id === exit.from)) return 'gone'
  return registry.get(target.type)?.category === 'trigger' ? 'trigger' : undefined
}

/** Leads an outcome to a node, in place of where it led. */
export const connect =
  ({ from, outcome }: Exit, to: string): Edit =>
  (document) => {
    if (whyNotConnect(document, { from, outcome }, to)) return document
    const others = document.edges.filter((edge) => edge.from !== from || edge.outcome !== outcome)
    return { ...document, edges: [...others, { from, outcome, to }] }
  }

/** Moves nodes and notes to where the map says. */
export const move =
  (to: ReadonlyMap<string, Point>): Edit =>
  (document) => ({
    ...document,
    nodes: document.nodes.map((node) => moved(node, to)),
    ...(document.notes && { notes: document.notes.map((note) => moved(note, to)) }),
  })

const moved = <T extends { id: string }>(thing: T, to: ReadonlyMap<string, Point>): T => {
  const at = to.get(thing.id)
  return at ? { ...thing, position: { x: snap(at.x), y: snap(at.y) } } : thing
}

/** Changes name, note or settings of the journey as a whole. */
export const changeJourney =
  (change: Partial<Pick<JourneyDocument, 'name' | 'note' | 'settings'>>): Edit =>
  (document) => ({ ...document, ...change })

/** Changes name, note, error rule or settings of a node. Edges of outcomes that the new settings no longer have go with them. */
export const changeNode =
  (id: string, change: Partial<Pick<DocumentNode, 'name' | 'note' | 'onError' | 'settings'>>): Edit =>
  (document) => {
    const before = document.nodes.find((node) => node.id === id)
    if (!before) return document
    const after = { ...before, ...change }
    const nodes = document.nodes.map((node) => (node.id === id ? after : node))
    // Settings that are half written may tell fewer outcomes than they will have: their edges stay.
    if (settingsOf(before) === undefined || settingsOf(after) === undefined) return { ...document, nodes }
    const had = new Set(outcomesOf(before, []))
    const has = new Set(outcomesOf(after, []))
    const gone = (edge: DocumentEdge) => edge.from === id && had.has(edge.outcome) && !has.has(edge.outcome)
    return { ...document, nodes, edges: document.edges.filter((edge) => !gone(edge)) }
  }

/** Deletes what is chosen, and the edges that would hang loose. */
export const remove =
  (selection: Selection): Edit =>
  (document) => {
    const nodes = new Set(selection.nodes)
    const edges = new Set(selection.edges)
    const notes = new Set(selection.notes)
    return {
      ...document,
      nodes: document.nodes.filter((node) => !nodes.has(node.id)),
      edges: document.edges.filter((e) => !nodes.has(e.from) && !nodes.has(e.to) && !edges.has(linkId(e))),
      ...(document.notes && { notes: document.notes.filter((note) => !notes.has(note.id)) }),
    }
  }

export const addNote =
  (id: string, text: string, position: Point): Edit =>
  (document) => ({
    ...document,
    notes: [...(document.notes ?? []), { id, text, position: { x: snap(position.x), y: snap(position.y) } }],
  })

export const writeNote =
  (id: string, text: string): Edit =>
  (document) => ({
    ...document,
    notes: (document.notes ?? []).map((note) => (note.id === id ? { ...note, text } : note)),
  })
