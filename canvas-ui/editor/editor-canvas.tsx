import { Panel, useReactFlow } from '@xyflow/react'
import { type DragEvent, useMemo, useState } from 'react'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import { MEASURES, type Point } from '../canvas/card.ts'
import { FloatingBar } from '../canvas/floating-bar.tsx'
import { JourneyCanvas } from '../canvas/journey-canvas.tsx'
import { Overview } from '../canvas/overview.tsx'
import { type Exit, NOTHING } from '../canvas/selection.ts'
import { noteIdOf } from '../canvas/use-flow.ts'
import { ZoomBar } from '../canvas/zoom-bar.tsx'
import { later } from '../kit/later.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { CommandButton } from './command-button.tsx'
import { useEditor } from './editor-context.ts'
import { Find } from './find.tsx'
import { editorMessages } from './locale.ts'
import { addNode, connect, move, newNode, whyNotConnect, writeNote } from './model/edits.ts'
import { intoEdge } from './model/insertion.ts'
import { faultsOf } from './model/problems.ts'
import { newId } from './new-id.ts'
import { Outline } from './outline.tsx'
import { DRAGGED_TYPE } from './palette.tsx'
import { useKeyboardDrawing } from './use-keyboard-drawing.ts'

const KindMenu = later(async () => (await import('./kind-menu.tsx')).KindMenu)

/** An outcome that was let go over nothing, on the screen and on the canvas. */
interface LetGo {
  readonly exit: Exit
  readonly screen: Point
  readonly at: Point
}

/** The canvas one draws on, with what floats above it. */
export function EditorCanvas() {
  const t = useMessages(editorMessages)
  const editor = useEditor()
  const { document, selection, exit, aim, problems, readOnly, tool, opened, outline, act } = editor
  const faults = useMemo(() => faultsOf(problems), [problems])
  const drawing = useKeyboardDrawing(editor)
  const { over, target } = useDropFromPalette()
  const { screenToFlowPosition } = useReactFlow()
  const [letGo, setLetGo] = useState<LetGo>()
  const shown = over === undefined ? selection : { ...NOTHING, edges: [over] }
  const onWriteNote = useMemo(
    () =>
      readOnly
        ? undefined
        : (id: string, text: string) => act.send({ type: 'do', name: 'note', edit: writeNote(id, text) }),
    [readOnly, act],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the nodes inside have the focus, their keys are heard here
    <div
      data-region
      className="relative min-h-0 flex-1"
      onKeyDown={drawing.onKeyDown}
      onPointerMove={({ clientX, clientY }) => act.point({ x: clientX, y: clientY })}
      onPointerLeave={() => act.point(undefined)}
    >
      <JourneyCanvas
        document={document}
        selection={shown}
        faults={faults}
        exit={letGo?.exit ?? exit}
        aim={letGo?.at ?? aim}
        tool={tool}
        onChoose={(next) => act.send({ type: 'choose', selection: next })}
        onOpen={act.openNode}
        onFocusNode={drawing.onFocusNode}
        {...(onWriteNote && { onWriteNote })}
        {...(!readOnly && {
          onMove: (to) => {
            const ids = [...to].map(([id, at]) => [noteIdOf(id) ?? id, at] as const)
            act.send({ type: 'do', name: 'move', edit: move(new Map(ids)) })
          },
          onConnect: (from, to) => act.send({ type: 'do', name: 'connect', edit: connect(from, to) }),
          onLetGo: (from, screen) => setLetGo({ exit: from, screen, at: screenToFlowPosition(screen) }),
          mayConnect: (from, to) => whyNotConnect(document, from, to) === undefined,
          dropTarget: target,
        })}
      >
        <Panel position="top-left" className="m-4!">
          <Toolbar />
        </Panel>
        {document.nodes.length === 0 && (
          <Panel position="top-center" className="top-1/3! text-body text-ink-2">
            {t('empty')}
          </Panel>
        )}
        <Panel position="bottom-left" className="m-4!">
          <ZoomBar>
            <CommandButton id="shortcuts" side="top" />
          </ZoomBar>
        </Panel>
        <Overview />
      </JourneyCanvas>
      {letGo && (
        <KindMenu
          at={letGo.screen}
          onPick={(type) => {
            setLetGo(undefined)
            act.leadTo(type, letGo.exit, letGo.at)
          }}
          onClose={() => {
            setLetGo(undefined)
            act.showNode(letGo.exit.from)
          }}
        />
      )}
      {opened === 'find' && <Find />}
      {outline && <Outline />}
    </div>
  )
}

function Toolbar() {
  const { tool, outline, settings } = useEditor()
  const rule = <span className="mx-1 h-5 w-px bg-border" />
  return (
    <FloatingBar>
      <CommandButton id="select-tool" pressed={tool === 'select'} />
      <CommandButton id="pan-tool" pressed={tool === 'pan'} />
      <CommandButton id="add-note" />
      {rule}
      <CommandButton id="layout" />
      <CommandButton id="find" />
      <CommandButton id="outline" pressed={outline} />
      <CommandButton id="journey-settings" pressed={settings} />
      {rule}
      <CommandButton id="undo" />
      <CommandButton id="redo" />
    </FloatingBar>
  )
}

/** A kind that is dragged from the palette: `over` is the edge it would go into. */
function useDropFromPalette() {
  const language = useLanguage()
  const { document, act } = useEditor()
  const { screenToFlowPosition } = useReactFlow()
  const [over, setOver] = useState<string>()
  const isKind = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED_TYPE)
  const target = {
    onDragOver: (event: DragEvent) => {
      if (!isKind(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(edgeAt(event))
    },
    onDragLeave: () => setOver(undefined),
    onDrop: (event: DragEvent) => {
      const type = event.dataTransfer.getData(DRAGGED_TYPE)
      if (!registry.has(type)) return
      event.preventDefault()
      setOver(undefined)
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const name = locales.get(type)?.[language].name ?? type
      const node = newNode(newId(), type, name, { x: x - MEASURES.width / 2, y: y - MEASURES.handle })
      const edge = edgeAt(event)
      const inserted = (edge && intoEdge(document, node, edge)) || ({ name: 'add', edit: addNode(node) } as const)
      act.send({ type: 'do', ...inserted, selection: { ...NOTHING, nodes: [node.id] } })
    },
  }
  return { over, target }
}

const edgeAt = ({ clientX, clientY }: DragEvent): string | undefined =>
  globalThis.document
    .elementsFromPoint(clientX, clientY)
    .flatMap((element) => element.closest<SVGElement>('.react-flow__edge')?.dataset.id ?? [])[0]
