import { type NodeHandle, Position } from '@xyflow/react'
import { useMemo, useState } from 'react'
import type { DocumentEdge, JourneyDocument } from '../../engine/core/journey/document.ts'
import { useLanguage } from '../locale/language.ts'
import { type Translate, useMessages } from '../locale/messages.ts'
import { cardHeight, MEASURES, outcomeY, type Point } from './card.ts'
import { flowWidth, type JourneyCounts, peopleBy } from './counts.ts'
import type { LineEdge } from './edge-line.tsx'
import { type Face, faceOf, outcomeFaceName } from './face.ts'
import { type Graph, linkId, rowsFor } from './graph.ts'
import { groupBy } from './group-by.ts'
import { HANDLE, WAY_IN } from './handles.tsx'
import { Kept } from './kept.ts'
import { canvasMessages } from './locale.ts'
import type { CardNode } from './node-card.tsx'
import { NOTE_SIZE, type NoteNode } from './note-card.tsx'
import { inWalkingOrder } from './order.ts'
import type { Exit, Selection } from './selection.ts'
import type { Routes } from './use-routes.ts'

export interface Faults {
  readonly errors: number
  readonly warnings: number
}

/** What is to be seen on the canvas beside the document. */
export interface Shown {
  readonly document: JourneyDocument
  readonly selection: Selection
  readonly counts?: JourneyCounts | undefined
  /** By node. */
  readonly faults?: ReadonlyMap<string, Faults> | undefined
  readonly exit?: Exit | undefined
  /** Where an edge being drawn would lead: a node, or a place on the canvas. */
  readonly aim?: string | Point | undefined
  readonly onWriteNote?: ((id: string, text: string) => void) | undefined
}

export interface Flow {
  readonly nodes: (CardNode | NoteNode)[]
  readonly edges: LineEdge[]
}

const NOTE = 'note:'
/** React Flow knows notes as nodes: their ids cannot be a node's. */
export const noteFlowId = (id: string): string => NOTE + id
export const noteIdOf = (flowId: string): string | undefined =>
  flowId.startsWith(NOTE) ? flowId.slice(NOTE.length) : undefined

const ORIGIN = { x: 0, y: 0 }
const NONE: readonly DocumentEdge[] = []

/** A document as React Flow draws it. What did not change is the same object as before. */
export function useFlow(shown: Shown, routes: Routes): Flow {
  const standing = useNodes(shown, routes.graph)
  const edges = useEdges(shown, routes.graph)
  const { dragged } = routes
  // A step of a drag touches what is dragged and nothing else.
  const nodes = useMemo(
    () =>
      dragged.size === 0
        ? standing
        : standing.map((node) => {
            const position = dragged.get(node.id)
            return position ? { ...node, position } : node
          }),
    [standing, dragged],
  )
  return { nodes, edges }
}

