import { useReactFlow } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import type { DocumentNode, JourneyDocument } from '../../engine/core/journey/document.ts'
import { locales } from '../../nodes/locales.ts'
import { cardHeight, MEASURES, type Point } from '../canvas/card.ts'
import { graphOf } from '../canvas/graph.ts'
import type { Tool } from '../canvas/journey-canvas.tsx'
import { NOTHING } from '../canvas/selection.ts'
import { noteFlowId } from '../canvas/use-flow.ts'
import { FIT_VIEW } from '../canvas/zoom-bar.tsx'
import { toast } from '../kit/toast.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import type { EditorApi, EditorDo, Opened } from './editor-context.ts'
import { focusRegion, focusSetting } from './focus.ts'
import { editorMessages } from './locale.ts'
import { leadTo, newNode } from './model/edits.ts'
import { excessAfter } from './model/excess.ts'
import { type Insertion, insertionOf } from './model/insertion.ts'
import type { EditorEvent } from './model/machine.ts'
import type { Workspace } from './model/problems.ts'
import { newId } from './new-id.ts'
import { stepText } from './step-text.ts'
import { useEditorModel } from './use-editor-model.ts'

const MOVE = { duration: 180 }
const CANVAS = '.react-flow__renderer'

/** The editor's state and everything that can be done with it. */
export function useEditorApi(
  document: JourneyDocument,
  readOnly: boolean,
  workspace: Workspace,
  onChange: ((document: JourneyDocument) => void) | undefined,
): EditorApi {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const { send, latest, ...model } = useEditorModel(document, readOnly, workspace, onChange)
  const flow = useReactFlow()
  const [tool, pick] = useState<Tool>('select')
  const [opened, open] = useState<Opened>()
  const [outline, setOutline] = useState(false)
  const [settings, setSettings] = useState(false)
  const [said, say] = useState('')
  const root = useRef(globalThis.document)
  const pointer = useRef<Point>(undefined)

  const act = useMemo((): EditorDo => {
    const centre = () => {
      const box = root.current.querySelector(CANVAS)?.getBoundingClientRect()
      if (!box) return { x: 0, y: 0 }
      const { x, y } = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
      return { x: x - MEASURES.width / 2, y: y - MEASURES.head / 2 }
    }
    const spot = () => (pointer.current ? flow.screenToFlowPosition(pointer.current) : centre())
    const focusNode = (id: string) =>
      requestAnimationFrame(() => {
        root.current
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true })
      })
    const reveal = (id: string) => {
      const card = graphOf(latest().history.present.document).cards.find((each) => each.id === id)
      const box = root.current.querySelector(CANVAS)?.getBoundingClientRect()
      if (!card || !box) return
      const { x, y, zoom } = flow.getViewport()
      const left = card.x * zoom + x
      const top = card.y * zoom + y
      const seen =
        left >= 0 &&
        top >= 0 &&
        left + MEASURES.width * zoom <= box.width &&
        top + cardHeight(card.rows) * zoom <= box.height
      if (!seen) {
        void flow.setCenter(card.x + MEASURES.width / 2, card.y + cardHeight(card.rows) / 2, {
          zoom: Math.max(zoom, 0.6),
          ...MOVE,
        })
      }
    }
    const showNode = (id: string) => {
      reveal(id)
      focusNode(id)
    }
    const chooseNode = (id: string | undefined) =>
      send({ type: 'choose', selection: id === undefined ? NOTHING : { ...NOTHING, nodes: [id] } })
    const warn = (text: string) => {
      say(text)
      toast.said(text)
    }
    const tell = { nodes: 'tooManyNodes', edges: 'tooManyEdges', notes: 'tooManyNotes' } as const
    const doStep = (event: EditorEvent): boolean => {
      const excess = excessAfter(event, latest().history.present.document)
      if (!excess) {
        send(event)
        return true
      }
      warn(t(tell[excess.of], { most: excess.most, count: excess.count }))
      return false
    }
    const fresh = (type: string, at: Point): DocumentNode =>
      newNode(newId(), type, locales.get(type)?.[language].name ?? type, at)
    const added = (node: DocumentNode, insertion: Insertion) => {
      if (!doStep({ type: 'do', ...insertion, selection: { ...NOTHING, nodes: [node.id] } })) return
      say(t('saidAdded', { name: node.name }))
      requestAnimationFrame(() => showNode(node.id))
    }
    return {
      send: (event) => {
        const before = latest().history
        if (!doStep(event)) return false
        if (event.type === 'undo') say(t('saidUndone', { step: stepText(before.past.at(-1)?.name, t) }))
        if (event.type === 'redo') say(t('saidRedone', { step: stepText(before.future[0]?.name, t) }))
        if (event.type === 'do' && event.name === 'delete') say(t('saidDeleted'))
        return true
      },
      chooseNode,
      reveal,
      showNode,
      openNode: (id, field) => {
        chooseNode(id)
        requestAnimationFrame(() => focusSetting(root.current, field))
      },
      addNode: (type) => {
        const { history, exit } = latest()
        const node = fresh(type, centre())
        const inserted = insertionOf(history.present.document, node, {
          selection: history.present.selection,
          exit,
          centre: centre(),
        })
        added(node, inserted)
      },
      leadTo: (type, exit, at) => {
        const node = fresh(type, { x: at.x, y: at.y - MEASURES.handle })
        added(node, { name: 'add', edit: leadTo(node, exit) })
      },
      say,
      warn,
      pick,
      open,
      toggleOutline: () => setOutline((now) => !now),
      toggleSettings: () => {
        const covered = latest().history.present.selection.nodes.length === 1
        if (covered) chooseNode(undefined)
        setSettings((now) => covered || !now)
        requestAnimationFrame(() => focusSetting(root.current, undefined))
      },
      fit: () => void flow.fitView(FIT_VIEW),
      fitSelection: () => {
        const { nodes, notes } = latest().history.present.selection
        const wanted = [...nodes, ...notes.map(noteFlowId)].map((id) => ({ id }))
        if (wanted.length > 0) void flow.fitView({ ...FIT_VIEW, padding: 0.2, nodes: wanted })
      },
      zoom: (by) => void (by === 'in' ? flow.zoomIn(MOVE) : by === 'out' ? flow.zoomOut(MOVE) : flow.zoomTo(1, MOVE)),
      goRound: (step) => focusRegion(root.current, step),
      focusPalette: () => root.current.querySelector<HTMLElement>('[data-palette] input')?.focus(),
      spot,
      point: (at) => {
        pointer.current = at
      },
    }
  }, [send, latest, flow, language, t])

  return { ...model, readOnly, tool, opened, outline, settings, said, act }
}
