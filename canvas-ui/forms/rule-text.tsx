import { Rule } from '../../engine/core/rules/rule.ts'
import { wordsIn } from '../canvas/words.ts'
import { useLanguage } from '../locale/language.ts'
import type { ConditionsProps } from './form-context.ts'

/** A rule to read, where nothing is there to edit it with. */
export function RuleText({ value }: ConditionsProps) {
  const language = useLanguage()
  const rule = Rule.safeParse(value)
  return (
    <p className="rounded-control bg-surface-2 px-2 py-1.5 text-body text-ink">
      {rule.success ? wordsIn(language).rule(rule.data) : '—'}
    </p>
  )
}
