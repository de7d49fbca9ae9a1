import { ClipboardPaste, Copy, Scissors } from 'lucide-react'
import { NOTHING } from '../canvas/selection.ts'
import { language } from '../locale/language.ts'
import { translator } from '../locale/messages.ts'
import type { Command } from './commands.ts'
import type { EditorApi } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { clipOf, paste, readClip, renewed, selectionOf, textOf } from './model/clipboard.ts'
import { remove } from './model/edits.ts'
import { newId } from './new-id.ts'

const hasParts = ({ selection: { nodes, notes } }: EditorApi): boolean => nodes.length + notes.length > 0
const say = () => translator(editorMessages, language())

/** The chosen part as text, or undefined where nothing that can be copied is chosen. */
export function copied(editor: EditorApi): string | undefined {
  if (!hasParts(editor)) return undefined
  const clip = clipOf(editor.document, editor.selection)
  editor.act.say(say()('saidCopied', { count: clip.nodes.length }))
  return textOf(clip)
}

export function cutAway({ selection, act }: EditorApi): void {
  act.send({ type: 'do', name: 'delete', edit: remove(selection), selection: NOTHING })
}

/** Puts a text that somebody copied into the middle of the view, or says why it cannot be. */
export function pasteText({ act }: EditorApi, text: string): void {
  const clip = readClip(text)
  if (!clip) {
    act.warn(say()('notAClip'))
    return
  }
  const put = renewed(clip, act.spot(), newId)
  if (!act.send({ type: 'do', name: 'paste', edit: paste(put), selection: selectionOf(put) })) return
  act.say(say()('saidPasted', { count: put.nodes.length }))
}

const refused = ({ act }: EditorApi) => act.warn(say()('noClipboard'))

export const clipboardCommands: readonly Command[] = [
  {
    id: 'copy',
    group: 'groupEdit',
    icon: Copy,
    keys: ['Mod+C'],
    native: true,
    enabled: hasParts,
    perform: (editor) => {
      const text = copied(editor)
      if (text) navigator.clipboard.writeText(text).catch(() => refused(editor))
    },
  },
  {
    id: 'cut',
    group: 'groupEdit',
    icon: Scissors,
    keys: ['Mod+X'],
    native: true,
    enabled: (editor) => hasParts(editor) && !editor.readOnly,
    perform: (editor) => {
      const text = copied(editor)
      if (!text) return
      navigator.clipboard.writeText(text).then(
        () => cutAway(editor),
        () => refused(editor),
      )
    },
  },
  {
    id: 'paste',
    group: 'groupEdit',
    icon: ClipboardPaste,
    keys: ['Mod+V'],
    native: true,
    enabled: ({ readOnly }) => !readOnly,
    perform: (editor) => {
      navigator.clipboard.readText().then(
        (text) => pasteText(editor, text),
        () => refused(editor),
      )
    },
  },
]
