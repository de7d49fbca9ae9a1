import { type Language, useLanguage } from '../locale/language.ts'
import { translator } from '../locale/messages.ts'
import { Problem } from './problem.ts'
import { problemMessages } from './problem-locale.ts'

/** An error as a sentence for who reads it. */
function problemText(error: unknown, language: Language): string {
  const t = translator(problemMessages, language)
  const codes = Object.keys(problemMessages['zh-CN']) as (keyof (typeof problemMessages)['zh-CN'])[] // its own keys
  return t(codes.find((code) => error instanceof Problem && code === error.code) ?? 'other')
}

/** Says errors in the reader's language. */
export function useProblemText(): (error: unknown) => string {
  const language = useLanguage()
  return (error) => problemText(error, language)
}
