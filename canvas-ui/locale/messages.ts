import { IntlMessageFormat } from 'intl-messageformat'
import { useMemo } from 'react'
import { type Language, useLanguage } from './language.ts'

/** Texts of one part of the screen in both languages, in ICU's syntax. Chinese texts hold plain arguments only: they give the types. */
export interface Messages<Zh extends Record<string, string>> {
  readonly 'zh-CN': Zh
  readonly en: { readonly [K in keyof Zh]: string }
}

/** Makes TypeScript keep the Chinese texts letter by letter, and ask for the same keys in English. */
export const messages = <const Zh extends Record<string, string>>(
  zh: Zh,
  en: { readonly [K in keyof Zh]: string },
): Messages<Zh> => ({ 'zh-CN': zh, en })

type Argument<Inside extends string> = Inside extends `${infer Name}, ${'number' | 'plural'}${string}`
  ? { readonly [K in Name]: number }
  : { readonly [K in Inside]: string | number }
type ArgumentsIn<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? Argument<Inside> & ArgumentsIn<Rest>
  : unknown
/** What a text needs: nothing, or one object that names every argument of the Chinese text. */
type Needs<Text extends string> = unknown extends ArgumentsIn<Text> ? [] : [values: ArgumentsIn<Text>]

export type Translate<Zh extends Record<string, string>> = <K extends keyof Zh & string>(
  key: K,
  ...values: Needs<Zh[K]>
) => string

const formats = new Map<string, IntlMessageFormat>()

function format(language: Language, text: string, values: Record<string, string | number> | undefined): string {
  if (!text.includes('{') && !text.includes("'")) return text
  const key = `${language} ${text}`
  let parsed = formats.get(key)
  if (!parsed) {
    parsed = new IntlMessageFormat(text, language)
    formats.set(key, parsed)
  }
  return String(parsed.format(values))
}

/** The texts in one language, as a function of key and arguments. */
export const translator =
  <Zh extends Record<string, string>>(of: Messages<Zh>, language: Language): Translate<Zh> =>
  (key, ...[values]) =>
    format(language, of[language][key], values as Record<string, string | number> | undefined) // `Needs` checked the arguments

/** The texts in the reader's language. */
export function useMessages<Zh extends Record<string, string>>(of: Messages<Zh>): Translate<Zh> {
  const language = useLanguage()
  return useMemo(() => translator(of, language), [of, language])
}
