import { eventWords } from '../../engine/core/journey/own-events.locale.ts'
import { Combobox } from '../kit/combobox.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { type ControlProps, entryProperties, type ShapeOf, useForm } from './form-context.ts'
import { formMessages } from './locale.ts'

type TextProps = ControlProps<ShapeOf<'text'>>
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** A name: one that was seen, or one that is yet to come. */
function NewOrSeen({
  names,
  path,
  value,
  onChange,
  label,
}: TextProps & { names: readonly { readonly name: string; readonly label?: string }[] }) {
  const { readOnly } = useForm()
  const t = useMessages(formMessages)
  return (
    <Combobox
      aria-label={label}
      choices={names.map((seen) => ({ value: seen.name, label: seen.label ?? seen.name }))}
      value={textOf(value)}
      onChange={(name) => onChange(name, path)}
      onCreate={{ label: (text) => t('takeNew', { text }), take: (text) => onChange(text, path) }}
      disabled={readOnly}
    />
  )
}

/** The name of an event: what a member did, or what Waymark itself raised about one. */
export function EventControl(props: TextProps) {
  const { catalogue } = useForm()
  const language = useLanguage()
  return (
    <NewOrSeen {...props} names={catalogue.events.map(({ name }) => ({ name, label: eventWords(name, language) }))} />
  )
}

/** An attribute of members. */
export const AttributeControl = (props: TextProps) => <NewOrSeen {...props} names={useForm().catalogue.attributes} />

const EVENT = 'event.'

/** A property of the event that began the journey, kept as `event.<property>`. */
export function EventPropertyControl({ path, value, onChange, label }: TextProps) {
  const form = useForm()
  const t = useMessages(formMessages)
  const take = (name: string) => onChange(name.startsWith(EVENT) ? name : EVENT + name, path)
  return (
    <Combobox
      aria-label={label}
      choices={entryProperties(form).map(({ name }) => ({ value: EVENT + name, label: name }))}
      value={textOf(value)}
      onChange={(name) => onChange(name, path)}
      onCreate={{ label: (text) => t('takeNew', { text }), take }}
      disabled={form.readOnly}
    />
  )
}

export function AccountControl({ shape, path, value, onChange, label }: TextProps) {
  const { catalogue, readOnly } = useForm()
  const accounts = catalogue.accounts.filter(({ channel }) => !shape.hint.channel || channel === shape.hint.channel)
  return (
    <Combobox
      aria-label={label}
      choices={accounts.map(({ key }) => ({ value: key, label: key }))}
      value={textOf(value)}
      onChange={(key) => onChange(key, path)}
      disabled={readOnly}
    />
  )
}

/** A journey that takes calls. */
export function JourneyControl({ path, value, onChange, label }: TextProps) {
  const { catalogue, readOnly } = useForm()
  return (
    <Combobox
      aria-label={label}
      choices={catalogue.journeys.map(({ key, name }) => ({ value: key, label: name }))}
      value={textOf(value)}
      onChange={(key) => onChange(key, path)}
      disabled={readOnly}
    />
  )
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

export function ZoneControl({ path, value, onChange, label }: TextProps) {
  const { zone, readOnly } = useForm()
  const t = useMessages(formMessages)
  return (
    <Combobox
      aria-label={label}
      choices={[{ value: 'UTC', label: 'UTC' }, ...ZONES]}
      value={textOf(value)}
      onChange={(next) => onChange(next, path)}
      placeholder={zone.replaceAll('_', ' ')}
      searchPlaceholder={t('searchZone')}
      disabled={readOnly}
    />
  )
}
