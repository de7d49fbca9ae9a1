import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'

/** As the server takes it. */
export const isKey = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

interface NameAndKeyProps {
  readonly name: string
  readonly keyOf: string
  readonly isNew: boolean
  readonly isNameFixed?: boolean
  readonly t: (text: 'name' | 'key' | 'keyHelp' | 'keyNeeded') => string
  readonly onName: (name: string) => void
  readonly onKey: (key: string) => void
}

/** What a segment or a group is called, by people and by journeys: the key stays once it is saved. */
export function NameAndKey({ name, keyOf, isNew, isNameFixed, t, onName, onKey }: NameAndKeyProps) {
  const isBad = isNew && keyOf !== '' && !isKey(keyOf)
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field label={t('name')}>
        <Input value={name} maxLength={80} disabled={isNameFixed} onChange={onName} />
      </Field>
      <Field label={t('key')} help={isBad ? undefined : t('keyHelp')} error={isBad ? t('keyNeeded') : undefined}>
        <Input value={keyOf} maxLength={64} disabled={!isNew} onChange={onKey} />
      </Field>
    </div>
  )
}
