import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  CirclePlus,
  Command as CommandIcon,
  CopyPlus,
  Hand,
  Keyboard,
  ListTree,
  type LucideIcon,
  Maximize,
  MousePointer2,
  Network,
  PanelsTopLeft,
  Redo2,
  Scan,
  Search,
  SlidersHorizontal,
  StickyNote,
  Trash2,
  Undo2,
  Unlink,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { linkId } from '../canvas/graph.ts'
import { NOTHING } from '../canvas/selection.ts'
import { clipboardCommands } from './clipboard-commands.ts'
import type { CommandId } from './command-locale.ts'
import type { EditorApi } from './editor-context.ts'
import { type Alignment, align, distribute, layOut } from './model/arrange.ts'
import { clipOf, paste, renewed, selectionOf } from './model/clipboard.ts'
import { addNote, remove } from './model/edits.ts'
import { newId } from './new-id.ts'

export type CommandGroup = 'groupEdit' | 'groupArrange' | 'groupView'

/** Something a person can do: by button, by key or from the command palette. Its name stands in `command-locale.ts`. */
export interface Command {
  readonly id: CommandId
  readonly group: CommandGroup
  readonly icon?: LucideIcon
  /** Keys as `Mod+Shift+Z`; of several the first is shown. */
  readonly keys?: readonly string[]
  /** The browser tells of these keys by an event of its own. */
  readonly native?: boolean
  readonly enabled: (editor: EditorApi) => boolean
  readonly perform: (editor: EditorApi) => void
}

const always = (): boolean => true
const writes = ({ readOnly, drawing }: EditorApi): boolean => !readOnly && !drawing
const chosen = ({ selection: { nodes, edges, notes } }: EditorApi): number => nodes.length + edges.length + notes.length
const withNodes =
  (least: number) =>
  (editor: EditorApi): boolean =>
    writes(editor) && editor.selection.nodes.length >= least

const aligning = (to: Alignment, icon: LucideIcon): Command => ({
  id: `align-${to}`,
  group: 'groupArrange',
  icon,
  enabled: withNodes(2),
  perform: ({ selection, act }) => act.send({ type: 'do', name: 'align', edit: align(selection.nodes, to) }),
})

const distributing = (along: 'x' | 'y', icon: LucideIcon): Command => ({
  id: `distribute-${along}`,
  group: 'groupArrange',
  icon,
  enabled: withNodes(3),
  perform: ({ selection, act }) => act.send({ type: 'do', name: 'align', edit: distribute(selection.nodes, along) }),
})

const viewing = (id: CommandId, icon: LucideIcon, keys: readonly string[], perform: Command['perform']): Command => ({
  id,
  group: 'groupView',
  icon,
  keys,
  enabled: always,
  perform,
})

