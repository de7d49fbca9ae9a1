const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Whether an event presses `keys`, such as `Mod+Shift+Z`. `Mod` is Ctrl, on a Mac Command. Signs such as `?` may need Shift. */
export function presses(event: Pressed, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) || '+'
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    (isSign || event.shiftKey === parts.includes('Shift'))
  )
}

/** Keys as they are written on screen: `Ctrl Shift Z`, on a Mac `⌘ ⇧ Z`. */
export const written = (keys: string): string =>
  (keys === '+' ? ['+'] : keys.split('+'))
    .map((part) => (part === 'Mod' ? (MAC ? '⌘' : 'Ctrl') : part === 'Shift' && MAC ? '⇧' : part))
    .join(' ')
