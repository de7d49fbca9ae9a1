import { useRef } from 'react'
import type { Control } from '../../engine/core/field-hint.ts'
import { useFormat } from '../format/use-format.ts'
import { Tag } from '../kit/chip.tsx'
import { Combobox } from '../kit/combobox.tsx'
import { useMessages } from '../locale/messages.ts'
import { type ControlProps, type ShapeOf, useForm } from './form-context.ts'
import { itemsOf } from './list-controls.tsx'
import { formMessages } from './locale.ts'

/** Several names, such as tags or segments: chips, and a search that adds one. */
export function ChipList({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'list'>>) {
  const { catalogue, readOnly } = useForm()
  const t = useMessages(formMessages)
  const chosen = itemsOf(value).map(String)
  const { control } = shape.item.hint
  const { distance } = useFormat()
  const computed = catalogue.segments.flatMap(({ key, name, computedAt }) =>
    computedAt === null ? [] : [{ key, name: t('computedAgo', { name, when: distance(computedAt) }) }],
  )
  const offered: Partial<Record<Control, readonly { readonly key: string; readonly name: string }[]>> = {
    segment: catalogue.segments,
    'segment-set': computed,
    group: catalogue.groups,
    person: catalogue.people,
  }
  const there = control && offered[control]
  const known =
    there?.map(({ key, name }) => ({ value: key, label: name })) ??
    catalogue.tags.map((tag) => ({ value: tag, label: tag }))
  const add = (name: string) => chosen.includes(name) || onChange([...chosen, name], path)
  const whole = useRef<HTMLDivElement>(null)
  const remove = (at: number) => {
    onChange(chosen.toSpliced(at, 1), path)
    // The button that had the focus goes with its chip.
    requestAnimationFrame(() => whole.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus())
  }
  return (
    <div ref={whole} className="flex flex-col gap-1.5">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {chosen.map((name, i) => (
            <li key={name}>
              <Tag {...(!readOnly && { onRemove: () => remove(i) })}>
                {known.find((each) => each.value === name)?.label ?? name}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && chosen.length < (shape.most ?? Number.POSITIVE_INFINITY) && (
        <Combobox
          aria-label={label}
          choices={known.filter((each) => !chosen.includes(each.value))}
          value={null}
          onChange={add}
          placeholder={t('add')}
          {...(!there && { onCreate: { label: (text: string) => t('takeNew', { text }), take: add } })}
        />
      )}
    </div>
  )
}
