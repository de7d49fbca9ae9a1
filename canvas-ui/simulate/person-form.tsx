import { Dices } from 'lucide-react'
import { useState } from 'react'
import { BUDGET_NAMES } from '../../engine/core/budgets/budgets.locale.ts'
import type { BlockReason, Channel, Purpose, SetKind } from '../../engine/core/journey/facts.ts'
import { reasonWords } from '../../engine/core/journey/reasons.locale.ts'
import type { Delivery } from '../../engine/core/journey/rehearsal.ts'
import { attributeWords } from '../../engine/core/rules/rule.locale.ts'
import type { Asked } from '../../engine/core/simulate/asked.ts'
import { type Person, type Reach, stranger } from '../../engine/core/simulate/person.ts'
import type { Catalogue } from '../forms/form-context.ts'
import { Combobox, MultiCombobox } from '../kit/combobox.tsx'
import { Field } from '../kit/field.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { NumberInput } from '../kit/number-input.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { Select } from '../kit/select.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'
import { ReplyForm } from './reply-form.tsx'
import { ValueInput } from './value-input.tsx'

/** Somebody of whom nothing is known, with a number of their own. */
export const nobody = (): Person => stranger(anyNumber())

const anyNumber = () => 1 + Math.floor(Math.random() * 999_999)

/** Members to simulate with, as the workspace finds and copies them. */
export interface RealMembers {
  /** Those who are found by what was typed. */
  readonly useFound: (search: string) => readonly { readonly id: string; readonly name: string }[]
  /** Rejects with a text for the reader. */
  copy(member: string): Promise<Person>
}

/** Who is simulated: made up, or a copy of somebody; everything the journey asks of them can be changed. */
export function PersonForm({
  asked,
  person,
  catalogue,
  members,
  onChange,
}: {
  asked: Asked
  person: Person
  catalogue: Catalogue
  /** Absent where members may not be read. */
  members: RealMembers | undefined
  onChange: (person: Person) => void
}) {
  const t = useMessages(simulateMessages)
  const language = useLanguage()
  const [whence, setWhence] = useState<'madeUp' | 'real'>('madeUp')
  const known = new Map(catalogue.attributes.map((field) => [field.name, field]))
  const setName = (of: SetKind, key: string) => {
    const name = (of === 'group' ? catalogue.groups : catalogue.segments).find((one) => one.key === key)?.name ?? key
    return of === 'segment-set' ? t('asComputed', { name }) : name
  }
  const asksNothing =
    asked.attributes.length + asked.tags.length + asked.points.length + asked.channels.length + asked.sets.length === 0
  return (
    <section aria-label={t('member')} className="flex flex-col gap-4 p-4">
      <h2 className="font-semibold text-ink text-title">{t('member')}</h2>
      {members && (
        <Segmented
          wide
          aria-label={t('member')}
          choices={[
            { value: 'madeUp', label: t('madeUp') },
            { value: 'real', label: t('real') },
          ]}
          value={whence}
          onChange={(next) => {
            setWhence(next)
            if (next === 'madeUp') onChange(nobody())
          }}
        />
      )}
      {members && whence === 'real' && <MemberPicker members={members} onPick={onChange} />}
      <div className="text-ink-3 text-secondary">{t(asksNothing ? 'asksNothing' : 'asks')}</div>
      {asked.attributes.map((name) => (
        <Field key={name} label={attributeWords(name, language)}>
          <ValueInput
            field={known.get(name) ?? { type: 'text', samples: [] }}
            value={person.attributes[name]}
            onChange={(value) => {
              const { [name]: _, ...others } = person.attributes
              onChange({ ...person, attributes: value === undefined ? others : { ...others, [name]: value } })
            }}
          />
        </Field>
      ))}
      {asked.tags.length > 0 && (
        <Field label={t('tags')}>
          <MultiCombobox
            placeholder={t('hasTags')}
            choices={[...new Set([...asked.tags, ...Object.keys(person.tags)])].map((tag) => ({
              value: tag,
              label: tag,
            }))}
            values={Object.keys(person.tags)}
            onChange={(tags) =>
              onChange({ ...person, tags: Object.fromEntries(tags.map((tag) => [tag, person.tags[tag] ?? null])) })
            }
          />
        </Field>
      )}
      {asked.sets.length > 0 && (
        <Field label={t('sets')}>
          <MultiCombobox
            placeholder={t('inSets')}
            choices={asked.sets.map(({ of, key }) => ({ value: `${of}/${key}`, label: setName(of, key) }))}
            values={Object.entries(person.sets ?? {}).flatMap(([set, holds]) => (holds ? [set] : []))}
            onChange={(sets) => onChange({ ...person, sets: Object.fromEntries(sets.map((set) => [set, true])) })}
          />
        </Field>
      )}
      {asked.points.map((account) => (
        <Field key={account} label={t(account)}>
          <NumberInput
            size="dense"
            value={person.points[account]}
            onChange={(amount) => onChange({ ...person, points: { ...person.points, [account]: amount ?? 0 } })}
          />
        </Field>
      ))}
      {asked.channels.map(({ channel, purposes }) => (
        <Field key={channel} label={t(channel)}>
          <ReachSelect
            channel={channel}
            purposes={purposes}
            reach={person.reach}
            onChange={(reach) => onChange({ ...person, reach })}
          />
        </Field>
      ))}
      {asked.budgets.map(({ of, most }) => (
        <Field key={of} label={t('budget', { name: BUDGET_NAMES[language][of] })}>
          <Segmented
            wide
            aria-label={t('budget', { name: BUDGET_NAMES[language][of] })}
            choices={[
              { value: 'left', label: t('budgetLeft') },
              { value: 'spent', label: t('budgetSpent') },
            ]}
            value={person.spent?.[of] ? 'spent' : 'left'}
            onChange={(next) => onChange({ ...person, spent: { ...person.spent, [of]: next === 'spent' ? most : 0 } })}
          />
        </Field>
      ))}
      {asked.counters.map(({ key, nodes }) => (
        <Field key={key} label={t('taken', { nodes: nodes.join(language === 'en' ? ', ' : '、') })}>
          <NumberInput
            size="dense"
            min={0}
            value={person.taken?.[key] ?? 0}
            onChange={(places) => onChange({ ...person, taken: { ...person.taken, [key]: Math.max(0, places ?? 0) } })}
          />
        </Field>
      ))}
      {asked.replies.map((one) => (
        <ReplyForm
          key={one.node.id}
          asked={one}
          reply={person.replies?.[one.node.id]}
          onChange={(reply) => onChange({ ...person, replies: { ...person.replies, [one.node.id]: reply } })}
        />
      ))}
      {asked.draws && whence === 'madeUp' && (
        <Field label={t('draw')}>
          <div className="flex items-center gap-2 text-ink">
            <span className="flex-1 tabular-nums">{t('drawNumber', { member: String(person.member) })}</span>
            <IconButton
              framed
              icon={Dices}
              label={t('drawAgain')}
              onClick={() => onChange({ ...person, member: anyNumber() })}
            />
          </div>
        </Field>
      )}
    </section>
  )
}

