import '@xyflow/react/dist/base.css'
import {
  Background,
  type Connection,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  type ReactFlowProps,
  SelectionMode,
} from '@xyflow/react'
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useMessages } from '../locale/messages.ts'
import { Bridges } from './bridges.tsx'
import { GRID, type Point } from './card.ts'
import { AimLine, ConnectionLine } from './connection-line.tsx'
import { EdgeLine, type LineEdge } from './edge-line.tsx'
import { canvasMessages } from './locale.ts'
import { type CardNode, NodeCard } from './node-card.tsx'
import { NoteCard, type NoteNode } from './note-card.tsx'
import type { Exit, Selection } from './selection.ts'
import { noteIdOf, type Shown, useFlow } from './use-flow.ts'
import { useRoutes } from './use-routes.ts'
import { useZoomLevel } from './use-zoom-level.ts'

const nodeTypes = { card: NodeCard, note: NoteCard }
const edgeTypes = { line: EdgeLine }
/** Above this many nodes only what is in view is drawn. */
const MANY = 300
const SNAP: [number, number] = [GRID, GRID]
const FIT = { padding: 0.08, maxZoom: 1 }
export const ZOOM = { least: 0.1, most: 2 } as const

export type Tool = 'select' | 'pan'

export interface JourneyCanvasProps extends Shown {
  readonly tool?: Tool
  readonly onChoose: (selection: Selection) => void
  /** Absent where nothing may be moved. */
  readonly onMove?: (to: ReadonlyMap<string, Point>) => void
  /** Absent where nothing may be connected. */
  readonly onConnect?: (exit: Exit, to: string) => void
  readonly mayConnect?: (exit: Exit, to: string) => boolean
  readonly onOpen?: (node: string) => void
  /** `byKeyboard`: the focus is to be seen. */
  readonly onFocusNode?: (node: string, byKeyboard: boolean) => void
  readonly dropTarget?: Pick<ReactFlowProps, 'onDragOver' | 'onDrop' | 'onDragLeave'>
  /** What floats above the canvas. */
  readonly children?: ReactNode
}

/** A journey on a canvas: what editor, running view and simulator share. Stands inside a `ReactFlowProvider`. */
export function JourneyCanvas(props: JourneyCanvasProps) {
  const {
    tool = 'pan',
    selection,
    onChoose,
    onMove,
    onConnect,
    mayConnect,
    onOpen,
    onFocusNode,
    dropTarget,
    children,
  } = props
  const t = useMessages(canvasMessages)
  const routes = useRoutes(props.document)
  const { nodes, edges, bridges } = useFlow(props, routes)
  const { level, style } = useZoomLevel()
  const choose = useChoosing(selection, onChoose)
  const { drag, drop } = routes

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode | NoteNode>[]) => {
      choose.nodes(changes)
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.dragging && change.position ? [[change.id, change.position] as const] : [],
      )
      if (moved.length > 0) drag(new Map(moved))
    },
    [choose, drag],
  )
  const onDropped = (dropped: readonly { readonly id: string; readonly position: Point }[]) => {
    onMove?.(new Map(dropped.map(({ id, position }) => [noteIdOf(id) ?? id, position])))
    drop()
  }

  return (
    <div className="group/canvas relative size-full bg-canvas" data-zoom={level} style={style}>
      <ReactFlow<CardNode | NoteNode, LineEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={choose.edges}
        onNodeDragStop={(_, __, dragged) => onDropped(dragged)}
        onSelectionDragStop={(_, dragged) => onDropped(dragged)}
        onConnect={({ source, sourceHandle, target }: Connection) =>
          onConnect?.({ from: source, outcome: sourceHandle ?? '' }, target)
        }
        isValidConnection={({ source, sourceHandle, target }) =>
          mayConnect?.({ from: source, outcome: sourceHandle ?? '' }, target) ?? false
        }
        onNodeDoubleClick={(_, node) => node.type === 'card' && onOpen?.(node.id)}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
          if (id && target.matches('.react-flow__node')) onFocusNode?.(id, target.matches(':focus-visible'))
        }}
        connectionLineComponent={ConnectionLine}
        connectionRadius={24}
        nodesDraggable={onMove !== undefined}
        nodesConnectable={onConnect !== undefined}
        edgesFocusable={false}
        disableKeyboardA11y
        selectNodesOnDrag={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        selectionOnDrag={tool === 'select'}
        selectionMode={SelectionMode.Partial}
        panOnDrag={tool === 'pan' ? true : [1, 2]}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        snapToGrid
        snapGrid={SNAP}
        zIndexMode="manual"
        className="[&_.react-flow\_\_nodesselection]:hidden [&_.react-flow__attribution]:bg-transparent [&_.react-flow__attribution_a]:text-ink-3"
        attributionPosition="top-right"
        fitView
        fitViewOptions={FIT}
        onlyRenderVisibleElements={nodes.length > MANY}
        aria-label={t('canvas')}
        {...dropTarget}
      >
        <Background gap={16} size={2} color="var(--dot)" bgColor="var(--canvas)" />
        {level !== 'tiles' && <Bridges bridges={bridges} />}
        {props.exit && props.aim !== undefined && <AimLine graph={routes.graph} exit={props.exit} aim={props.aim} />}
        {children}
      </ReactFlow>
    </div>
  )
}

/** React Flow tells what joined and what left: nodes and edges apart, in one go, each on top of what is chosen now. */
function useChoosing(selection: Selection, onChoose: (selection: Selection) => void) {
  const latest = useRef({ selection, onChoose })
  useLayoutEffect(() => {
    latest.current = { selection, onChoose }
  }, [selection, onChoose])
  return useMemo(() => {
    const choose = (change: (now: Selection) => Selection) => {
      const next = change(latest.current.selection)
      latest.current.selection = next
      latest.current.onChoose(next)
    }
    return {
      nodes(changes: readonly NodeChange<CardNode | NoteNode>[]) {
        const selects = changes.filter((change) => change.type === 'select')
        if (selects.length === 0) return
        const notes = selects.flatMap(({ id, selected }) => ({ id: noteIdOf(id) ?? '', selected }))
        choose((now) => ({
          ...now,
          nodes: changed(
            now.nodes,
            selects.filter(({ id }) => noteIdOf(id) === undefined),
          ),
          notes: changed(
            now.notes,
            notes.filter(({ id }) => id !== ''),
          ),
        }))
      },
      edges(changes: readonly EdgeChange<LineEdge>[]) {
        const selects = changes.filter((change) => change.type === 'select')
        if (selects.length > 0) choose((now) => ({ ...now, edges: changed(now.edges, selects) }))
      },
    }
  }, [])
}

function changed(
  ids: readonly string[],
  selects: readonly { readonly id: string; readonly selected: boolean }[],
): string[] {
  const now = new Set(ids)
  for (const { id, selected } of selects) {
    if (selected) now.add(id)
    else now.delete(id)
  }
  return [...now]
}
