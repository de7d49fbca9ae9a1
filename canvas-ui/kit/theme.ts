import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'waymark.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let chosen: Theme = THEMES.find((theme) => theme === localStorage.getItem(STORED)) ?? 'system'

/** Whether what is seen is dark. */
export const isDark = (): boolean => (chosen === 'system' ? dark.matches : chosen === 'dark')

function show(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

/** Chooses how the page looks, and remembers it. */
export function wear(theme: Theme): void {
  chosen = theme
  localStorage.setItem(STORED, theme)
  show()
}

dark.addEventListener('change', show)
show()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen)
