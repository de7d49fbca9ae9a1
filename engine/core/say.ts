import type { z } from 'zod'
import { en, zhCN } from 'zod/locales'

/** The languages that people are spoken to in. */
export type Language = 'en' | 'zh-CN'

const OF_ZOD = { en: en().localeError, 'zh-CN': zhCN().localeError }

/** What schemas speak now: they answer at once, so that no two are asked in different languages at a time. */
let spoken: Language = 'en'

/** The sentence in the language that is asked for. */
export const sentence = (en: string, zh: string): string => (spoken === 'en' ? en : zh)

/** What a check of a schema says of a value that it refuses, in both languages. */
export const say = (en: string, zh: string): { error: () => string } => ({ error: () => sentence(en, zh) })

/** What a schema has against an input, told in a language: by `say` where a check has its own sentence, else by zod. */
export function issuesIn(language: Language, schema: z.ZodType, input: unknown): readonly z.core.$ZodIssue[] {
  spoken = language
  try {
    // zod words its issues when they are first read.
    return schema.safeParse(input, { error: OF_ZOD[language] }).error?.issues ?? []
  } finally {
    spoken = 'en'
  }
}