function MemberPicker({ members, onPick }: { members: RealMembers; onPick: (person: Person) => void }) {
  const t = useMessages(simulateMessages)
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string }>()
  const [fault, setFault] = useState<string>()
  const found = members.useFound(search)
  const offered = [...found, ...(picked && !found.some(({ id }) => id === picked.id) ? [picked] : [])]
  return (
    <Field label={t('member')} hideLabel help={t('copied')} error={fault}>
      <Combobox
        placeholder={t('chooseMember')}
        searchPlaceholder={t('findMember')}
        onSearch={setSearch}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={picked?.id ?? null}
        onChange={async (member) => {
          setPicked(offered.find(({ id }) => id === member))
          try {
            onPick(await members.copy(member))
            setFault(undefined)
          } catch (error) {
            setFault(error instanceof Error ? error.message : t('copyFailed'))
          }
        }}
      />
    </Field>
  )
}

const BLOCKS: Readonly<Record<Channel, readonly BlockReason[]>> = {
  inbox: ['opted-out', 'member-closed'],
  email: ['no-consent', 'opted-out', 'no-address', 'bad-address', 'suppressed', 'member-closed'],
}

function ReachSelect({
  channel,
  purposes,
  reach,
  onChange,
}: {
  channel: Channel
  purposes: readonly Purpose[]
  reach: Person['reach']
  onChange: (reach: Reach) => void
}) {
  const t = useMessages(simulateMessages)
  const language = useLanguage()
  const first = purposes[0]
  const chosen: Delivery = (first && reach[`${channel}/${first}`]) ?? 'arrives'
  const choices: readonly Delivery[] = [...new Set<Delivery>(['arrives', 'fails', ...BLOCKS[channel], chosen])]
  const wordOf = (delivery: Delivery) =>
    delivery === 'arrives' || delivery === 'fails' ? t(delivery) : reasonWords(delivery, language)
  return (
    <Select
      size="dense"
      className="w-full"
      choices={choices.map((delivery) => ({ value: delivery, label: wordOf(delivery) }))}
      value={chosen}
      onChange={(delivery) => {
        const changed = Object.fromEntries(purposes.map((purpose) => [`${channel}/${purpose}`, delivery]))
        onChange({ ...reach, ...changed })
      }}
    />
  )
}
