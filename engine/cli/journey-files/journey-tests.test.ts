import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { fileSchemas, SCHEMA_FILES } from '../../core/journey/file-schema.ts'
import { waymarkProgram } from '../program.ts'
import { readJourneyFile, writeJourneyFile } from './files.ts'
import { stableJson } from './stable-json.ts'

/** The journeys of the repository. */
const JOURNEYS = fileURLToPath(new URL('../../../docs/journeys/', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-journeys-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command without a database; answers what it printed and its exit code. */
async function waymark(...args: string[]): Promise<{ out: string; code: unknown }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
  try {
    await waymarkProgram().parseAsync(['journeys', ...args], { from: 'user' })
    return { out: out.mock.calls.map(([text]) => `${text}\n`).join(''), code: process.exitCode ?? 0 }
  } finally {
    process.exitCode = undefined
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}

const copy = (key: string, change: (text: string) => string = (text) => text) => {
  for (const kind of ['journey', 'test'])
    writeFileSync(join(folder, `${key}.${kind}.json`), change(readFileSync(`${JOURNEYS}${key}.${kind}.json`, 'utf8')))
  return join(folder, `${key}.journey.json`)
}

describe('the journeys of the repository', () => {
  const files = readdirSync(JOURNEYS).filter((name) => name.endsWith('.journey.json'))

  it('are ten or more, pass their tests, and have every edge covered', async () => {
    const { out, code } = await waymark('test', JOURNEYS)
    console.log(out)
    expect(code).toBe(0)
    expect(files.length).toBeGreaterThanOrEqual(10)
    expect(out).toMatch(/^(\d+) passed, 0 failed; edges (\d+)\/\2 \(100 %\)$/m)
    expect(out).not.toContain('not covered')
  })

  it.each(files)('are written as pull writes them: %s', (name) => {
    const before = readFileSync(JOURNEYS + name, 'utf8')
    const tests = readFileSync(JOURNEYS + name.replace('.journey.', '.test.'), 'utf8')
    const written = writeJourneyFile(folder, readJourneyFile(JOURNEYS + name).document)
    expect(readFileSync(written, 'utf8')).toBe(before)
    expect(tests).toBe(stableJson(JSON.parse(tests)))
  })

  it('have the JSON Schemas of this program beside them (-u writes them anew)', async () => {
    const schemas = fileSchemas(registry)
    for (const kind of ['journey', 'tests'] as const)
      await expect(stableJson(schemas[kind])).toMatchFileSnapshot(JOURNEYS + SCHEMA_FILES[kind])
  })
})

describe('waymark journeys test', () => {
  it('says where a path parted and why, which edges are not covered, and ends with 1', async () => {
    const file = copy('order-thanks', (text) => text.replaceAll('"value": 1000', '"value": 1001'))
    const { out, code } = await waymark('test', file)
    expect(code).toBe(1)
    expect(out).toContain('✗ 1,000 is a big order')
    expect(out).toMatch(
      /parted after order\.next: expected size\.branch:big, but it went size\.branch:middle \(2026-03-02 10:00\): /,
    )
    expect(out).toContain('effect 1: expected {')
    expect(out).toContain('not covered: triple.granted → thanks')
    expect(out).toMatch(/\d+ passed, 1 failed; edges 5\/7 \(71 %\)\n$/)
  })

  it('answers programs in JSON, for a file of tests too', async () => {
    copy('welcome')
    const { out, code } = await waymark('test', join(folder, 'welcome.test.json'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ failed: 0, edges: 11, covered: 11, journeys: [{ uncovered: [] }] })
  })

  it('counts a journey that cannot be compiled as failed, and says why', async () => {
    const file = copy('birthday', (text) => text.replace('"outcome": "expired"', '"outcome": "late"'))
    const { out, code } = await waymark('test', file)
    expect([code, out]).toEqual([1, expect.stringContaining('✗ WM1008 (day): There is no outcome “late”')])
  })

  it.each([
    ['a folder without journeys', () => ['test', mkdtempSync(join(folder, 'empty-'))], /No \.journey\.json files/],
    ['a path that is not there', () => ['test', 'none.journey.json'], /none\.journey\.json cannot be read/],
    ['a zone that is none', () => ['test', JOURNEYS, '--zone', 'Moon'], /--zone Moon is no time zone/],
    [
      'a test with a field too many',
      () => ['test', copy('win-back', (text) => text.replace('"clock"', '"o\'clock"'))],
      /win-back\.test\.json: .*clock/,
    ],
    [
      'tests in two places',
      () => ['test', copy('welcome', (text) => text.replace('"edges": [', '"tests": [], "edges": ['))],
      /keep them in one of the two/,
    ],
  ] as const)('refuses in a sentence %s', async (_, args, sentence) => {
    await expect(waymark(...args())).rejects.toThrow(sentence)
  })
})

describe('waymark journeys test --generate', () => {
  it('adds cases for what no test covers, and says of which edges none was found', async () => {
    const file = copy('abandoned-cart', (text) =>
      text.replaceAll('"percent": 50', '"percent": 0').replace('"percent": 0', '"percent": 100'),
    )
    const tests = file.replace('.journey.', '.test.')
    rmSync(tests)
    const { out, code } = await waymark('test', file, '--generate', '--clock', '2026-03-02T10:00')
    expect(code).toBe(0)
    expect(out).toMatch(/no case found for test\.(control|arm:points) → \w+: cases that came to test took only test\./)
    expect(out).toContain('✓ soon.event')
    const made = readFileSync(tests, 'utf8')
    expect(made).toBe(stableJson(JSON.parse(made)))
    await waymark('test', file, '--generate', '--clock', '2026-03-02T10:00')
    expect(readFileSync(tests, 'utf8')).toBe(made)
  })

  it.each(readdirSync(JOURNEYS).filter((name) => name.endsWith('.journey.json')))(
    'reaches every edge of a journey that has no tests: %s',
    async (name) => {
      const alone = mkdtempSync(join(folder, 'alone-'))
      writeFileSync(join(alone, name), readFileSync(JOURNEYS + name))
      const { out, code } = await waymark('test', alone, '--generate', '--clock', '2026-03-02T10:00', '--json')
      const { failed, edges, covered } = JSON.parse(out)
      expect([code, failed, covered]).toEqual([0, 0, edges])
    },
  )

  it('keeps tests that are there, and says where they are not beside the journey', async () => {
    const alone = mkdtempSync(join(folder, 'inside-'))
    const file = join(alone, 'welcome.journey.json')
    writeFileSync(file, stableJson(readJourneyFile(`${JOURNEYS}welcome.journey.json`).document))
    await expect(waymark('test', file, '--generate')).rejects.toThrow('move them to')
    await expect(waymark('test', file, '--generate', '--clock', 'noon')).rejects.toThrow('--clock noon')
  })
})

describe('waymark journeys schema', () => {
  it('prints the schema of either file, or writes both', async () => {
    expect(JSON.parse((await waymark('schema')).out)).toEqual(JSON.parse(JSON.stringify(fileSchemas(registry).journey)))
    expect((await waymark('schema', '--tests')).out).toContain('happenings')
    await waymark('schema', '--write', join(folder, 'schemas'))
    expect(readdirSync(join(folder, 'schemas')).sort()).toEqual(Object.values(SCHEMA_FILES).sort())
  })
})
