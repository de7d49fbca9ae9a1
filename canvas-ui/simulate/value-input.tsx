import { useId } from 'react'
import type { Json } from '../../engine/core/json.ts'
import type { KnownField } from '../conditions/fields.ts'
import { Input } from '../kit/input.tsx'
import { NumberInput } from '../kit/number-input.tsx'
import { Select } from '../kit/select.tsx'
import { useMessages } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'

const CHOICES = ['', 'true', 'false'] as const

/** A value of a known type, with those that are common to choose from; emptied it is undefined. */
export function ValueInput({
  field: { type, samples },
  label,
  value,
  onChange,
}: {
  field: Pick<KnownField, 'type' | 'samples'>
  label?: string
  value: Json | undefined
  onChange: (value: Json | undefined) => void
}) {
  const t = useMessages(simulateMessages)
  const list = useId()
  const named = label === undefined ? {} : { 'aria-label': label }
  if (type === 'number')
    return (
      <NumberInput
        {...named}
        size="dense"
        className="w-full"
        placeholder={t('noValue')}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    )
  if (type === 'boolean') {
    const labels = { '': t('noValue'), true: t('yes'), false: t('no') }
    return (
      <Select
        {...named}
        size="dense"
        className="w-full"
        choices={CHOICES.map((choice) => ({ value: choice, label: labels[choice] }))}
        value={typeof value === 'boolean' ? (value ? 'true' : 'false') : ''}
        onChange={(choice) => onChange(choice === '' ? undefined : choice === 'true')}
      />
    )
  }
  return (
    <>
      <Input
        {...named}
        size="dense"
        className="w-full"
        list={list}
        placeholder={t('noValue')}
        value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
        onChange={(text) => onChange(text || undefined)}
      />
      <datalist id={list}>
        {samples.map((sample) => (
          <option key={String(sample)} value={String(sample)} />
        ))}
      </datalist>
    </>
  )
}