function useNodes({ document, selection, counts, faults, exit, aim, onWriteNote }: Shown, graph: Graph): Flow['nodes'] {
  const language = useLanguage()
  const t = useMessages(canvasMessages)
  const [faces] = useState(() => new Kept<Face>())
  const [kept] = useState(() => new Kept<CardNode | NoteNode>())
  const order = useMemo(() => inWalkingOrder(document), [document])
  return useMemo(() => {
    const chosen = new Set([...selection.nodes, ...selection.notes.map(noteFlowId)])
    const leaving = groupBy(document.edges, (edge) => edge.from)
    const entered = new Set(document.edges.map((edge) => edge.to))
    const places = new Map<string, Point>(graph.cards.map((card) => [card.id, card]))
    const cards = order.map((node) => {
      const outcomes = graph.outcomes.get(node.id) ?? []
      const drawn = (leaving.get(node.id) ?? NONE).map((edge) => edge.outcome)
      const face = faces.get(node.id, [node, outcomes.join(' '), language], () => faceOf(node, drawn, language))
      const { x, y } = places.get(node.id) ?? ORIGIN
      const { errors = 0, warnings = 0 } = faults?.get(node.id) ?? {}
      const inputs = [
        face,
        x,
        y,
        drawn.join(' '),
        entered.has(node.id),
        errors,
        warnings,
        counts && (counts.nodes[node.id] ?? NOBODY),
        exit?.from === node.id ? exit.outcome : undefined,
        aim === node.id,
        chosen.has(node.id),
      ] as const
      return kept.get(node.id, inputs, () => {
        const [, , , , isEntered, , , people, active, aimed, selected] = inputs
        return {
          id: node.id,
          type: 'card',
          position: { x, y },
          ...sized({ width: MEASURES.width, height: cardHeight(rowsFor(outcomes)) }),
          className: 'rounded-node',
          handles: handlesOf(outcomes),
          selected,
          zIndex: selected ? 2 : 1,
          ariaLabel: labelOf(face, errors, warnings, t),
          domAttributes: { 'aria-roledescription': t('node') },
          data: {
            face,
            drawn: new Set(drawn),
            entered: isEntered,
            errors,
            warnings,
            counts: people,
            exit: active,
            aimed,
          },
        }
      })
    })
    const notes = (document.notes ?? []).map((note) => {
      const id = noteFlowId(note.id)
      return kept.get(id, [note, chosen.has(id), onWriteNote], () => ({
        id,
        type: 'note',
        position: note.position,
        ...sized(NOTE_SIZE),
        className: 'rounded-card',
        connectable: false,
        selected: chosen.has(id),
        ariaLabel: `${t('note')}: ${note.text}`,
        domAttributes: { 'aria-roledescription': t('note') },
        data: { text: note.text, onWrite: onWriteNote && ((text) => onWriteNote(note.id, text)) },
      }))
    })
    return [...notes, ...cards]
  }, [document, order, graph, selection, counts, faults, exit, aim, onWriteNote, language, t, faces, kept])
}

/** React Flow need not measure what has one size by design. */
const sized = (size: { width: number; height: number }) => ({ ...size, measured: size })

const NOBODY = { entered: 0, waiting: 0, failed: 0, out: {} }

function handlesOf(outcomes: readonly string[]): NodeHandle[] {
  const at = (type: 'source' | 'target', id: string, x: number, y: number): NodeHandle => ({
    type,
    id,
    position: type === 'source' ? Position.Right : Position.Left,
    x: x - HANDLE / 2,
    y: y - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
  })
  const rows = rowsFor(outcomes)
  return [
    at('target', WAY_IN, 0, MEASURES.handle),
    ...outcomes.map((outcome, row) => at('source', outcome, MEASURES.width, outcomeY(rows, row))),
  ]
}

function labelOf(face: Face, errors: number, warnings: number, t: Translate<(typeof canvasMessages)['zh-CN']>): string {
  const parts = [face.name, face.kind, face.summary]
  if (errors > 0) parts.push(t('errors', { count: errors }))
  if (warnings > 0) parts.push(t('warnings', { count: warnings }))
  if (face.outcomes.length > 1) parts.push(t('outcomes', { names: face.outcomes.map((each) => each.name).join(', ') }))
  return parts.filter(Boolean).join('. ')
}

function useEdges({ document, selection, counts }: Shown, graph: Graph): LineEdge[] {
  const language = useLanguage()
  const t = useMessages(canvasMessages)
  const [kept] = useState(() => new Kept<LineEdge>())
  return useMemo(() => {
    const chosen = new Set(selection.edges)
    const nodes = new Set(selection.nodes)
    const outcomes = new Map(document.edges.map((edge) => [linkId(edge), edge.outcome]))
    const byId = new Map(document.nodes.map((node) => [node.id, node]))
    return graph.links.map((link) => {
      const outcome = outcomes.get(link.id) ?? ''
      const selected = chosen.has(link.id)
      const lit = selected || nodes.has(link.source) || nodes.has(link.target)
      const flow = counts && flowWidth(peopleBy(counts.nodes[link.source] ?? NOBODY, outcome), counts.totals.entered)
      const from = byId.get(link.source)
      const to = byId.get(link.target)
      return kept.get(link.id, [outcome, selected, lit, flow, from, to, t], () => ({
        id: link.id,
        ariaLabel: t('edge', {
          from: from?.name ?? '',
          outcome: from ? outcomeFaceName(from, outcome, language) : outcome,
          to: to?.name ?? '',
        }),
        type: 'line',
        source: link.source,
        target: link.target,
        sourceHandle: outcome,
        targetHandle: WAY_IN,
        selected,
        data: { lit, flow },
      }))
    })
  }, [document, graph, selection, counts, kept, language, t])
}
