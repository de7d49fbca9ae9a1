import { z } from 'zod'
import {
  DocumentEdge,
  DocumentNode,
  DocumentNote,
  type JourneyDocument,
} from '../../../engine/core/journey/document.ts'
import { type Point, snap } from '../../canvas/card.ts'
import { NOTHING, type Selection } from '../../canvas/selection.ts'
import type { Edit } from './edits.ts'

/** Part of a journey as text: readable, and safe to paste into another journey or a message. How much of it fits is seen there. */
const Clip = z.strictObject({
  waymark: z.literal('part-of-a-journey'),
  nodes: z.array(DocumentNode),
  edges: z.array(DocumentEdge),
  notes: z.array(DocumentNote).default([]),
})
export type Clip = z.infer<typeof Clip>

/** What is chosen, with the edges among the chosen nodes. */
export function clipOf(document: JourneyDocument, selection: Selection): Clip {
  const nodes = new Set(selection.nodes)
  const notes = new Set(selection.notes)
  return {
    waymark: 'part-of-a-journey',
    nodes: document.nodes.filter((node) => nodes.has(node.id)),
    edges: document.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
    notes: (document.notes ?? []).filter((note) => notes.has(note.id)),
  }
}

export const textOf = (clip: Clip): string => JSON.stringify(clip, null, 2)

/** Reads a clip, or a whole journey file; undefined for any other text. */
export function readClip(text: string): Clip | undefined {
  try {
    const input: unknown = JSON.parse(text)
    const isJourney =
      typeof input === 'object' && input !== null && 'schema' in input && 'nodes' in input && 'edges' in input
    const notes = isJourney && 'notes' in input ? input.notes : []
    const read = Clip.safeParse(
      isJourney ? { waymark: 'part-of-a-journey', nodes: input.nodes, edges: input.edges, notes } : input,
    )
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** A clip under new ids, its upper left corner at `at`. */
export function renewed({ nodes, edges, notes, waymark }: Clip, at: Point, newId: () => string): Clip {
  const places = [...nodes, ...notes].flatMap((each) => each.position ?? [])
  const left = Math.min(...places.map((place) => place.x))
  const top = Math.min(...places.map((place) => place.y))
  const put = (place: Point): Point => ({ x: snap(place.x - left + at.x), y: snap(place.y - top + at.y) })
  const ids = new Map(nodes.map((node) => [node.id, newId()]))
  return {
    waymark,
    nodes: nodes.map((node, i) => ({
      ...node,
      id: ids.get(node.id) ?? node.id,
      position: put(node.position ?? { x: left + 24 * i, y: top + 24 * i }),
    })),
    edges: edges.flatMap(({ from, outcome, to }) => {
      const source = ids.get(from)
      const target = ids.get(to)
      return source && target ? [{ from: source, outcome, to: target }] : []
    }),
    notes: notes.map((note) => ({ ...note, id: newId(), position: put(note.position) })),
  }
}

/** Adds a renewed clip. */
export const paste =
  (clip: Clip): Edit =>
  (document) => ({
    ...document,
    nodes: [...document.nodes, ...clip.nodes],
    edges: [...document.edges, ...clip.edges],
    ...(clip.notes.length > 0 && { notes: [...(document.notes ?? []), ...clip.notes] }),
  })

export const selectionOf = (clip: Clip): Selection => ({
  ...NOTHING,
  nodes: clip.nodes.map((node) => node.id),
  notes: clip.notes.map((note) => note.id),
})
