import { type ControlProps, useForm } from './form-context.ts'

/** Conditions over a member, or over the event that stands beside them. */
export function RuleControl({ shape, path, value, onChange, label, within }: ControlProps) {
  const { Conditions, readOnly } = useForm()
  const about = shape.hint.control === 'event-filter' && typeof within.event === 'string' ? within.event : undefined
  return (
    <Conditions
      value={value}
      onChange={(rule) => onChange(rule, path)}
      event={about}
      label={label}
      disabled={readOnly}
    />
  )
}
