import type { ReactNode } from 'react'
import { Tag } from '../kit/chip.tsx'
import { Combobox } from '../kit/combobox.tsx'
import { type DurationDraft, DurationInput } from '../kit/duration-input.tsx'
import { Input } from '../kit/input.tsx'
import { NumberInput } from '../kit/number-input.tsx'
import { Select } from '../kit/select.tsx'
import { useMessages } from '../locale/messages.ts'
import { type ConditionType, type Operator, valueKindOf } from './draft.ts'
import { conditionMessages } from './locale.ts'

type Scalar = string | number | boolean

export interface ValueEditorProps {
  op: Operator
  type: ConditionType
  samples: readonly Scalar[]
  value: unknown
  onChange: (value: unknown) => void
}

/** The value of a condition, typed as its field and operator want it. */
export function ValueEditor(props: ValueEditorProps) {
  const t = useMessages(conditionMessages)
  const { op, type, value, onChange } = props
  const numeric = (label: string, of: unknown, take: (value: number | null) => void) => (
    <NumberInput
      size="dense"
      className="min-w-0 flex-1"
      aria-label={label}
      value={typeof of === 'number' ? of : null}
      onChange={take}
    />
  )
  switch (valueKindOf(op)) {
    case 'none':
      return null
    case 'number':
      return numeric(t('value'), value, (next) => onChange(next ?? undefined))
    case 'pair': {
      const [low, high] = Array.isArray(value) ? value : []
      return (
        <>
          {numeric(t('from'), low, (next) => onChange([next, high ?? null]))}
          <span className="text-ink-3">–</span>
          {numeric(t('to'), high, (next) => onChange([low ?? null, next]))}
        </>
      )
    }
    case 'day':
      return (
        <Input
          size="dense"
          type="date"
          className="min-w-0 flex-1"
          aria-label={t('value')}
          value={typeof value === 'string' ? value : ''}
          onChange={(day) => onChange(day || undefined)}
        />
      )
    case 'duration':
      return <DurationInput size="dense" value={value as DurationDraft} onChange={onChange} /> // `changedLeaf` put one there
    case 'list':
      return <ListEditor {...props} />
    case 'tag':
      return <TextEditor {...props} />
    case 'text':
      return <PlainText {...props} />
    case 'scalar':
      if (type === 'number' || type === 'points')
        return numeric(t('value'), value, (next) => onChange(next ?? undefined))
      return type === 'boolean' ? <BooleanEditor {...props} /> : <TextEditor {...props} />
  }
}

function PlainText({ value, onChange }: ValueEditorProps) {
  const t = useMessages(conditionMessages)
  return (
    <Input
      size="dense"
      className="min-w-0 flex-1"
      aria-label={t('value')}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text || undefined)}
    />
  )
}

function BooleanEditor({ value, onChange }: ValueEditorProps) {
  const t = useMessages(conditionMessages)
  return (
    <Select
      size="dense"
      className="min-w-0 flex-1"
      aria-label={t('value')}
      choices={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      value={String(value !== false)}
      onChange={(next) => onChange(next === 'true')}
    />
  )
}

/** A text: one that others have, or any other that is typed. */
function TextEditor(props: ValueEditorProps) {
  const t = useMessages(conditionMessages)
  const { samples, value, onChange } = props
  if (samples.length === 0) return <PlainText {...props} />
  return (
    <Combobox
      size="dense"
      className="min-w-0 flex-1"
      aria-label={t('value')}
      choices={samples.map((sample) => ({ value: String(sample), label: String(sample) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      onCreate={{ label: (text) => t('use', { text }), take: onChange }}
    />
  )
}

/** Several values, each with a button that takes it out. */
function ListEditor({ type, samples, value, onChange }: ValueEditorProps): ReactNode {
  const t = useMessages(conditionMessages)
  const chosen = Array.isArray(value) ? (value as Scalar[]) : [] // as `changedLeaf` and this editor write it
  const add = (text: string) => {
    const next = type === 'number' || type === 'points' ? Number(text) : text
    if (text === '' || Number.isNaN(next) || chosen.includes(next)) return
    onChange([...chosen, next])
  }
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
      {chosen.map((each) => (
        <Tag key={String(each)} onRemove={() => onChange(chosen.filter((other) => other !== each))}>
          {String(each)}
        </Tag>
      ))}
      <Combobox
        size="dense"
        className="min-w-20 flex-1"
        aria-label={t('value')}
        placeholder={t('add')}
        choices={samples
          .filter((sample) => !chosen.includes(sample))
          .map((sample) => ({ value: String(sample), label: String(sample) }))}
        value={null}
        onChange={add}
        onCreate={{ label: (text) => t('use', { text }), take: add }}
      />
    </span>
  )
}
