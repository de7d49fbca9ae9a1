import { describe, expect, it, vi } from 'vitest'

// The reader's language is looked up as texts are imported; here both are read.
vi.stubGlobal('localStorage', { getItem: () => 'zh-CN' })
vi.stubGlobal('document', { documentElement: {} })
const { problemMessages } = await import('./problem-locale.ts')

/** The server's source, without what only commands and set-up run. */
const sources = import.meta.glob<string>(
  ['../../engine/{access,api,core,loyalty,members,reach,runtime,store}/**/*.ts', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)
const own = sources['../../engine/api/problems.ts'] ?? ''

/** What each match of a pattern holds in its first group, in all files. */
const all = (pattern: RegExp, among = Object.values(sources)) =>
  new Set(among.flatMap((source) => [...source.matchAll(pattern)].map(([, found = '']) => found)))

/** Codes of errors that routes cannot meet: they are for whoever types a command, imports a file, or starts a server. */
const OF_COMMANDS = [
  ...['account-invalid', 'channel-unknown', 'clock-goes-on', 'clock-not-wound', 'not-settled'],
  ...['database-foreign', 'database-newer', 'migration-failed', 'owner-email', 'owner-password', 'secret-short'],
  ...['import-column', 'import-overtaken'],
]

describe('a problem of the server', () => {
  const errors = all(/new UserError\(\s*'([\w-]+)'/g)
  const problems = all(/^ {2}'?([\w-]+)'?: \[\d{3}, /gm, [own])

  it('is named by a code that stands in the source', () => {
    expect(errors.size).toBeGreaterThan(20)
    expect(problems.size).toBe(own.match(/: \[\d{3}, '/g)?.length)
    const named = all(/new (?:UserError|Problem)\(\s*([^\s,]+)/g)
    // The first hands on, in words, what another said; the second is typed to be of the table.
    expect([...named].filter((code) => !code.startsWith("'"))).toEqual(['error.code', expect.stringContaining('-used')])
  })

  it('is said in both languages, whatever its code', () => {
    for (const texts of Object.values(problemMessages)) {
      const silent = [...errors, ...problems].filter((code) => !(code in texts) && !OF_COMMANDS.includes(code))
      expect(silent).toEqual([])
    }
  })

  it('is in the list of those of commands only as long as there is one, and no text for it', () => {
    const stale = OF_COMMANDS.filter((code) => !errors.has(code) || code in problemMessages.en)
    expect(stale).toEqual([])
  })
})