/** Every command there is, in the order in which the palette and the sheet list them. */
export const commands: readonly Command[] = [
  {
    id: 'undo',
    group: 'groupEdit',
    icon: Undo2,
    keys: ['Mod+Z'],
    enabled: (editor) => writes(editor) && editor.undoable !== undefined,
    perform: ({ act }) => act.send({ type: 'undo' }),
  },
  {
    id: 'redo',
    group: 'groupEdit',
    icon: Redo2,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: (editor) => writes(editor) && editor.redoable !== undefined,
    perform: ({ act }) => act.send({ type: 'redo' }),
  },
  ...clipboardCommands,
  {
    id: 'duplicate',
    group: 'groupEdit',
    icon: CopyPlus,
    keys: ['Mod+D'],
    enabled: withNodes(1),
    perform: ({ document, selection, act }) => {
      const clip = clipOf(document, selection)
      const places = clip.nodes.flatMap((node) => node.position ?? [])
      const at = { x: Math.min(...places.map(({ x }) => x)) + 32, y: Math.max(...places.map(({ y }) => y)) + 160 }
      const copy = renewed(clip, at, newId)
      act.send({ type: 'do', name: 'duplicate', edit: paste(copy), selection: selectionOf(copy) })
    },
  },
  {
    id: 'delete',
    group: 'groupEdit',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    enabled: (editor) => writes(editor) && chosen(editor) > 0,
    perform: ({ selection, act }) =>
      act.send({ type: 'do', name: 'delete', edit: remove(selection), selection: NOTHING }),
  },
  {
    id: 'select-all',
    group: 'groupEdit',
    icon: Scan,
    keys: ['Mod+A'],
    enabled: always,
    perform: ({ document: { nodes, notes = [] }, act }) => {
      const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)
      act.send({ type: 'choose', selection: { nodes: ids(nodes), edges: [], notes: ids(notes) } })
    },
  },
  {
    id: 'disconnect',
    group: 'groupEdit',
    icon: Unlink,
    keys: ['X'],
    enabled: (editor) => writes(editor) && editor.exit !== undefined,
    perform: ({ document, exit, act }) => {
      const edge = document.edges.find((each) => each.from === exit?.from && each.outcome === exit.outcome)
      if (edge) act.send({ type: 'do', name: 'disconnect', edit: remove({ ...NOTHING, edges: [linkId(edge)] }) })
    },
  },
  viewing('add-node', CirclePlus, ['/'], ({ act }) => act.focusPalette()),
  {
    id: 'add-note',
    group: 'groupEdit',
    icon: StickyNote,
    keys: ['N'],
    enabled: writes,
    perform: ({ act }) => {
      const id = newId()
      const edit = addNote(id, '', act.spot())
      act.send({ type: 'do', name: 'note', edit, selection: { ...NOTHING, notes: [id] } })
    },
  },
  {
    id: 'layout',
    group: 'groupArrange',
    icon: Network,
    keys: ['Shift+L'],
    enabled: withNodes(0),
    perform: ({ selection: { nodes }, act }) => {
      act.send({ type: 'do', name: 'layout', edit: layOut(nodes.length > 1 ? nodes : undefined) })
      if (nodes.length <= 1) act.fit()
    },
  },
  aligning('left', AlignStartVertical),
  aligning('centre', AlignCenterVertical),
  aligning('right', AlignEndVertical),
  aligning('top', AlignStartHorizontal),
  aligning('middle', AlignCenterHorizontal),
  aligning('bottom', AlignEndHorizontal),
  distributing('x', AlignHorizontalDistributeCenter),
  distributing('y', AlignVerticalDistributeCenter),
  viewing('find', Search, ['Mod+F'], ({ act }) => act.open('find')),
  viewing('outline', ListTree, ['O'], ({ act }) => act.toggleOutline()),
  viewing('journey-settings', SlidersHorizontal, ['J'], ({ act }) => act.toggleSettings()),
  viewing('fit', Maximize, ['1'], ({ act }) => act.fit()),
  {
    ...viewing('fit-selection', Scan, ['2'], ({ act }) => act.fitSelection()),
    enabled: (editor) => chosen(editor) > 0,
  },
  viewing('zoom-in', ZoomIn, ['+', '='], ({ act }) => act.zoom('in')),
  viewing('zoom-out', ZoomOut, ['-'], ({ act }) => act.zoom('out')),
  viewing('zoom-full', Search, ['0'], ({ act }) => act.zoom('full')),
  viewing('select-tool', MousePointer2, ['V'], ({ act }) => act.pick('select')),
  viewing('pan-tool', Hand, ['H'], ({ act }) => act.pick('pan')),
  viewing('next-region', PanelsTopLeft, ['F6'], ({ act }) => act.goRound(1)),
  viewing('previous-region', PanelsTopLeft, ['Shift+F6'], ({ act }) => act.goRound(-1)),
  viewing('commands', CommandIcon, ['Mod+K'], ({ act }) => act.open('commands')),
  viewing('shortcuts', Keyboard, ['?'], ({ act }) => act.open('shortcuts')),
]

const byId = new Map(commands.map((command) => [command.id, command]))

export function commandOf(id: CommandId): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`no command ${id}`)
  return command
}
