import type { Messages, Translate } from './messages.ts'

/** The word for a code of the server; a code that has none is its own word. */
export function wordOf<Zh extends Record<string, string>>(t: Translate<Zh>, of: Messages<Zh>, code: string): string {
  const known = Object.hasOwn(of['zh-CN'], code)
  return known ? t(code, ...([] as never)) : code // texts of codes take no arguments
}
