import { useRef } from 'react'
import { below } from '../../engine/core/journey/settings-shape.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { Field, FieldGroupPart } from '../kit/field.tsx'
import { asVariant, isObject } from './draft.ts'
import { faultAt } from './faults.ts'
import { Fields } from './fields.tsx'
import { type ControlProps, choicesAt, type ShapeOf, useForm } from './form-context.ts'
import { Choose } from './simple-controls.tsx'

/** One of several kinds, each with its own fields. A kind that was left keeps what was written in it while the form is open. */
export function VariantsControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'variants'>>) {
  const { words, faults, readOnly } = useForm()
  const left = useRef(new Map<string, JsonObject>())
  const now: JsonObject = isObject(value) ? value : {}
  const current = shape.variants.find((variant) => variant.value === now[shape.by])
  const by = below(path, shape.by)
  const choose = (to: string) => {
    if (current) left.current.set(current.value, now)
    onChange(left.current.get(to) ?? asVariant(shape, now, to), by)
  }
  const kinds = (
    <Choose
      choices={choicesAt(
        words,
        by,
        shape.variants.map((variant) => variant.value),
      )}
      value={current?.value ?? ''}
      onChange={choose}
      label={label}
      disabled={readOnly}
    />
  )
  const fields = current && current.fields.length > 0 && (
    <Fields fields={current.fields} path={path} value={now} onChange={onChange} />
  )
  // The settings as a whole have no label around them, as a field has.
  if (path === '')
    return (
      <div className="flex flex-col gap-4">
        <Field path={by} label={words.fields[by]} error={faultAt(faults, by, { below: false })?.text}>
          {kinds}
        </Field>
        {fields}
      </div>
    )
  return (
    <FieldGroupPart>
      <div className="flex flex-col gap-3">
        {kinds}
        {fields && <div className="border-border border-l pl-3">{fields}</div>}
      </div>
    </FieldGroupPart>
  )
}
