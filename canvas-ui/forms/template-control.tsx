import { useRef } from 'react'
import { Combobox } from '../kit/combobox.tsx'
import { Input } from '../kit/input.tsx'
import { TextArea } from '../kit/text-area.tsx'
import { useMessages } from '../locale/messages.ts'
import { type ControlProps, entryProperties, type FormContextValue, type ShapeOf, useForm } from './form-context.ts'
import { formMessages } from './locale.ts'
import { VariableRows } from './variable-rows.tsx'
import { withVariable } from './variables.ts'

/** A text with variables: they are put in where the cursor is, and each says what stands for it where a member has no value. */
export function TemplateControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'text'>>) {
  const form = useForm()
  const t = useMessages(formMessages)
  const written = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const text = typeof value === 'string' ? value : ''
  const take = (next: string) => onChange(next, path)
  const insert = (variable: string) => {
    const { selectionStart, selectionEnd } = written.current ?? {}
    take(withVariable(text, variable, selectionStart ?? text.length, selectionEnd ?? text.length))
  }
  const shared = { ref: written, 'aria-label': label, value: text, onChange: take, disabled: form.readOnly }
  const { control } = shape.hint
  return (
    <div className="flex flex-col gap-1.5">
      {control === 'template' ? (
        <Input {...shared} />
      ) : (
        <TextArea
          {...shared}
          rows={4}
          className={control === 'template-html' ? 'font-mono text-secondary!' : undefined}
        />
      )}
      {!form.readOnly && (
        <Combobox
          aria-label={`${label}: ${t('insertVariable')}`}
          choices={variableChoices(form, { member: t('memberGroup'), event: t('eventGroup') })}
          value={null}
          placeholder={t('insertVariable')}
          onChange={insert}
          size="dense"
          className="w-fit border-transparent! bg-surface-3!"
        />
      )}
      <VariableRows text={text} onChange={take} disabled={form.readOnly} mayLack={shape.hint.dashes ?? false} />
    </div>
  )
}

function variableChoices(form: FormContextValue, groups: { member: string; event: string }) {
  const of = (prefix: 'member' | 'event', group: string, fields: FormContextValue['catalogue']['attributes']) =>
    fields.map(({ name, samples: [sample] }) => ({
      value: `${prefix}.${name}`,
      label: name,
      group,
      ...(sample !== undefined && { help: String(sample) }),
    }))
  return [
    ...of('member', groups.member, form.catalogue.attributes),
    ...of('event', groups.event, entryProperties(form)),
  ]
}
