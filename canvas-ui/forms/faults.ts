import type { z } from 'zod'
import { problemText } from '../../engine/core/journey/problems.locale.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import type { Json } from '../../engine/core/json.ts'
import { issuesIn } from '../../engine/core/say.ts'
import type { Language } from '../locale/language.ts'
import { type Translate, translator } from '../locale/messages.ts'
import { formMessages } from './locale.ts'

/** What is wrong at a path, as the reader is told. */
export interface Fault {
  /** Dotted, with the numbers of lists; empty for the whole. */
  readonly path: string
  readonly text: string
  readonly severity: 'error' | 'warning'
}

type Say = Translate<(typeof formMessages)['zh-CN']>

/** What the schema has against the settings as they are now, and what the compiler found in them beyond it. */
export function faultsIn(
  schema: z.ZodType,
  settings: Json,
  problems: readonly Problem[],
  language: Language,
): readonly Fault[] {
  const t = translator(formMessages, language)
  const own = issuesIn(language, schema, settings).map((issue) => ({
    path: issue.path.map(String).join('.'),
    text: sentenceOf(issue, valueAt(settings, issue.path), t),
    severity: 'error' as const,
  }))
  const found = problems
    .filter((problem) => problem.code !== 'settings-invalid')
    .map((problem) => ({
      path: problem.field ?? '',
      text: problemText(problem, language),
      severity: problem.severity,
    }))
  return [...own, ...found]
}

/** The first fault at the path itself, or with `below` at anything under it too. */
export function faultAt(faults: readonly Fault[], path: string, { below }: { below: boolean }): Fault | undefined {
  return faults.find((fault) => fault.path === path || (below && fault.path.startsWith(`${path}.`)))
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

/** What is left out is asked for; a limit that is passed is named; of the rest the schema has a sentence itself. */
function sentenceOf(issue: z.core.$ZodIssue, value: unknown, t: Say): string {
  if (value === undefined || value === null || value === '') return t('required')
  if (Array.isArray(value)) {
    if (issue.code === 'too_small')
      return value.length === 0 ? t('requiredOne') : t('atLeastItems', { least: Number(issue.minimum) })
    if (issue.code === 'too_big') return t('atMostItems', { most: Number(issue.maximum) })
  }
  // Of a rule the schema can only name the place by numbers; the row that lacks something is seen.
  if (issue.code === 'invalid_union' && typeof value === 'object') return t('incomplete')
  if (typeof value === 'string' && issue.code === 'too_big') return t('tooLong', { most: Number(issue.maximum) })
  if (typeof value === 'string' && issue.code === 'too_small') return t('required')
  if (typeof value === 'number') {
    if (issue.code === 'invalid_type' && issue.expected === 'int') return t('wholeNumber')
    if (issue.code === 'too_small')
      return issue.inclusive
        ? t('atLeast', { least: Number(issue.minimum) })
        : t('above', { least: Number(issue.minimum) })
    if (issue.code === 'too_big') return t('atMost', { most: Number(issue.maximum) })
  }
  return issue.message
}
