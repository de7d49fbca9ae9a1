import { useEffect, useRef } from 'react'
import { copied, cutAway, pasteText } from './clipboard-commands.ts'
import type { CommandId } from './command-locale.ts'
import { commands } from './commands.ts'
import type { EditorApi } from './editor-context.ts'
import { presses } from './keys.ts'

const FIELD = 'input, textarea, select, [contenteditable="true"]'
const FLOATING = '[role="dialog"], [role="menu"], [role="listbox"]'
/** What can be done out of a field: it means nothing to the field itself. Undo there is the field's own. */
const EVERYWHERE: ReadonlySet<CommandId> = new Set(['commands', 'find', 'next-region', 'previous-region'])

const isWithin = (target: EventTarget | null, what: string): boolean =>
  target instanceof Element && target.closest(what) !== null
/** Whether keys belong to what has the focus: a field, or a dialog above the editor. */
const isTaken = (target: EventTarget | null): boolean => isWithin(target, FIELD) || isWithin(target, FLOATING)

/** Every command by its keys, wherever the focus is on the screen, and the clipboard as the browser tells of it. */
export function useEditorKeys(editor: EditorApi): void {
  const latest = useRef(editor)
  useEffect(() => {
    latest.current = editor
  }, [editor])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commands.find(({ keys = [], native }) => !native && keys.some((each) => presses(event, each)))
      if (!command || isWithin(event.target, FLOATING)) return
      if (isWithin(event.target, FIELD) && !EVERYWHERE.has(command.id)) return
      event.preventDefault()
      if (command.enabled(latest.current)) command.perform(latest.current)
    }
    const onCopy = (event: ClipboardEvent) => {
      if (isTaken(event.target) || globalThis.getSelection()?.isCollapsed === false) return
      const text = copied(latest.current)
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut' && !latest.current.readOnly) cutAway(latest.current)
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (isTaken(event.target) || latest.current.readOnly || !text) return
      event.preventDefault()
      pasteText(latest.current, text)
    }
    const page = globalThis.document
    page.addEventListener('keydown', onKeyDown)
    page.addEventListener('copy', onCopy)
    page.addEventListener('cut', onCopy)
    page.addEventListener('paste', onPaste)
    return () => {
      page.removeEventListener('keydown', onKeyDown)
      page.removeEventListener('copy', onCopy)
      page.removeEventListener('cut', onCopy)
      page.removeEventListener('paste', onPaste)
    }
  }, [])
}
