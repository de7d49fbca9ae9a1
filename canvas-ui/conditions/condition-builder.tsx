import { type ReactNode, useMemo } from 'react'
import { Conditions } from './conditions.tsx'
import type { DraftRule } from './draft.ts'
import type { ConditionEvent, ConditionField } from './fields.ts'

/**
 * Builds a rule row by row: 全部满足 / 任一满足 first, groups inside groups, values by the type of their field. It holds nothing:
 * `value` is the draft as it was told last, `completeRule` makes the rule of it. Without `events` nothing done can be asked.
 * Each builder brings react-querybuilder along: load it lazily.
 */
export function ConditionBuilder({
  value,
  onChange,
  fields,
  events,
  count,
}: {
  value: DraftRule
  onChange: (draft: DraftRule) => void
  fields: readonly ConditionField[]
  events?: readonly ConditionEvent[] | undefined
  /** Under the last row: how many it holds for. */
  count?: ReactNode
}) {
  const offer = useMemo(() => ({ fields, events, inFilter: false }), [fields, events])
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="rounded-card border border-border bg-surface-2 p-2">
        <Conditions value={value} onChange={onChange} offer={offer} />
      </div>
      {count}
    </div>
  )
}
