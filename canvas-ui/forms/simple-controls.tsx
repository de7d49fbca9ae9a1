import type { Choice } from '../kit/choice.ts'
import { Combobox } from '../kit/combobox.tsx'
import { Input } from '../kit/input.tsx'
import { NumberInput } from '../kit/number-input.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { Select } from '../kit/select.tsx'
import { Switch } from '../kit/switch.tsx'
import { useMessages } from '../locale/messages.ts'
import { type ControlProps, choicesAt, type ShapeOf, useForm, wordPath } from './form-context.ts'
import { formMessages } from './locale.ts'

const PANEL_WIDTH = 272
const MOST_SEGMENTS = 4
const MOST_SELECT = 10
const textWidth = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 12 : 6.6), 0)

/** Whether choices can stand side by side in the panel, with the room each has around its word. */
const fitsSegments = (labels: readonly string[]): boolean =>
  labels.length <= MOST_SEGMENTS && labels.length * (Math.max(...labels.map(textWidth)) + 20) + 8 <= PANEL_WIDTH

/** One of some words: side by side where they are few and short, a list above that, a search above ten. */
export function Choose({
  choices,
  value,
  onChange,
  label,
  disabled,
}: {
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
  label: string
  disabled: boolean
}) {
  const shared = { choices, value, onChange, disabled, 'aria-label': label }
  if (fitsSegments(choices.map((choice) => choice.label))) return <Segmented {...shared} wide />
  return choices.length <= MOST_SELECT ? <Select {...shared} /> : <Combobox {...shared} />
}

export function TextControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'text'>>) {
  const { readOnly } = useForm()
  return (
    <Input
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text, path)}
      disabled={readOnly}
      // Longer than that is refused with a sentence, not cut off in silence; this only bounds what is pasted.
      maxLength={shape.longest === undefined ? undefined : shape.longest * 2}
    />
  )
}

export function NumberControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'number'>>) {
  const { words, readOnly } = useForm()
  return (
    <NumberInput
      aria-label={label}
      value={typeof value === 'number' ? value : null}
      onChange={(number) => onChange(number, path)}
      unit={words.units?.[wordPath(path)]}
      min={shape.least}
      max={shape.most}
      disabled={readOnly}
    />
  )
}

export function FlagControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'flag'>>) {
  const { words, readOnly } = useForm()
  if (shape.hint.control !== 'either')
    return <Switch label={label} checked={value === true} onChange={(on) => onChange(on, path)} disabled={readOnly} />
  return (
    <Choose
      choices={choicesAt(words, path, ['true', 'false'])}
      value={String(value)}
      onChange={(next) => onChange(next === 'true', path)}
      label={label}
      disabled={readOnly}
    />
  )
}

export function ChoiceControl({ shape, path, value, onChange, label }: ControlProps<ShapeOf<'choice'>>) {
  const { words, readOnly } = useForm()
  return (
    <Choose
      choices={choicesAt(words, path, shape.of)}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => onChange(next, path)}
      label={label}
      disabled={readOnly}
    />
  )
}

const A_NUMBER = 'number'

export function ChoiceOrNumberControl(props: ControlProps<ShapeOf<'choice-or-number'>>) {
  const { shape, path, value, onChange, label } = props
  const { words, readOnly } = useForm()
  const t = useMessages(formMessages)
  const isWord = typeof value === 'string'
  return (
    <div className="flex flex-col gap-2">
      <Choose
        choices={[...choicesAt(words, path, shape.of), { value: A_NUMBER, label: t('number') }]}
        value={isWord ? value : A_NUMBER}
        onChange={(next) => onChange(next === A_NUMBER ? (shape.least ?? 1) : next, path)}
        label={label}
        disabled={readOnly}
      />
      {!isWord && <NumberControl {...props} shape={{ ...shape, kind: 'number' }} />}
    </div>
  )
}
