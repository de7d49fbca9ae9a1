import { FolderPlus, Plus, X } from 'lucide-react'
import { nanoid } from 'nanoid'
import { useId, useMemo, useRef } from 'react'
import QueryBuilder, { RuleGroupBodyComponents, type RuleGroupProps, type UseRuleGroup } from 'react-querybuilder'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useMessages } from '../locale/messages.ts'
import { ConditionRow } from './condition-row.tsx'
import type { DraftRule } from './draft.ts'
import { conditionMessages } from './locale.ts'
import { type ConditionsProps, OfferProvider, useOffer } from './offer.tsx'
import { draftOf, type QueryGroup, queryOf } from './query.ts'

/** Levels of groups that can be added by hand; a rule may have six, event filters included. */
const MOST_LEVELS = 3
/** What the library wants to know of fields; rows choose theirs from the offer. */
const FIELDS = [{ name: 'condition', label: 'condition' }]

type Parts = RuleGroupProps & UseRuleGroup

/** How a group matches: first of all, and where it is nested a way to be rid of it. */
function GroupHead({ path, ruleGroup, onCombinatorChange, onNotToggleChange, removeGroup }: Parts) {
  const t = useMessages(conditionMessages)
  return (
    <>
      <Segmented
        aria-label={t('how')}
        choices={[
          { value: 'and', label: t('all') },
          { value: 'or', label: t('any') },
        ]}
        value={'combinator' in ruleGroup && ruleGroup.combinator === 'or' ? 'or' : 'and'}
        onChange={onCombinatorChange}
      />
      <NotToggle pressed={ruleGroup.not === true} onChange={onNotToggleChange} />
      {path.length > 0 && (
        <IconButton size="dense" icon={X} label={t('removeGroup')} className="ml-auto" onClick={removeGroup} />
      )}
    </>
  )
}

function NotToggle({ pressed, onChange }: { pressed: boolean; onChange: (pressed: boolean) => void }) {
  const t = useMessages(conditionMessages)
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={t('negated')}
      onClick={() => onChange(!pressed)}
      className="h-7 rounded-control px-2 text-ink-3 text-secondary hover:bg-surface-3 aria-pressed:bg-warn-soft aria-pressed:font-medium aria-pressed:text-warn"
    >
      {t('negate')}
    </button>
  )
}

function GroupBody(props: Parts) {
  const t = useMessages(conditionMessages)
  const { inFilter } = useOffer()
  const { path, ruleGroup, addRule, addGroup } = props
  return (
    <>
      {ruleGroup.rules.length === 0 && (
        <p className="text-ink-3 text-secondary">{t(inFilter ? 'emptyFilter' : 'empty')}</p>
      )}
      <RuleGroupBodyComponents {...props} />
      <div className="flex gap-1">
        <Button
          size="dense"
          look="link"
          icon={Plus}
          onClick={(event) => {
            const buttons = event.currentTarget.parentElement
            addRule(event)
            // The new row stands above the buttons: its field is chosen next.
            requestAnimationFrame(() =>
              buttons?.previousElementSibling?.querySelector<HTMLElement>('[role="combobox"]')?.focus(),
            )
          }}
        >
          {t('addCondition')}
        </Button>
        {path.length < MOST_LEVELS - 1 && (
          <Button size="dense" look="ghost" icon={FolderPlus} onClick={addGroup}>
            {t('addGroup')}
          </Button>
        )}
      </div>
    </>
  )
}

const CONTROLS = { rule: ConditionRow, ruleGroupHeaderElements: GroupHead, ruleGroupBodyElements: GroupBody }
const CLASSES = {
  queryBuilder: 'min-w-0',
  ruleGroup:
    'flex min-w-0 flex-col gap-1.5 [&_[data-level]]:border-border [&_[data-level]]:border-l-2 [&_[data-level]]:pl-3',
  header: 'flex items-center gap-1',
  body: 'flex min-w-0 flex-col gap-1.5',
}

/** The rows of a rule. Whoever holds the draft shows it in a frame; `ConditionBuilder` is one. */
export function Conditions({ value, onChange, offer }: ConditionsProps) {
  const id = useId()
  const shown = useMemo(() => ({ ...offer, Nested: Conditions }), [offer])
  // What was told last is shown as it stands, ids included: nobody loses the focus by typing.
  const told = useRef<{ draft: DraftRule; query: QueryGroup }>(undefined)
  const query = useMemo(() => (told.current?.draft === value ? told.current.query : queryOf(value, nanoid)), [value])
  return (
    <OfferProvider value={shown}>
      <QueryBuilder
        qbId={id}
        query={query}
        fields={FIELDS}
        controlElements={CONTROLS}
        controlClassnames={CLASSES}
        suppressStandardClassnames
        enableMountQueryChange={false}
        onAddRule={(rule) => ({ ...rule, id: nanoid(), value: { field: '', op: 'eq' } })}
        onAddGroup={(group) => ({ ...group, id: nanoid(), combinator: 'and', not: false, rules: [] })}
        onQueryChange={(next) => {
          const changed = next as QueryGroup // made by `queryOf`, the rows and the two above
          const draft = draftOf(changed)
          told.current = { draft, query: changed }
          onChange(draft)
        }}
      />
    </OfferProvider>
  )
}
