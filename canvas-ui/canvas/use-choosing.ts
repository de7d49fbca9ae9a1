import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { LineEdge } from './edge-line.tsx'
import type { CardNode } from './node-card.tsx'
import type { NoteNode } from './note-card.tsx'
import type { Selection } from './selection.ts'
import { noteIdOf } from './use-flow.ts'

/** React Flow tells what joined and what left: nodes and edges apart, in one go, each on top of what is chosen now. */
export function useChoosing(selection: Selection, onChoose: (selection: Selection) => void) {
  const latest = useRef({ selection, onChoose })
  useLayoutEffect(() => {
    latest.current = { selection, onChoose }
  }, [selection, onChoose])
  return useMemo(() => {
    const choose = (change: (now: Selection) => Selection) => {
      const next = change(latest.current.selection)
      latest.current.selection = next
      latest.current.onChoose(next)
    }
    return {
      nodes(changes: readonly NodeChange<CardNode | NoteNode>[]) {
        const selects = changes.filter((change) => change.type === 'select')
        if (selects.length === 0) return
        const notes = selects.flatMap(({ id, selected }) => ({ id: noteIdOf(id) ?? '', selected }))
        choose((now) => ({
          ...now,
          nodes: changed(
            now.nodes,
            selects.filter(({ id }) => noteIdOf(id) === undefined),
          ),
          notes: changed(
            now.notes,
            notes.filter(({ id }) => id !== ''),
          ),
        }))
      },
      edges(changes: readonly EdgeChange<LineEdge>[]) {
        const selects = changes.filter((change) => change.type === 'select')
        if (selects.length > 0) choose((now) => ({ ...now, edges: changed(now.edges, selects) }))
      },
    }
  }, [])
}

function changed(
  ids: readonly string[],
  selects: readonly { readonly id: string; readonly selected: boolean }[],
): string[] {
  const now = new Set(ids)
  for (const { id, selected } of selects) {
    if (selected) now.add(id)
    else now.delete(id)
  }
  return [...now]
}

/** What React Flow is told to call. */
export type Choosing = ReturnType<typeof useChoosing>
