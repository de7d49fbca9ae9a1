import { durationUnit } from '../../engine/core/time/duration.locale.ts'
import type { Duration } from '../../engine/core/time/duration.ts'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { FieldGroupPart, useFieldControl } from './field.tsx'
import type { FieldSize } from './input.tsx'
import { kitMessages } from './locale.ts'
import { NumberInput } from './number-input.tsx'
import { Select } from './select.tsx'

const ALL_UNITS: readonly Duration['unit'][] = ['minute', 'hour', 'day', 'week', 'month']

/** A length while it is typed: the number may be missing. */
export interface DurationDraft {
  readonly amount: number | null
  readonly unit: Duration['unit']
}

/** A number and its unit. Days, weeks and months are calendar units: they keep the time of day. */
export function DurationInput({
  value,
  onChange,
  units = ALL_UNITS,
  size,
  disabled,
}: {
  value: DurationDraft
  onChange: (value: DurationDraft) => void
  units?: readonly Duration['unit'][] | undefined
  size?: FieldSize | undefined
  disabled?: boolean | undefined
}) {
  const t = useMessages(kitMessages)
  const language = useLanguage()
  const field = useFieldControl()
  return (
    <FieldGroupPart>
      <div className="flex gap-2">
        <NumberInput
          {...field}
          {...(!field.id && { 'aria-label': t('amount') })}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount })}
          min={1}
          size={size}
          disabled={disabled}
          className="w-20"
        />
        <Select
          aria-label={t('unit')}
          choices={units.map((unit) => ({ value: unit, label: durationUnit(unit, value.amount ?? 2, language) }))}
          value={value.unit}
          onChange={(unit) => onChange({ ...value, unit })}
          size={size}
          disabled={disabled}
          className="w-28"
        />
      </div>
    </FieldGroupPart>
  )
}
