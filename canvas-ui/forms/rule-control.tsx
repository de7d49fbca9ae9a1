import { lazy, Suspense, useMemo } from 'react'
import type { Json } from '../../engine/core/json.ts'
import { Rule } from '../../engine/core/rules/rule.ts'
import { wordsIn } from '../canvas/words.ts'
import type { DraftRule } from '../conditions/draft.ts'
import { conditionEvents, memberFields, triggerFields } from '../conditions/fields.ts'
import { FieldGroupPart } from '../kit/field.tsx'
import { Bone } from '../kit/skeleton.tsx'
import { useLanguage } from '../locale/language.ts'
import { isObject } from './draft.ts'
import { type ControlProps, useForm } from './form-context.ts'

/** The builder brings a library along: it comes when the first rule is shown. */
const Conditions = lazy(async () => ({ default: (await import('../conditions/conditions.tsx')).Conditions }))

/** Conditions over a member, or over the event that stands beside them. */
export function RuleControl({ shape, path, value, onChange, within }: ControlProps) {
  const { catalogue, entryEvents, readOnly } = useForm()
  const language = useLanguage()
  const inFilter = shape.hint.control === 'event-filter'
  const event = inFilter ? within.event : undefined
  const offer = useMemo(() => {
    const fields = inFilter
      ? (conditionEvents(catalogue, language).find((each) => each.name === event)?.properties ?? [])
      : [...memberFields(catalogue, language), ...triggerFields(catalogue, entryEvents, language)]
    return { fields, events: undefined, inFilter }
  }, [catalogue, entryEvents, language, inFilter, event])
  // An item of a list has a frame already, and no room for another.
  const inList = /\.\d+\./.test(path)
  if (readOnly || !isDraft(value)) return <RuleText value={value} />
  return (
    <Suspense fallback={<Bone className="h-20 w-full" />}>
      <div className={inList ? 'min-w-0' : 'rounded-card border border-border bg-surface-2 p-2'}>
        <FieldGroupPart>
          <Conditions value={value} onChange={(draft) => onChange(draft as Json, path)} offer={offer} />
        </FieldGroupPart>
      </div>
    </Suspense>
  )
}

/** Whether the builder can show it: settings from elsewhere may hold anything. */
function isDraft(value: Json | undefined): value is Json & DraftRule {
  if (!isObject(value)) return false
  if ('all' in value) return Array.isArray(value.all) && value.all.every(isDraft)
  if ('any' in value) return Array.isArray(value.any) && value.any.every(isDraft)
  if ('not' in value) return isDraft(value.not)
  return typeof value.field === 'string' && typeof value.op === 'string'
}

function RuleText({ value }: { value: Json | undefined }) {
  const language = useLanguage()
  const rule = Rule.safeParse(value)
  return (
    <p className="rounded-control bg-surface-2 px-2 py-1.5 text-body text-ink">
      {rule.success ? wordsIn(language).rule(rule.data) : '—'}
    </p>
  )
}
