import { useSyncExternalStore } from 'react'
import type { Language } from '../../engine/core/say.ts'

export type { Language }

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

const STORED = 'waymark.language'
const listeners = new Set<() => void>()

/** Chinese unless the reader's browser prefers another language. */
function preferred(): Language {
  const stored = localStorage.getItem(STORED)
  const known = LANGUAGES.find((language) => language === stored)
  if (known) return known
  return navigator.languages[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

let current = preferred()
document.documentElement.lang = current

export const language = (): Language => current

/** Changes the language of the whole page, and remembers it. */
export function speak(next: Language): void {
  current = next
  localStorage.setItem(STORED, next)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)
