import { Route } from 'lucide-react'
import { useState } from 'react'
import { type JourneyDocument, JourneySettings } from '../../engine/core/journey/document.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { Field } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { TextArea } from '../kit/text-area.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import type { Catalogue } from './form-context.ts'
import { journeyWords } from './journey-words.ts'
import { NameInput } from './name-input.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { panelMessages } from './panel-locale.ts'
import { SchemaForm } from './settings-form.tsx'

export type JourneyChange = Partial<Pick<JourneyDocument, 'name' | 'note' | 'settings'>>

const SETTINGS = 'settings.'

/** The settings of the journey as a whole: for when no node is chosen. */
export function JourneyPanel({
  document,
  problems,
  catalogue,
  zone,
  readOnly = false,
  onChange,
  onClose,
}: {
  document: JourneyDocument
  problems: readonly Problem[]
  catalogue: Catalogue
  /** The workspace's zone, for journeys that name none. */
  zone: string
  readOnly?: boolean | undefined
  onChange: (change: JourneyChange, at: string) => void
  onClose: () => void
}) {
  const t = useMessages(panelMessages)
  const language = useLanguage()
  const [draft, write] = useDraft(document.settings, (settings, at) => onChange({ settings }, at))
  return (
    <PanelFrame
      label={t('journey')}
      tile={
        <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-card bg-surface-3 text-ink-2">
          <Icon of={Route} />
        </span>
      }
      title={
        <NameInput
          name={document.name}
          label={t('journeyName')}
          readOnly={readOnly}
          onChange={(name) => onChange({ name }, 'name')}
        />
      }
      kind={t('journey')}
      onClose={onClose}
      foot={<span className="truncate text-ink-3 text-secondary">{t('journeyHint')}</span>}
    >
      <div className="mt-2 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto border-border border-t p-4">
        <SchemaForm
          schema={JourneySettings}
          words={journeyWords[language]}
          settings={draft}
          problems={problems
            .filter((problem) => problem.node === undefined && problem.field?.startsWith(SETTINGS))
            .map((problem) => ({ ...problem, field: problem.field?.slice(SETTINGS.length) ?? '' }))}
          catalogue={catalogue}
          zone={document.settings.zone ?? zone}
          readOnly={readOnly}
          onChange={write}
        />
        <Field label={t('note')} optional help={t('noteHelp')}>
          <TextArea
            rows={3}
            maxLength={2_000}
            value={document.note ?? ''}
            onChange={(note) => onChange({ note }, 'note')}
            disabled={readOnly}
          />
        </Field>
      </div>
    </PanelFrame>
  )
}

/**
 * What is typed, and how to type. A document has no room for journey settings that are not valid, so it keeps the last
 * valid ones, and the panel what was typed since.
 */
function useDraft(
  settings: JourneySettings,
  take: (settings: JourneySettings, at: string) => void,
): [JsonObject, (draft: JsonObject, at: string) => void] {
  const [typed, setTyped] = useState<{ draft: JsonObject; last: JourneySettings } | null>(null)
  const json = settings as unknown as JsonObject // the schema of a document describes JSON
  const write = (draft: JsonObject, at: string) => {
    const read = JourneySettings.safeParse(draft)
    if (!read.success) return setTyped({ draft, last: settings })
    setTyped(null)
    take(read.data, at)
  }
  // Settings that changed from elsewhere, such as by an undo, are newer than what was typed.
  return [typed && typed.last === settings ? typed.draft : json, write]
}
