// `npm test`: what it uses, the checks of the house, then every suite. The last line counts them all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPostgres } from '../cli/set-up/local-postgres.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = (args: string[]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0

const checks: [string, string[]][] = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['types of the core, without Node', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'engine/core']],
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  [
    'dependency rules',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'engine',
      'nodes',
    ],
  ],
]

console.log(`Node ${process.versions.node} · PostgreSQL ${(await findPostgres()).from}`)
let passed = 0
let failed = 0
let skipped = 0
for (const [name, args] of checks) {
  console.log(`\n— ${name}`)
  if (run(args)) passed++
  else failed++
}

const out = mkdtempSync(join(tmpdir(), 'waymark-test-'))
const report = join(out, 'report.json')
run(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
try {
  const suites = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number> // vitest's JSON report
  passed += suites.numPassedTests ?? 0
  skipped += (suites.numPendingTests ?? 0) + (suites.numTodoTests ?? 0)
  failed += Math.max(suites.numFailedTests ?? 0, suites.numFailedTestSuites ?? 0)
} catch {
  console.error('vitest left no report: it did not run to its end')
  failed++
}
rmSync(out, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
