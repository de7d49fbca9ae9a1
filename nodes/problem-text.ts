import { problemText } from '../engine/core/journey/problems.locale.ts'
import type { Problem } from '../engine/core/journey/problems.ts'
import { locales } from './locales.ts'

/** The sentence of a problem, with what a node says of its own settings. `language` is a BCP 47 tag: all but Chinese get English. */
export function problemWords(problem: Problem, language: string): string {
  const { type, code, ...params } = problem.params
  const locale = locales.get(String(type))?.[language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en']
  const own = problem.code === 'node-settings' ? locale?.problems[String(code)] : undefined
  if (own === undefined) return problemText(problem, language)
  return own.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
}
