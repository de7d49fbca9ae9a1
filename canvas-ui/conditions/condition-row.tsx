import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RuleProps } from 'react-querybuilder'
import { fieldWords, OPERATOR_WORDS } from '../../engine/core/rules/rule.locale.ts'
import { Combobox } from '../kit/combobox.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Select } from '../kit/select.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { changedLeaf, type LeafDraft, newEvents, operatorsFor, valueKindOf } from './draft.ts'
import { EventRow } from './event-row.tsx'
import type { ConditionField } from './fields.ts'
import { conditionMessages } from './locale.ts'
import { type Offer, useOffer } from './offer.tsx'
import type { QueryRule } from './query.ts'
import { ValueEditor } from './value-editor.tsx'

/** What stands for “something done” among the fields. */
const DONE = 'done'

/** A field that is not offered is asked by a rule all the same: its type is told by what is asked. */
function fieldOf(leaf: LeafDraft, { fields }: Offer, label: string): ConditionField {
  const offered = fields.find((field) => field.name === leaf.field)
  if (offered) return offered
  const kind = valueKindOf(leaf.op)
  const type = kind === 'number' || kind === 'pair' ? 'number' : kind === 'day' || kind === 'duration' ? 'date' : 'text'
  return { name: leaf.field, label, group: '', type, samples: [] }
}

/** One condition on one line: field, operator, value, and a way to be rid of it. */
export function ConditionRow({ rule, path, actions }: RuleProps) {
  const t = useMessages(conditionMessages)
  const language = useLanguage()
  const offer = useOffer()
  const { value: draft } = rule as QueryRule // rules come from `queryOf` and from here
  const change = (value: QueryRule['value']) => actions.onPropChange('value', value, path)
  const isEvents = 'events' in draft
  const field = isEvents ? undefined : fieldOf(draft, offer, fieldWords(draft.field, language))

  const choose = (name: string) => {
    if (name === DONE) return change(newEvents())
    const next = offer.fields.find((each) => each.name === name)
    if (!next) return
    const before = isEvents ? undefined : draft
    const [first = 'eq', ...others] = operatorsFor(next.type, { inFilter: offer.inFilter })
    const op = before && others.includes(before.op) ? before.op : first
    change(changedLeaf(before, { field: next.name, op, type: next.type }))
  }
  const choices = [
    ...offer.fields.map(({ name, label, group }) => ({ value: name, label, group })),
    ...(offer.events ? [{ value: DONE, label: t('didEvent'), group: t('behaviour') }] : []),
    ...(field && field.name !== '' && !offer.fields.includes(field)
      ? [{ value: field.name, label: field.label, group: '' }]
      : []),
  ]
  const chooser: ReactNode = (
    <Combobox
      size="dense"
      className="w-[32%] min-w-20 max-w-32 shrink-0"
      aria-label={t('field')}
      placeholder={t('chooseField')}
      choices={choices}
      value={isEvents ? DONE : draft.field || null}
      onChange={choose}
    />
  )
  const remove = (
    <IconButton
      size="dense"
      icon={X}
      label={t('removeCondition')}
      className="ml-auto"
      onClick={() => actions.onRuleRemove(path)}
    />
  )
  if ('events' in draft)
    return (
      <EventRow chooser={chooser} remove={remove} events={draft.events} onChange={(events) => change({ events })} />
    )
  const had = draft.field === '' ? {} : { had: draft.op }
  return (
    <div className="flex min-h-7 items-center gap-1">
      {chooser}
      {field && draft.field !== '' && (
        <>
          <Select
            size="dense"
            className="w-[21%] min-w-13 max-w-24 shrink-0"
            aria-label={t('operator')}
            choices={operatorsFor(field.type, { ...had, inFilter: offer.inFilter }).map((op) => ({
              value: op,
              label: OPERATOR_WORDS[language][op],
            }))}
            value={draft.op}
            onChange={(op) => change(changedLeaf(draft, { field: field.name, op, type: field.type }))}
          />
          <ValueEditor
            op={draft.op}
            type={field.type}
            samples={field.samples}
            value={draft.value}
            onChange={(value) =>
              change({ field: draft.field, op: draft.op, ...(value === undefined ? {} : { value }) })
            }
          />
        </>
      )}
      {remove}
    </div>
  )
}
