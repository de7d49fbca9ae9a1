import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { createActor } from 'xstate'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { withPositions } from '../canvas/graph.ts'
import { type EditorEvent, editorMachine } from './model/machine.ts'
import { problemsOf, type Workspace } from './model/problems.ts'

/** Runs the editor's machine, and tells `onChange` of every document that is another than the last. */
export function useEditorModel(
  document: JourneyDocument,
  readOnly: boolean,
  workspace: Workspace,
  onChange: ((document: JourneyDocument) => void) | undefined,
) {
  const [actor] = useState(() => createActor(editorMachine, { input: { document: withPositions(document), readOnly } }))
  const told = useRef(onChange)
  useEffect(() => {
    told.current = onChange
  }, [onChange])
  useEffect(() => {
    actor.start()
    let last = actor.getSnapshot().context.history.present.document
    const { unsubscribe } = actor.subscribe(({ context }) => {
      const now = context.history.present.document
      if (now === last) return
      last = now
      told.current?.(now)
    })
    return unsubscribe
  }, [actor])

  const { subscribe, getSnapshot, ...stable } = useMemo(
    () => ({
      subscribe: (listener: () => void) => {
        const { unsubscribe } = actor.subscribe(listener)
        return unsubscribe
      },
      getSnapshot: () => actor.getSnapshot(),
      send: (event: EditorEvent) => actor.send(event),
      /** The state as it is at this moment, also inside an event handler that changed it. */
      latest: () => actor.getSnapshot().context,
    }),
    [actor],
  )
  const snapshot = useSyncExternalStore(subscribe, getSnapshot)
  const { history, exit, aim } = snapshot.context
  const { document: now, selection } = history.present
  // Typing goes first, problems follow.
  const settled = useDeferredValue(now)
  const problems = useMemo(() => problemsOf(settled, workspace), [settled, workspace])
  return {
    document: now,
    selection,
    exit,
    aim,
    drawing: snapshot.matches('drawing'),
    problems,
    undoable: history.past.at(-1)?.name,
    redoable: history.future[0]?.name,
    ...stable,
  }
}
