import { readFileSync } from 'node:fs'
import { UserError } from '../core/errors.ts'

/** The JSON of a file. Throws a UserError that says what is wrong with the file, and where. */
export function readJson(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, firstFault(text)).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    throw new UserError('file-not-json', `${file} is not JSON: look at line ${before.length}, column ${column}.`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** What to tell of a file that could not be opened. */
export function unreadable(file: string, error: unknown): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'you may not read it' }[code] ?? code
  return new UserError('file-unreadable', `${file} cannot be read: ${why}.`)
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

/** What may come next, by what came: `{` and `[` open, `s` is a text, `v` any other value. */
const AFTER_VALUE = { '{': ',}', '[': ',]', '': '' } as const

/** Where a text stops being JSON: the parser of Node 20 does not say it. */
function firstFault(text: string): number {
  const open: ('{' | '[')[] = []
  const top = () => open.at(-1) ?? ''
  let wanted = '{[sv'
  TOKEN.lastIndex = 0
  for (;;) {
    const from = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    const at = from + (/^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0)
    if (!token) return at
    const kind = token[1] ?? (token[2] === undefined ? 'v' : 's')
    if (!wanted.includes(kind)) return at
    if (kind === '{' || kind === '[') {
      open.push(kind)
      wanted = kind === '{' ? 's}' : '{[sv]'
    } else if (kind === ',') wanted = top() === '{' ? 's' : '{[sv'
    else if (kind === ':') wanted = '{[sv'
    else if (kind === 's' && top() === '{' && !wanted.includes('v')) wanted = ':'
    else {
      if (kind === '}' || kind === ']') open.pop()
      wanted = AFTER_VALUE[top()]
    }
  }
}
