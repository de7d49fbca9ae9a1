import { Copy, Puzzle, Trash2, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { DocumentNode } from '../../engine/core/journey/document.ts'
import { faceOf } from '../canvas/face.ts'
import { Field } from '../kit/field.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Input } from '../kit/input.tsx'
import { Select } from '../kit/select.tsx'
import { TextArea } from '../kit/text-area.tsx'
import { Tile } from '../kit/tile.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { CommandButton } from './command-button.tsx'
import type { RenderSettings } from './editor.tsx'
import { useEditor } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { changeNode } from './model/edits.ts'
import type { StepName } from './model/machine.ts'

type Change = Parameters<typeof changeNode>[1]

/** What the chosen node does, at the right: name, its own settings, what happens on errors, remarks. */
export function SettingsPanel({
  node,
  renderSettings,
}: {
  node: DocumentNode
  renderSettings: RenderSettings | undefined
}) {
  const t = useMessages(editorMessages)
  const face = faceOf(node, [], useLanguage())
  const { readOnly, act } = useEditor()
  const title = useId()
  const change = (name: StepName, to: Change) =>
    act.send({ type: 'do', name, edit: changeNode(node.id, to), burst: `${node.id} ${Object.keys(to).join()}` })
  return (
    <aside
      data-settings
      aria-labelledby={title}
      className="flex w-[304px] shrink-0 flex-col border-border border-l bg-surface"
      onBlur={() => act.send({ type: 'pause' })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        act.showNode(node.id)
      }}
    >
      <header className="flex items-center gap-2.5 border-border border-b py-2.5 pr-3 pl-4">
        <Tile icon={face.icon ?? Puzzle} category={face.category} size="head" />
        <div className="min-w-0 flex-1">
          <h2 id={title} className="truncate font-semibold text-ink text-title">
            {node.name}
          </h2>
          <p className="truncate text-ink-3 text-secondary">
            {t(face.category)} · {face.kind}
          </p>
        </div>
        <IconButton
          icon={X}
          label={t('closeSettings')}
          shortcut="Esc"
          onClick={() => {
            act.chooseNode(undefined)
            act.showNode(node.id)
          }}
        />
      </header>
      <fieldset disabled={readOnly} className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-4 py-3.5">
        <Field label={t('name')}>
          <NameInput name={node.name} onRename={(name) => change('rename', { name })} />
        </Field>
        {renderSettings?.(node, (settings) => change('settings', { settings }))}
        <Field label={t('onError')}>
          <Select
            value={node.onError}
            onChange={(onError) => change('settings', { onError })}
            choices={[
              { value: 'fail', label: t('onErrorFail') },
              { value: 'continue', label: t('onErrorContinue') },
              { value: 'failed', label: t('onErrorFailed') },
            ]}
          />
        </Field>
        <Field label={t('nodeNote')} optional>
          <TextArea rows={2} maxLength={2_000} value={node.note ?? ''} onChange={(note) => change('note', { note })} />
        </Field>
      </fieldset>
      {!readOnly && (
        <footer className="flex h-12 shrink-0 items-center gap-1 border-border border-t pr-3 pl-4 text-ink-3 text-secondary">
          <span className="mr-auto">{t('dragToConnect')}</span>
          <CommandButton id="duplicate" icon={Copy} side="top" />
          <CommandButton id="delete" icon={Trash2} side="top" tone="bad" />
        </footer>
      )}
    </aside>
  )
}

/** A name may be empty while somebody writes it, and the document's never is. */
function NameInput({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [written, setWritten] = useState<string>()
  return (
    <Input
      value={written ?? name}
      maxLength={80}
      onChange={(text) => {
        setWritten(text)
        if (text.trim() !== '') onRename(text)
      }}
      onBlur={() => setWritten(undefined)}
    />
  )
}
