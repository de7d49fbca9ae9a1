import { assign, setup } from 'xstate'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { type Exit, NOTHING, type Selection } from '../../canvas/selection.ts'
import { connect, type Edit, whyNotConnect } from './edits.ts'
import { begin, choose, type History, pause, redo, step, undo } from './history.ts'

/** Names of the steps that can be taken back; their words stand in the editor's messages. */
export type StepName =
  | 'add'
  | 'align'
  | 'connect'
  | 'delete'
  | 'disconnect'
  | 'duplicate'
  | 'layout'
  | 'move'
  | 'note'
  | 'paste'
  | 'rename'
  | 'settings'
  | 'split'

export interface EditorContext {
  readonly readOnly: boolean
  readonly history: History<StepName>
  /** The way out that a keyboard's next step goes by: of the node in focus. */
  readonly exit: Exit | undefined
  /** Where an edge being drawn by keyboard would lead. */
  readonly aim: string | undefined
}

export type EditorEvent =
  | {
      readonly type: 'do'
      readonly name: StepName
      readonly edit: Edit
      /** What is chosen afterwards; what was, when absent. */
      readonly selection?: Selection
      /** Edits with one name in a row are one step. */
      readonly burst?: string
    }
  | { readonly type: 'undo' | 'redo' | 'pause' | 'cancel' | 'finish' }
  | { readonly type: 'choose'; readonly selection: Selection }
  | { readonly type: 'look'; readonly exit: Exit | undefined }
  | { readonly type: 'draw'; readonly exit: Exit }
  | { readonly type: 'aim'; readonly at: string }

/**
 * The editor: a document with its history, and whether an edge is being drawn by keyboard. A read-only editor chooses and
 * looks, and changes nothing.
 */
export const editorMachine = setup({
  types: {
    context: {} as EditorContext, // XState reads types from values
    events: {} as EditorEvent,
    input: {} as { document: JourneyDocument; readOnly: boolean },
  },
  guards: {
    leadsThere: ({ context: { exit, aim, history } }) =>
      exit !== undefined && aim !== undefined && !whyNotConnect(history.present.document, exit, aim),
  },
}).createMachine({
  id: 'editor',
  context: ({ input }) => ({
    readOnly: input.readOnly,
    history: begin({ document: input.document, selection: NOTHING }),
    exit: undefined,
    aim: undefined,
  }),
  initial: 'opening',
  on: {
    choose: {
      actions: assign({ history: ({ context, event }) => choose(context.history, event.selection) }),
    },
    pause: { actions: assign({ history: ({ context }) => pause(context.history) }) },
  },
  states: {
    opening: {
      always: [{ guard: ({ context }) => context.readOnly, target: 'reading' }, { target: 'editing' }],
    },
    reading: { on: { look: { actions: assign({ exit: ({ event }) => event.exit }) } } },
    editing: {
      on: {
        do: {
          actions: assign({
            history: ({ context: { history }, event }) => {
              const { document, selection } = history.present
              const next = { document: event.edit(document), selection: event.selection ?? selection }
              return step(history, event.name, next, event.burst)
            },
          }),
        },
        undo: { actions: assign({ history: ({ context }) => undo(context.history) }) },
        redo: { actions: assign({ history: ({ context }) => redo(context.history) }) },
        look: { actions: assign({ exit: ({ event }) => event.exit }) },
        draw: { target: 'drawing', actions: assign({ exit: ({ event }) => event.exit, aim: undefined }) },
      },
    },
    drawing: {
      on: {
        aim: { actions: assign({ aim: ({ event }) => event.at }) },
        finish: {
          guard: 'leadsThere',
          target: 'editing',
          actions: assign({
            history: ({ context: { history, exit, aim } }) => {
              const { document, selection } = history.present
              if (!exit || aim === undefined) return history
              return step(history, 'connect', { document: connect(exit, aim)(document), selection })
            },
            aim: undefined,
          }),
        },
        cancel: { target: 'editing', actions: assign({ aim: undefined }) },
      },
    },
  },
})
