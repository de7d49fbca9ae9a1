import { ChevronDown, ChevronRight, Plus, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { below, hasFields, type Field as SettingsField, type Shape } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import { useFormat } from '../format/use-format.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { useMessages } from '../locale/messages.ts'
import { blankOf, isObject, withKey } from './draft.ts'
import { faultAt } from './faults.ts'
import { type Change, useForm, wordPath } from './form-context.ts'
import { formMessages } from './locale.ts'

/** Fields below each other; those seldom changed behind 高级. */
export function Fields({
  fields,
  path,
  value,
  onChange,
}: {
  fields: readonly SettingsField[]
  path: string
  value: Json | undefined
  onChange: Change
}) {
  const { faults } = useForm()
  const t = useMessages(formMessages)
  const [opened, setOpened] = useState(false)
  const shown = fields.filter((field) => field.shape.hint.control !== 'made')
  const advanced = shown.filter((field) => field.shape.hint.advanced)
  const open =
    opened || advanced.some((field) => faultAt(faults, below(path, field.key), { below: true }) !== undefined)
  const row = (field: SettingsField) => (
    <FieldRow
      key={field.key}
      field={field}
      path={below(path, field.key)}
      within={isObject(value) ? value : {}}
      onChange={(next, at) => onChange(withKey(value, field.key, next), at)}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      {shown.filter((field) => !field.shape.hint.advanced).map(row)}
      {advanced.length > 0 && (
        <div>
          <Button
            size="dense"
            look="ghost"
            icon={open ? ChevronDown : ChevronRight}
            aria-expanded={open}
            onClick={() => setOpened(!open)}
            className="-ml-2.5"
          >
            {t('advanced')}
          </Button>
        </div>
      )}
      {open && advanced.map(row)}
    </div>
  )
}

/** What may be left out and has parts is added and removed as a whole; a plain value is left out by being empty. */
const hasParts = ({ shape }: SettingsField) => ['whole', 'group', 'list', 'variants'].includes(shape.kind)

/** What is chosen cannot be emptied by writing. */
const isPicked = ({ shape: { kind, hint } }: SettingsField) =>
  kind === 'text' && hint.control !== undefined && !hint.control.startsWith('template')

/** One field: its label, its control, and below it what is wrong or what will happen. */
export function FieldRow({
  field,
  path,
  within,
  onChange,
  hideLabel,
  className,
}: {
  field: SettingsField
  path: string
  within: JsonObject
  onChange: Change
  hideLabel?: boolean
  className?: string
}) {
  const { words, faults, readOnly, Control } = useForm()
  const t = useMessages(formMessages)
  const { shape, optional } = field
  const label = words.fields[wordPath(path)] ?? field.key
  const value = within[field.key]
  const help = useHelp(shape, path, value)
  const whole = !hasFields(shape) && !(shape.kind === 'list' && hasFields(shape.item))
  const fault = faultAt(faults, path, { below: whole })
  const removable = optional && hasParts(field)
  const clearable = optional && value !== undefined && (hasParts(field) || isPicked(field)) && !readOnly
  if (removable && value === undefined) {
    if (readOnly) return null
    return (
      <div>
        <Button
          size="dense"
          look="ghost"
          icon={Plus}
          className="-ml-2.5"
          onClick={() => onChange(blankOf(shape), path)}
        >
          {label}
        </Button>
      </div>
    )
  }
  const control = (
    <Control
      shape={shape}
      path={path}
      value={value ?? field.default}
      label={label}
      within={within}
      onChange={(next, at) => onChange(optional && (next === '' || next === null) ? undefined : next, at)}
    />
  )
  // A switch carries its own label.
  if (shape.kind === 'flag' && shape.hint.control !== 'either') return control
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      optional={optional && !removable}
      aside={
        clearable ? (
          <button
            type="button"
            onClick={() => onChange(undefined, path)}
            aria-label={t('removeNamed', { name: label })}
            className="-my-1 py-1 text-brand-text hover:underline"
          >
            {t('clear')}
          </button>
        ) : undefined
      }
      error={fault?.severity === 'error' ? fault.text : undefined}
      help={fault ? <Warning text={fault.text} /> : help}
      className={className}
      path={path}
    >
      {control}
    </Field>
  )
}

const Warning = ({ text }: { text: string }): ReactNode => (
  <span className="flex items-start gap-1 text-warn">
    <Icon of={TriangleAlert} size="badge" className="mt-[3px]" />
    {text}
  </span>
)

/** Where a field keeps its choice, and what is chosen there. */
const choiceAt = (shape: Shape, path: string, value: Json | undefined) =>
  shape.kind === 'variants' && isObject(value)
    ? { at: below(path, shape.by), chosen: value[shape.by] }
    : { at: path, chosen: value }

/** The hint of what is chosen, or of the field; of a length of time without one, the moment it leads to. */
function useHelp(shape: Shape, path: string, value: Json | undefined): string | undefined {
  const { words, zone } = useForm()
  const t = useMessages(formMessages)
  const { dateTime } = useFormat()
  const { at, chosen } = choiceAt(shape, path, value)
  const hint = words.choiceHints?.[wordPath(at)]?.[String(chosen)] ?? words.hints?.[wordPath(path)]
  if (hint !== undefined) return hint
  const length = Duration.safeParse(value)
  return length.success ? t('untilThen', { date: dateTime(addDuration(Date.now(), length.data, zone)) }) : undefined
}
