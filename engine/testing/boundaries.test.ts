import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

describe('the dependency rules', () => {
  const forbidden = [
    ['engine/core/planted.ts', '../store/store.ts', 'core-is-pure'],
    ['engine/core/planted.ts', 'node:fs', 'core-is-pure'],
    ['engine/core/planted.ts', './recurrence.ts', 'core-is-pure'],
    ['engine/core/recurrence.ts', 'node:crypto', 'recurrence-is-core'],
    ['nodes/one/node.ts', '../../engine/core/recurrence.ts', 'recurrence-stays-on-the-server'],
    ['nodes/one/node.ts', '../../engine/store/store.ts', 'a-node-is-core-and-zod'],
    ['nodes/one/node.ts', '../two/node.ts', 'no-node-uses-another'],
    ['nodes/one/effect.ts', '../two/effect.ts', 'no-node-uses-another'],
    ['nodes/one/effect.ts', '../../engine/runtime/advance.ts', 'an-effect-uses-services'],
    ['engine/members/tags.ts', '../loyalty/points.ts', 'services-use-core-and-store'],
    ['engine/reach/send.ts', '../runtime/advance.ts', 'services-use-core-and-store'],
    ['engine/access/people.ts', '../members/tags.ts', 'services-use-core-and-store'],
    ['engine/runtime/advance.ts', '../access/face.ts', 'the-runtime-knows-no-node'],
    ['engine/api/ingest.ts', 'better-auth', 'only-access-knows-how-people-sign-in'],
    ['engine/api/ingest.ts', '../access/people.ts', 'services-are-called-by-their-face'],
    ['engine/runtime/advance.ts', '../../nodes/one/effect.ts', 'the-runtime-knows-no-node'],
    ['engine/runtime/advance.ts', '../drivers/embedded/driver.ts', 'the-runtime-knows-no-node'],
    ['engine/runtime/advance.ts', 'pg', 'only-the-store-knows-the-database'],
    ['engine/drivers/embedded/driver.ts', '../../members/face.ts', 'drivers-only-call-the-runtime'],
    ['engine/drivers/embedded/driver.ts', '../../store/store.ts', 'drivers-have-no-sql'],
    ['engine/drivers/embedded/driver.ts', 'pg', 'only-the-store-knows-the-database'],
    ['engine/drivers/temporal/workflows.ts', '../../runtime/advance.ts', 'workflows-are-the-core-alone'],
    ['engine/drivers/temporal/workflows.ts', '@temporalio/client', 'workflows-are-the-core-alone'],
    ['engine/store/store.ts', '../members/face.ts', 'the-store-knows-only-the-core'],
    ['engine/api/ingest.ts', '../store/store.ts', 'the-api-has-no-sql'],
    ['engine/api/ingest.ts', '../../nodes/one/node.ts', 'the-api-has-no-sql'],
  ] as const
  const allowed = [
    ['engine/core/planted.ts', 'zod'],
    ['nodes/one/effect.ts', '../../engine/members/face.ts'],
    ['engine/members/tags.ts', '../loyalty/face.ts'],
    ['engine/store/store.ts', 'pg'],
    ['engine/drivers/temporal/workflows.ts', '@temporalio/workflow'],
  ] as const

  let fixture: string
  beforeAll(() => {
    fixture = mkdtempSync(join(tmpdir(), 'waymark-rules-'))
    symlinkSync(join(root, 'node_modules'), join(fixture, 'node_modules'))
  })
  afterAll(() => rmSync(fixture, { recursive: true }))

  /** The names of the rules that a project of one file with one import breaks. */
  async function broken(file: string, imported: string): Promise<string[]> {
    const plant = (path: string, text: string) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    const project = mkdtempSync(join(fixture, 'project-'))
    const path = join(project, file)
    if (imported.startsWith('.')) plant(join(dirname(path), imported), 'export const there = 1\n')
    plant(path, `import * as it from '${imported}'\nexport const use = it\n`)
    const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'))
    const { output } = await cruise([file], { ...options, baseDir: project, tsConfig: {} })
    if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
    return output.summary.violations.map((violation) => violation.rule.name)
  }

  it.each(forbidden)('refuse %s importing %s: %s', async (file, imported, rule) => {
    expect(await broken(file, imported)).toContain(rule)
  })

  it('refuse a cycle', async () => {
    expect(await broken('engine/core/planted.ts', './planted.ts')).toContain('no-cycles')
  })

  it.each(allowed)('let %s import %s', async (file, imported) => {
    expect(await broken(file, imported)).toEqual([])
  })
})

describe('the core', () => {
  it.each(['setTimeout', 'process', 'Buffer', 'document', 'fetch'])(
    'cannot name %s, and imports nothing that brings it',
    (name) => {
      const config = ts.getParsedCommandLineOfConfigFile(
        join(root, 'engine/core/tsconfig.json'),
        {},
        {
          ...ts.sys,
          onUnRecoverableConfigFileDiagnostic: (problem) => {
            throw new Error(String(problem.messageText))
          },
        },
      )
      if (!config) throw new Error('engine/core has no tsconfig.json')
      const planted = join(root, 'engine/core/planted.ts')
      const host = ts.createCompilerHost(config.options)
      const getSourceFile = host.getSourceFile.bind(host)
      const text = `export const planted = ${name}\n`
      host.getSourceFile = (file, version) =>
        file === planted ? ts.createSourceFile(file, text, version) : getSourceFile(file, version)
      const program = ts.createProgram([...config.fileNames, planted], config.options, host)
      const problems = program.getSemanticDiagnostics(program.getSourceFile(planted))
      expect(problems.map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '))).toEqual([
        expect.stringContaining(`Cannot find name '${name}'`),
      ])
    },
  )
})
