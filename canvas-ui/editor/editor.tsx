import { ReactFlowProvider } from '@xyflow/react'
import { type ReactNode, useEffect, useMemo } from 'react'
import type { DocumentNode, JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Reference } from '../../engine/core/journey/node.ts'
import { type Catalogue, NOTHING_KNOWN } from '../forms/form-context.ts'
import { later } from '../kit/later.tsx'
import { useMessages } from '../locale/messages.ts'
import { EditorCanvas } from './editor-canvas.tsx'
import { type EditorApi, EditorProvider } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { Palette } from './palette.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { useEditorApi } from './use-editor-api.ts'
import { useEditorKeys } from './use-editor-keys.ts'

/** What is opened over or beside the canvas comes once the canvas stands. */
const CommandPalette = later(async () => (await import('./command-palette.tsx')).CommandPalette)
const JourneySettings = later(async () => (await import('./journey-settings.tsx')).JourneySettings)
const SettingsPanel = later(async () => (await import('./settings-panel.tsx')).SettingsPanel)
const ShortcutSheet = later(async () => (await import('./shortcut-sheet.tsx')).ShortcutSheet)

export interface EditorProps {
  /** What is edited, to begin with. For another document, such as the server's after a conflict, give another `key`. */
  readonly document: JourneyDocument
  /** Called after every step, undo and redo included. */
  readonly onChange?: (document: JourneyDocument) => void
  readonly readOnly?: boolean
  /** The workspace's zone, an IANA name. */
  readonly zone?: string
  /** Whether the workspace has what a node refers to. Keep it the same function while the answers are. */
  readonly exists?: (reference: Reference) => boolean
  /** What settings can be made of. */
  readonly catalogue?: Catalogue
  /** The top bar, above everything; it may use `useEditor`. */
  readonly topBar?: ReactNode
}

const EVERYTHING = () => true

/** The editor of a journey, without any server: what is drawn goes out by `onChange`. */
export function Editor(props: EditorProps) {
  return (
    <ReactFlowProvider>
      <EditorScreen {...props} />
    </ReactFlowProvider>
  )
}

function EditorScreen({
  document,
  onChange,
  readOnly = false,
  zone = 'UTC',
  exists = EVERYTHING,
  catalogue = NOTHING_KNOWN,
  topBar,
}: EditorProps) {
  const t = useMessages(editorMessages)
  const workspace = useMemo(() => ({ zone, exists }), [zone, exists])
  const editor = useEditorApi(document, readOnly, workspace, onChange)
  useEditorKeys(editor)
  const node = openNodeOf(editor)
  const { reveal } = editor.act
  const opened = node?.id
  useEffect(() => {
    JourneySettings.fetch()
    SettingsPanel.fetch()
  }, [])
  useEffect(() => {
    // The panel has taken a part of the canvas: what it is about may lie below it now.
    if (opened !== undefined) requestAnimationFrame(() => reveal(opened))
  }, [opened, reveal])
  return (
    <EditorProvider value={editor}>
      <section aria-label={t('editor')} className="flex size-full min-w-0 flex-col overflow-hidden bg-bg">
        {topBar}
        <div className="flex min-h-0 flex-1">
          {!readOnly && <Palette narrow={node !== undefined || editor.settings} />}
          <div className="flex min-w-0 flex-1 flex-col">
            <EditorCanvas />
            <ProblemsPanel />
          </div>
          {node && <SettingsPanel key={node.id} node={node} catalogue={catalogue} zone={zone} />}
          {!node && editor.settings && <JourneySettings catalogue={catalogue} zone={zone} />}
        </div>
        <output aria-live="polite" aria-label={t('said')} className="sr-only">
          {editor.said}
        </output>
        <CommandPalette />
        <ShortcutSheet />
      </section>
    </EditorProvider>
  )
}

/** The settings of a node are open while it alone is chosen. */
const openNodeOf = ({ document, selection: { nodes, edges, notes } }: EditorApi): DocumentNode | undefined =>
  nodes.length === 1 && edges.length + notes.length === 0
    ? document.nodes.find((node) => node.id === nodes[0])
    : undefined
