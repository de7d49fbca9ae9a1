import type { RuleGroupType, RuleType } from 'react-querybuilder'
import type { DraftRule, EventDraft, LeafDraft } from './draft.ts'

/** A condition as the builder's library holds it: all that it is stands in `value`. */
export interface QueryRule extends RuleType {
  readonly value: LeafDraft | { readonly events: EventDraft }
}

/** A group of the builder's library. */
export interface QueryGroup extends RuleGroupType<QueryRule> {
  /** It stands for its one rule alone, because the library knows no rule without a group, and no negation of one. */
  alone?: boolean
}

const condition = (value: QueryRule['value'], newId: () => string): QueryRule => ({
  id: newId(),
  field: 'condition',
  operator: 'is',
  value,
})

/** What the library shows of a draft. `draftOf` gives the same draft back. */
export function queryOf(draft: DraftRule, newId: () => string): QueryGroup {
  if ('not' in draft) {
    const inside = queryOf(draft.not, newId)
    // A second negation needs a group of its own.
    return inside.not
      ? { id: newId(), combinator: 'and', not: true, alone: true, rules: [inside] }
      : { ...inside, not: true }
  }
  if ('all' in draft)
    return { id: newId(), combinator: 'and', not: false, rules: draft.all.map((d) => partOf(d, newId)) }
  if ('any' in draft)
    return { id: newId(), combinator: 'or', not: false, rules: draft.any.map((d) => partOf(d, newId)) }
  return { id: newId(), combinator: 'and', not: false, alone: true, rules: [condition(draft, newId)] }
}

const partOf = (draft: DraftRule, newId: () => string): QueryRule | QueryGroup =>
  'field' in draft || 'events' in draft ? condition(draft, newId) : queryOf(draft, newId)

/** What a group of the library says. One that stood for one rule alone is an ordinary group as soon as it has others. */
export function draftOf(group: QueryGroup): DraftRule {
  const parts = group.rules.map((part) => ('rules' in part ? draftOf(part) : part.value))
  const [only] = parts
  const inside =
    group.alone && only && parts.length === 1 ? only : group.combinator === 'or' ? { any: parts } : { all: parts }
  return group.not ? { not: inside } : inside
}
