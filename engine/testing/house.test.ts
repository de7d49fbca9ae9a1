import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every file of the project as git sees it: kept, or new and not ignored. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(root + file))
const code = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !/(^|\/)generated\/|\.gen\.ts$/.test(file))
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file)
const nodeTypes = existsSync(`${root}nodes`)
  ? readdirSync(`${root}nodes`, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  : []

/** `file:line` of every line of the files that matches. */
function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) =>
    readFileSync(root + file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  )
}

describe('the house', () => {
  it('has no file over 300 lines', () => {
    const long = code.filter(
      (file) => !/locale\.ts$|\.gen\.ts$/.test(file) && readFileSync(root + file, 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })

  it('names no node type outside nodes/', () => {
    // A type of one word (wait, end) is an ordinary word of the language, so only the others can be searched for.
    const types = nodeTypes.filter((type) => type.includes('-'))
    const outside = code.filter(
      (file) =>
        /^(engine|canvas-ui)\//.test(file) && !isTest(file) && !/\/(templates|demo|seed|fixtures|testing)\//.test(file),
    )
    const found = types.length > 0 ? linesWith(new RegExp(`['"](${types.join('|')})['"]`), outside) : []
    expect(found).toEqual([])
  })

  it.each(nodeTypes)('has all of the node %s', (type) => {
    expect(readdirSync(`${root}nodes/${type}`)).toEqual(
      expect.arrayContaining(['node.ts', 'locale.ts', 'node.test.ts']),
    )
  })

  it('names no registry in its lock file', () => {
    expect(linesWith(/"resolved": "http/, ['package-lock.json'])).toEqual([])
  })

  it('leaves nothing marked as unfinished', () => {
    // Spelt with a bracket, or this file would find itself.
    expect(linesWith(/\b(T[O]DO|FIXM[E])\b/, code)).toEqual([])
  })

  it('keeps clock and chance out of the core', () => {
    const core = code.filter((file) => file.startsWith('engine/core/') && !isTest(file))
    expect(linesWith(/\b(Date\.now|Math\.random|performance\.now)\(|\bnew Date\(\)|\bTemporal\.Now\b/, core)).toEqual(
      [],
    )
  })

  it('names no file for nothing', () => {
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\.tsx?$/.test(file))).toEqual([])
  })
})
