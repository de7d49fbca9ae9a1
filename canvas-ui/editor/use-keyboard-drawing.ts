import type { KeyboardEvent } from 'react'
import { GRID } from '../canvas/card.ts'
import { faceOf, outcomeFaceName } from '../canvas/face.ts'
import type { Exit } from '../canvas/selection.ts'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import type { EditorApi } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { move } from './model/edits.ts'
import { besideAsTarget, besideInOrder, cameFrom, type Direction, exitsOf, nearest } from './model/walk.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const WAYS: Record<Direction, readonly [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}
/** Grids that a node moves at once with Shift. */
const FAR = 5

/**
 * Drawing by keyboard: Tab goes through the nodes in walking order, arrows follow edges and choose outcomes, Enter opens
 * settings, C connects the outcome looked at, Alt and arrows move. What happens is said.
 */
export function useKeyboardDrawing({ document, exit, aim, drawing, readOnly, selection, act }: EditorApi) {
  const t = useMessages(editorMessages)
  const language = useLanguage()

  const nodeOf = (id: string) => document.nodes.find((node) => node.id === id)
  const nameOf = (id: string): string => nodeOf(id)?.name ?? ''
  const outcomeName = ({ from, outcome }: Exit): string => {
    const node = nodeOf(from)
    return node ? outcomeFaceName(node, outcome, language) : outcome
  }
  const sayExit = (of: Exit & { to: string | undefined }) => {
    const said = { node: nameOf(of.from), outcome: outcomeName(of) }
    act.say(of.to === undefined ? t('saidExitOpen', said) : t('saidExit', { ...said, to: nameOf(of.to) }))
  }
  const go = (id: string | undefined): boolean => {
    if (id !== undefined) act.showNode(id)
    return id !== undefined
  }

  const onFocusNode = (id: string, byKeyboard: boolean) => {
    if (drawing) return
    if (!byKeyboard) {
      act.send({ type: 'look', exit: undefined })
      return
    }
    const exits = exitsOf(document, id)
    act.send({
      type: 'look',
      exit: exits.find((each) => each.outcome === exit?.outcome && exit.from === id) ?? exits[0],
    })
    const node = nodeOf(id)
    if (node) act.say(t('saidNode', { name: node.name, kind: faceOf(node, [], language).kind }))
  }

  const follow = (id: string, towards: Direction): boolean => {
    const exits = exitsOf(document, id)
    const at = exits.findIndex((each) => exit?.from === id && each.outcome === exit.outcome)
    if (towards === 'left') return go(cameFrom(document, id))
    if (towards === 'right') return go(exits[Math.max(0, at)]?.to)
    // At either end the outcome looked at is said again: a silent key seems broken.
    const next = exits[at + (towards === 'down' ? 1 : -1)] ?? exits[at]
    if (next) {
      act.send({ type: 'look', exit: next })
      sayExit(next)
    }
    return true
  }

  const take = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }

  /** While an edge is drawn, the focus stays on its source. */
  const aimBy = (event: KeyboardEvent, from: Exit) => {
    const towards = ARROWS[event.key]
    if (towards || event.key === 'Tab') {
      take(event)
      const start = aim ?? from.from
      const at = towards
        ? nearest(document, from, start, towards)
        : besideAsTarget(document, from, start, event.shiftKey ? -1 : 1)
      if (at === undefined) return act.say(t('saidNoTarget'))
      act.send({ type: 'aim', at })
      act.reveal(at)
      act.say(t('saidAim', { name: nameOf(at) }))
    } else if (event.key === 'Enter') {
      take(event)
      if (aim === undefined) return
      act.send({ type: 'finish' })
      act.say(t('saidConnected', { outcome: outcomeName(from), to: nameOf(aim) }))
    } else if (event.key === 'Escape') {
      take(event)
      act.send({ type: 'cancel' })
      act.say(t('saidCancelled'))
    }
  }

  const shift = (id: string, towards: Direction, far: boolean) => {
    const [x, y] = WAYS[towards]
    const by = far ? FAR * GRID : GRID
    const ids = selection.nodes.includes(id) ? selection.nodes : [id]
    const to = ids.flatMap((each) => {
      const at = nodeOf(each)?.position
      return at ? [[each, { x: at.x + x * by, y: at.y + y * by }] as const] : []
    })
    act.send({ type: 'do', name: 'move', edit: move(new Map(to)), burst: `move ${ids.join()}` })
    act.say(t('saidMoved', { name: nameOf(id) }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node')) return
    const id = target.dataset.id
    if (id === undefined || !nodeOf(id)) return
    if (drawing && exit) {
      aimBy(event, exit)
      return
    }
    const towards = ARROWS[event.key]
    if (towards && event.altKey && !readOnly) {
      take(event)
      shift(id, towards, event.shiftKey)
    } else if (towards && !event.ctrlKey && !event.metaKey) {
      take(event)
      follow(id, towards)
    } else if (event.key === 'Tab' && !event.altKey) {
      // At either end the focus leaves the canvas as it would anywhere.
      if (go(besideInOrder(document, id, event.shiftKey ? -1 : 1))) take(event)
    } else if (event.key === 'Enter') {
      take(event)
      act.openNode(id)
    } else if (event.key === ' ') {
      take(event)
      act.chooseNode(id)
    } else if (event.key.toLowerCase() === 'c' && !event.ctrlKey && !event.metaKey && exit && !readOnly) {
      take(event)
      act.send({ type: 'draw', exit })
      act.say(t('saidDrawing', { outcome: outcomeName(exit) }))
    }
  }
  return { onKeyDown, onFocusNode }
}
