import '@xyflow/react/dist/base.css'
import { Background, ReactFlow, type ReactFlowProps, SelectionMode } from '@xyflow/react'
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useMessages } from '../locale/messages.ts'
import { Bridges } from './bridges.tsx'
import { GRID, type Point } from './card.ts'
import { AimLine, ConnectionLine } from './connection-line.tsx'
import { EdgeLine, type LineEdge } from './edge-line.tsx'
import { RoutesContext } from './live-routes.ts'
import { canvasMessages } from './locale.ts'
import { type CardNode, NodeCard } from './node-card.tsx'
import { NoteCard, type NoteNode } from './note-card.tsx'
import type { Exit, Selection } from './selection.ts'
import { type Choosing, useChoosing } from './use-choosing.ts'
import { noteIdOf, type Shown, useFlow } from './use-flow.ts'
import { type Routes, useRoutes } from './use-routes.ts'
import { useZoomLevel } from './use-zoom-level.ts'

const nodeTypes = { card: NodeCard, note: NoteCard }
const edgeTypes = { line: EdgeLine }
/** Above this many nodes only what is in view is drawn. */
const MANY = 300
const SNAP: [number, number] = [GRID, GRID]
const FIT = { padding: 0.08, maxZoom: 1 }
const ADDING_KEYS = ['Meta', 'Control', 'Shift']
const OTHER_BUTTONS = [1, 2]
export const ZOOM = { least: 0.1, most: 2 } as const

export type Tool = 'select' | 'pan'

export interface JourneyCanvasProps extends Shown {
  readonly tool?: Tool
  readonly onChoose: (selection: Selection) => void
  /** Absent where nothing may be moved. */
  readonly onMove?: (to: ReadonlyMap<string, Point>) => void
  /** Absent where nothing may be connected. */
  readonly onConnect?: (exit: Exit, to: string) => void
  /** An outcome was let go over nothing: `at` is where on the screen. */
  readonly onLetGo?: (exit: Exit, at: Point) => void
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
  const { tool = 'pan', selection, onChoose, onMove, onConnect, dropTarget, children } = props
  const t = useMessages(canvasMessages)
  const routes = useRoutes(props.document)
  const { nodes, edges } = useFlow(props, routes)
  const { level, style } = useZoomLevel()
  const choose = useChoosing(selection, onChoose)
  const handlers = useHandlers(props, choose, routes)

  return (
    <RoutesContext value={routes.live}>
      <div className="group/canvas relative size-full bg-canvas" data-zoom={level} style={style}>
        <ReactFlow<CardNode | NoteNode, LineEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onEdgesChange={choose.edges}
          {...handlers}
          connectionLineComponent={ConnectionLine}
          connectionRadius={24}
          nodesDraggable={onMove !== undefined}
          nodesConnectable={onConnect !== undefined}
          edgesFocusable={false}
          disableKeyboardA11y
          selectNodesOnDrag={false}
          deleteKeyCode={null}
          multiSelectionKeyCode={ADDING_KEYS}
          selectionOnDrag={tool === 'select'}
          selectionMode={SelectionMode.Partial}
          panOnDrag={tool === 'pan' ? true : OTHER_BUTTONS}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={ZOOM.least}
          maxZoom={ZOOM.most}
          snapToGrid
          snapGrid={SNAP}
          zIndexMode="manual"
          // What is panned near by is painted once, and moved; from afar its layer would be painted at full size.
          className="group-data-[zoom=full]/canvas:[&_.react-flow\_\_pane.dragging_.react-flow\_\_viewport]:will-change-transform [&_.react-flow\_\_nodesselection]:hidden [&_.react-flow__attribution]:bg-transparent [&_.react-flow__attribution_a]:text-ink-3"
          attributionPosition="top-right"
          fitView
          fitViewOptions={FIT}
          onlyRenderVisibleElements={nodes.length > MANY}
          aria-label={t('canvas')}
          {...dropTarget}
        >
          <Background gap={16} size={2} color="var(--dot)" bgColor="var(--canvas)" />
          {level !== 'tiles' && <Bridges edges={edges} />}
          {props.exit && props.aim !== undefined && <AimLine graph={routes.graph} exit={props.exit} aim={props.aim} />}
          {children}
        </ReactFlow>
      </div>
    </RoutesContext>
  )
}

/** The same functions for as long as the canvas stands: React Flow draws every card again where one is another. */
function useHandlers(props: JourneyCanvasProps, choose: Choosing, routes: Routes) {
  const latest = useRef({ props, routes })
  useLayoutEffect(() => {
    latest.current = { props, routes }
  })
  return useMemo(() => {
    const now = () => latest.current.props
    const onDropped = (dropped: readonly (CardNode | NoteNode)[]) => {
      now().onMove?.(new Map(dropped.map(({ id, position }) => [noteIdOf(id) ?? id, position])))
      latest.current.routes.drop()
    }
    return {
      onNodesChange: (changes) => {
        choose.nodes(changes)
        const moved = changes.flatMap((change) =>
          change.type === 'position' && change.dragging && change.position
            ? [[change.id, change.position] as const]
            : [],
        )
        if (moved.length > 0) latest.current.routes.drag(new Map(moved))
      },
      onNodeDragStop: (_, __, dragged) => onDropped(dragged),
      onSelectionDragStop: (_, dragged) => onDropped(dragged),
      onConnect: ({ source, sourceHandle, target }) =>
        now().onConnect?.({ from: source, outcome: sourceHandle ?? '' }, target),
      onConnectEnd: (event, { fromNode, fromHandle, toHandle }) => {
        if (!fromNode || fromHandle?.type !== 'source' || toHandle) return
        const exit = { from: fromNode.id, outcome: fromHandle.id ?? '' }
        const at = 'changedTouches' in event ? event.changedTouches[0] : event
        const target = at && globalThis.document.elementFromPoint(at.clientX, at.clientY)
        const card = target?.closest<HTMLElement>('.react-flow__node')?.dataset.id
        if (at && target?.closest('.react-flow__pane') && !card) now().onLetGo?.(exit, { x: at.clientX, y: at.clientY })
        // Anywhere on a card means its way in.
        if (card && card !== exit.from && now().mayConnect?.(exit, card)) now().onConnect?.(exit, card)
      },
      isValidConnection: ({ source, sourceHandle, target }) =>
        now().mayConnect?.({ from: source, outcome: sourceHandle ?? '' }, target) ?? false,
      onNodeDoubleClick: (_, node) => node.type === 'card' && now().onOpen?.(node.id),
      onFocus: ({ target }) => {
        const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
        if (id && target.matches('.react-flow__node')) now().onFocusNode?.(id, target.matches(':focus-visible'))
      },
    } satisfies ReactFlowProps<CardNode | NoteNode, LineEdge>
  }, [choose])
}
