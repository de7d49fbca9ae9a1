import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { SEGMENT_ENTERED, SEGMENT_LEFT } from '../../engine/core/journey/own-events.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import type { KnownField } from '../conditions/fields.ts'
import type { Catalogue } from '../forms/form-context.ts'
import { Button } from '../kit/button.tsx'
import { Combobox } from '../kit/combobox.tsx'
import { Field } from '../kit/field.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Input } from '../kit/input.tsx'
import { useMessages } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'
import { ValueInput } from './value-input.tsx'

/** Properties are told by their path: `order.city` is the property `city` of `order`. */
function propertiesOf(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  const properties: JsonObject = {}
  for (const [path, value] of Object.entries(values)) {
    if (value === undefined || path === '') continue
    const keys = path.split('.')
    const last = keys.pop() ?? path
    let into = properties
    for (const key of keys) {
      const inner = Object.hasOwn(into, key) ? into[key] : undefined
      const next: JsonObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
      into[key] = next
      into = next
    }
    into[last] = value
  }
  return properties
}

/** What a segment's rule decides, which is not judged here. */
const CROSSINGS: ReadonlySet<string> = new Set([SEGMENT_ENTERED, SEGMENT_LEFT])

/** An event to let happen: its name, and its properties as they were seen before. */
export function EventForm({
  heard,
  catalogue,
  onPost,
}: {
  /** Events the journey waits for, those that begin it first. */
  heard: readonly string[]
  catalogue: Catalogue
  onPost: (event: string, properties: JsonObject) => void
}) {
  const t = useMessages(simulateMessages)
  const [event, setEvent] = useState(heard[0] ?? null)
  const [values, setValues] = useState<Readonly<Record<string, Json | undefined>>>({})
  const [own, setOwn] = useState<readonly string[]>([])
  const known = catalogue.events.find(({ name }) => name === event)?.properties ?? []
  const names = [...new Set([...heard, ...catalogue.events.map(({ name }) => name), ...(event ? [event] : [])])]
  const set = (name: string, value: Json | undefined) => setValues({ ...values, [name]: value })
  return (
    <form
      aria-label={t('post')}
      className="flex flex-col gap-3"
      onSubmit={(submit) => {
        submit.preventDefault()
        if (event) onPost(event, propertiesOf(values))
      }}
    >
      <Field label={t('event')} help={event && CROSSINGS.has(event) ? t('crossedByHand') : undefined}>
        <Combobox
          placeholder={t('chooseEvent')}
          choices={names.map((name) => ({ value: name, label: name }))}
          onCreate={{ label: (text) => t('useEvent', { text }), take: setEvent }}
          value={event}
          onChange={setEvent}
        />
      </Field>
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1.5 font-medium text-ink-2 text-secondary">{t('properties')}</legend>
        {known.length + own.length === 0 && <p className="text-ink-3 text-secondary">{t('noProperties')}</p>}
        {known.map((field) => (
          <PropertyRow key={field.name} field={field} value={values[field.name]} onChange={(v) => set(field.name, v)} />
        ))}
        {own.map((name, i) => (
          <div key={i} className="flex items-center gap-2">
            <Input
              size="dense"
              className="w-28"
              aria-label={t('property')}
              placeholder={t('property')}
              value={name}
              onChange={(typed) => {
                const { [name]: value, ...others } = values
                setValues({ ...others, [typed]: value })
                setOwn(own.with(i, typed))
              }}
            />
            <span className="min-w-0 flex-1">
              <ValueInput
                field={{ type: 'text', samples: [] }}
                label={t('value')}
                value={values[name]}
                onChange={(value) => set(name, asTyped(value))}
              />
            </span>
            <IconButton
              icon={X}
              label={t('removeProperty')}
              size="dense"
              onClick={() => {
                set(name, undefined)
                setOwn(own.filter((_, at) => at !== i))
              }}
            />
          </div>
        ))}
        <Button look="link" size="dense" icon={Plus} className="self-start" onClick={() => setOwn([...own, ''])}>
          {t('addProperty')}
        </Button>
      </fieldset>
      <Button type="submit" look="primary" disabled={!event} className="self-end">
        {t('postIt')}
      </Button>
    </form>
  )
}

/** Of a property that was never seen the type is told by what is typed. */
function asTyped(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value
  if (value === 'true' || value === 'false') return value === 'true'
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

function PropertyRow({
  field,
  value,
  onChange,
}: {
  field: KnownField
  value: Json | undefined
  onChange: (value: Json | undefined) => void
}) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-28 truncate text-ink-2 text-secondary" title={field.name}>
        {field.name}
      </span>
      <span className="min-w-0 flex-1">
        <ValueInput field={field} label={field.name} value={value} onChange={onChange} />
      </span>
    </div>
  )
}
