import { Puzzle } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { DocumentNode, JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import { registry } from '../../nodes/definitions.ts'
import { faceOf } from '../canvas/face.ts'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { TextArea } from '../kit/text-area.tsx'
import { Tile } from '../kit/tile.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { entryEventsOf } from './entry-events.ts'
import type { Catalogue } from './form-context.ts'
import { NameInput } from './name-input.tsx'
import { OutcomeList } from './outcome-list.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { panelMessages } from './panel-locale.ts'
import { SettingsForm } from './settings-form.tsx'

export type NodeChange = Partial<Pick<DocumentNode, 'name' | 'note' | 'onError' | 'settings'>>

export interface SettingsPanelProps {
  document: JourneyDocument
  node: DocumentNode
  /** All that the compiler found in the document. */
  problems: readonly Problem[]
  catalogue: Catalogue
  /** The workspace's zone, for journeys that name none. */
  zone: string
  readOnly?: boolean | undefined
  /** `at` names what was changed: edits of one name in a row are one step to take back. */
  onChange: (change: NodeChange, at: string) => void
  /** Shows another node. */
  onGo: (node: string) => void
  /** Buttons at the foot: duplicate, delete. */
  actions?: ReactNode
  onClose: () => void
}

/** Everything about one node. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { document, node, onChange, readOnly = false } = props
  const t = useMessages(panelMessages)
  const language = useLanguage()
  const [tab, setTab] = useState<'settings' | 'outcomes' | 'note'>('settings')
  const drawn = document.edges.filter((edge) => edge.from === node.id)
  const face = faceOf(
    node,
    drawn.map((edge) => edge.outcome),
    language,
  )
  return (
    <PanelFrame
      label={t('panel')}
      tile={<Tile icon={face.icon ?? Puzzle} category={face.category} size="head" />}
      title={
        <NameInput key={node.id} name={node.name} readOnly={readOnly} onChange={(name) => onChange({ name }, 'name')} />
      }
      kind={t('kind', { category: t(face.category), type: face.kind })}
      onClose={props.onClose}
      foot={
        <>
          <span className="min-w-0 flex-1 truncate text-ink-3 text-secondary">{readOnly ? '' : t('hint')}</span>
          {props.actions}
        </>
      }
    >
      <Tabs
        label={t('panel')}
        value={tab}
        onChange={setTab}
        className="flex-1"
        listClassName="px-4"
        tabs={[
          { value: 'settings', label: t('settings'), panel: <SettingsTab {...props} /> },
          {
            value: 'outcomes',
            label: t('outcomes'),
            ...(!face.ends && { count: String(face.outcomes.length) }),
            panel: <OutcomeList {...props} face={face} drawn={drawn} />,
          },
          {
            value: 'note',
            label: t('note'),
            panel: (
              <div className="h-full overflow-y-auto p-4">
                <Field label={t('note')} optional help={t('noteHelp')}>
                  <TextArea
                    rows={6}
                    maxLength={2_000}
                    value={node.note ?? ''}
                    onChange={(note) => onChange({ note }, 'note')}
                    disabled={readOnly}
                  />
                </Field>
              </div>
            ),
          },
        ]}
      />
    </PanelFrame>
  )
}

function SettingsTab({ document, node, problems, catalogue, zone, readOnly = false, onChange }: SettingsPanelProps) {
  const t = useMessages(panelMessages)
  const known = registry.has(node.type)
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto p-4">
      {known ? (
        <SettingsForm
          node={node}
          // An outcome is no setting: the list of outcomes says what it lacks.
          problems={problems.filter((problem) => problem.node === node.id && problem.params.outcome === undefined)}
          catalogue={catalogue}
          zone={document.settings.zone ?? zone}
          entryEvents={entryEventsOf(document)}
          readOnly={readOnly}
          onChange={(settings, at) => onChange({ settings }, at)}
        />
      ) : (
        <p className="text-ink-3">{t('unknownType', { type: node.type })}</p>
      )}
      <Field label={t('onError')}>
        <Select
          choices={[
            { value: 'fail', label: t('onErrorFail') },
            { value: 'continue', label: t('onErrorContinue') },
            { value: 'failed', label: t('onErrorFailed') },
          ]}
          value={node.onError}
          onChange={(onError) => onChange({ onError }, 'onError')}
          disabled={readOnly}
        />
      </Field>
    </div>
  )
}
