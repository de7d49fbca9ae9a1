import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Tag } from '../../kit/chip.tsx'
import { Combobox } from '../../kit/combobox.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useMessages } from '../../locale/messages.ts'
import { Callers } from './callers.tsx'
import { journeysMessages } from './locale.ts'
import type { JourneyList, JourneyRow } from './queries.ts'
import { type Change, isArchivable } from './use-changes.ts'

const MOST_LABELS = 20
const MOST_LABEL = 30
const MOST_FOLDER = 60
/** Stands for no folder in a list of folders: no folder can have an empty name. */
const NO_FOLDER = ''

export interface Asked {
  readonly kind: 'archive' | 'move' | 'label'
  readonly rows: readonly JourneyRow[]
}

interface Asking {
  readonly ws: string
  readonly rows: readonly JourneyRow[]
  readonly list: Pick<JourneyList, 'folders' | 'labels'> | undefined
  readonly busy: boolean
  readonly onChange: (rows: readonly JourneyRow[], change: Change) => void
  readonly onClose: () => void
}

/** The question before a change of one or several journeys. */
export function ChangeDialog({ asked, ...asking }: { asked: Asked } & Omit<Asking, 'rows'>) {
  const { kind, rows } = asked
  if (kind === 'archive') return <ArchiveDialog rows={rows} {...asking} />
  if (kind === 'move') return <MoveDialog rows={rows} {...asking} />
  return <LabelDialog rows={rows} {...asking} />
}

function ArchiveDialog({ ws, rows, busy, onChange, onClose }: Asking) {
  const t = useMessages(journeysMessages)
  const able = rows.filter(isArchivable)
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t('archiveTitle', { count: able.length })}
      action={t('archive')}
      busy={busy}
      onConfirm={() => onChange(able, { kind: 'archive' })}
    >
      <p>{t('archiveHelp')}</p>
      <Callers ws={ws} journeys={able.map(({ key }) => key)} />
      {able.length < rows.length && (
        <p className="mt-2 text-warn">{t('archiveNot', { count: rows.length - able.length })}</p>
      )}
    </Confirm>
  )
}

function MoveDialog({ rows, list, busy, onChange, onClose }: Asking) {
  const t = useMessages(journeysMessages)
  const [folder, setFolder] = useState(rows[0]?.folder ?? NO_FOLDER)
  const names = new Set([...(list?.folders ?? []).map(({ name }) => name), ...(folder ? [folder] : [])])
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('moveTitle')}
      width={400}
      footer={
        <Button look="primary" busy={busy} onClick={() => onChange(rows, { kind: 'move', folder: folder || null })}>
          {t('moveAction')}
        </Button>
      }
    >
      <Field label={t('folder')}>
        <Combobox
          choices={[
            { value: NO_FOLDER, label: t('noFolder') },
            ...[...names].map((name) => ({ value: name, label: name })),
          ]}
          value={folder}
          onChange={setFolder}
          onCreate={{
            label: (name) => t('newFolder', { name }),
            take: (name) => setFolder(name.slice(0, MOST_FOLDER)),
          }}
        />
      </Field>
    </Dialog>
  )
}

function LabelDialog({ rows, list, busy, onChange, onClose }: Asking) {
  const t = useMessages(journeysMessages)
  // Of several journeys: what all of them have. Labels that only some have stay as they are.
  const common = rows[0]?.labels.filter((label) => rows.every((row) => row.labels.includes(label))) ?? []
  const [labels, setLabels] = useState<readonly string[]>(common)
  const add = (name: string) => setLabels([...new Set([...labels, name.slice(0, MOST_LABEL)])].slice(0, MOST_LABELS))
  const save = () =>
    onChange(rows, {
      kind: 'label',
      add: labels.filter((label) => !common.includes(label)),
      remove: common.filter((label) => !labels.includes(label)),
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('labelTitle')}
      width={400}
      footer={
        <Button look="primary" busy={busy} onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <Field label={t('labels')} help={t('labelHelp')}>
        <Combobox
          choices={(list?.labels ?? [])
            .filter(({ name }) => !labels.includes(name))
            .map(({ name }) => ({ value: name, label: name }))}
          value={null}
          placeholder={t('labelAdd')}
          onChange={add}
          onCreate={{ label: (name) => t('newLabel', { name }), take: add }}
        />
      </Field>
      {labels.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-1.5">
          {labels.map((label) => (
            <Tag key={label} onRemove={() => setLabels(labels.filter((other) => other !== label))}>
              {label}
            </Tag>
          ))}
        </div>
      )}
    </Dialog>
  )
}
