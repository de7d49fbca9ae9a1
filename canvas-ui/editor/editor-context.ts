import { createContext, useContext } from 'react'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import type { Point } from '../canvas/card.ts'
import type { Tool } from '../canvas/journey-canvas.tsx'
import type { Exit, Selection } from '../canvas/selection.ts'
import type { EditorEvent, StepName } from './model/machine.ts'

/** What is open over or beside the canvas. */
export type Opened = 'find' | 'commands' | 'shortcuts' | undefined

/** Everything the parts of the editor share. */
export interface EditorState {
  readonly document: JourneyDocument
  readonly selection: Selection
  readonly exit: Exit | undefined
  readonly aim: string | undefined
  /** An edge is being drawn by keyboard. */
  readonly drawing: boolean
  readonly readOnly: boolean
  readonly problems: readonly Problem[]
  readonly undoable: StepName | undefined
  readonly redoable: StepName | undefined
  readonly tool: Tool
  readonly opened: Opened
  readonly outline: boolean
  /** The settings of the journey are open, unless those of a node are. */
  readonly settings: boolean
  /** What a screen reader hears. */
  readonly said: string
}

export interface EditorDo {
  /** Does a step. False where the journey would grow larger than the server takes: that is told, and nothing changes. */
  send(event: EditorEvent): boolean
  /** Chooses one node alone, and none with `undefined`. */
  chooseNode(id: string | undefined): void
  /** Brings a node into view. */
  reveal(id: string): void
  /** Brings a node into view and gives it the focus. */
  showNode(id: string): void
  /** Opens the settings of a node, the focus in them: at `field`, a path in them, where that is to be seen, else at the name. */
  openNode(id: string, field?: string): void
  /** Adds a node of a type where it fits best. */
  addNode(type: string): void
  /** Adds a node of a type with its way in at a place on the canvas, and leads an outcome to it. */
  leadTo(type: string, exit: Exit, at: Point): void
  say(text: string): void
  /** Tells something that went wrong, to eye and ear. */
  warn(text: string): void
  pick(tool: Tool): void
  open(what: Opened): void
  toggleOutline(): void
  /** Opens the settings of the journey in place of those of a node, or closes them. */
  toggleSettings(): void
  fit(): void
  fitSelection(): void
  zoom(by: 'in' | 'out' | 'full'): void
  focusPalette(): void
  /** Gives the focus to the next region of the screen, or the one before: bar, palette, canvas, problems, settings. */
  goRound(step: 1 | -1): void
  /** Where something new goes: under the pointer, else into the middle of what is to be seen. */
  spot(): Point
  /** Tells where the pointer is on the screen, and nothing once it has left the canvas. */
  point(at: Point | undefined): void
}

export interface EditorApi extends EditorState {
  readonly act: EditorDo
}

const Context = createContext<EditorApi | undefined>(undefined)
export const EditorProvider = Context.Provider

export function useEditor(): EditorApi {
  const editor = useContext(Context)
  if (!editor) throw new Error('this part stands inside an Editor')
  return editor
}
