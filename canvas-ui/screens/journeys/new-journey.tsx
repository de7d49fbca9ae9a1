import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LIMITS } from '../../../engine/core/journey/document.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { Select } from '../../kit/select.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { journeysMessages } from './locale.ts'
import { templatesOf } from './queries.ts'
import { useCreate } from './use-changes.ts'

/** Stands for no template in a list of templates: Radix takes no empty value, and no key begins so. */
const BLANK = '(blank)'

/** Asks for a name and what to begin with. */
export function NewJourneyDialog({
  ws,
  folder,
  onClose,
}: {
  ws: string
  /** It is put there. */
  folder: string | undefined
  onClose: () => void
}) {
  const t = useMessages(journeysMessages)
  const language = useLanguage()
  const { data: templates = [] } = useQuery(templatesOf(ws))
  const create = useCreate(ws)
  const [name, setName] = useState('')
  const [template, setTemplate] = useState(BLANK)
  const [tried, setTried] = useState(false)
  const written = name.trim()
  const fault =
    written === ''
      ? t('nameMissing')
      : written.length > LIMITS.name
        ? t('nameTooLong', { count: written.length })
        : undefined
  const submit = () => {
    setTried(true)
    if (fault || create.isPending) return
    create.mutate({ name: written, ...(template !== BLANK && { template }), ...(folder !== undefined && { folder }) })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('newTitle')}
      footer={
        <Button look="primary" busy={create.isPending} onClick={submit}>
          {t('draw')}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={t('newName')}
          help={t('newNameHelp')}
          error={tried || written.length > LIMITS.name ? fault : undefined}
        >
          <Input value={name} onChange={setName} />
        </Field>
        <Field label={t('newFrom')}>
          <Select
            choices={[
              { value: BLANK, label: t('blank') },
              ...templates.map((one) => ({
                value: one.key,
                label: one.name[language],
                help: one.description[language],
              })),
            ]}
            value={template}
            onChange={setTemplate}
          />
        </Field>
      </form>
    </Dialog>
  )
}
