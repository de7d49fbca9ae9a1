// `npm test`: what it uses, the checks of the house, every suite. The last line counts them all.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findPostgres } from '../cli/set-up/find-postgres.ts'
import { findTemporal } from '../cli/set-up/find-temporal.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const inCi = process.env.CI === 'true'

const TSC = 'node_modules/typescript/bin/tsc'
const cruised = ['engine', 'nodes', 'bench', 'temporal.config.ts'].filter((path) => existsSync(join(root, path)))
const CHECKS: Record<string, string[]> = {
  types: [TSC, '--noEmit'],
  'types of the core, without Node': [TSC, '--noEmit', '-p', 'engine/core'],
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  'dependency rules': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...cruised,
  ],
  'nothing unused': ['node_modules/knip/bin/knip.js', '--no-config-hints'],
}

interface Count {
  passed: number
  failed: number
  skipped: number
}

/** One after the other and only with the time that the suites leave, so that they do not slow what is timed. */
async function runChecks(): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, args] of Object.entries(CHECKS)) {
    const child = spawn(process.execPath, args, { cwd: root })
    if (child.pid !== undefined) setPriority(child.pid, 10)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const [code] = await once(child, 'close')
    if (code === 0) count.passed++
    else count.failed++
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`)
  }
  return count
}

/** What of vitest's JSON report counts. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

async function runSuites(): Promise<Count> {
  const directory = mkdtempSync(join(tmpdir(), 'waymark-report-'))
  const file = join(directory, 'report.json')
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { cwd: root, stdio: 'inherit' })
    const passOn = (signal: NodeJS.Signals) => vitest.kill(signal)
    process.on('SIGTERM', passOn).on('SIGINT', () => {}) // Ctrl-C reaches vitest by itself
    const [code] = await once(vitest, 'close')
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
    const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
    const broken = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    )
    const failed = report.numFailedTests + broken.length
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed, // an error outside any test
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

const { WAYMARK_TEST_PG, WAYMARK_TEST_TEMPORAL } = process.env
const postgres = await findPostgres()
const temporal = WAYMARK_TEST_TEMPORAL ? undefined : await findTemporal({ get: true, say: console.log })
const noTemporal = temporal && 'none' in temporal ? temporal.none : undefined
const temporalInWords =
  !temporal || 'none' in temporal
    ? (WAYMARK_TEST_TEMPORAL ?? 'none')
    : `${temporal.version} from ${temporal.from} (${temporal.program})`
console.log(`Node        ${process.versions.node}`)
console.log(`PostgreSQL  ${postgres.version} from ${postgres.from} (${postgres.bin})`)
if (WAYMARK_TEST_PG) console.log('            and the one that WAYMARK_TEST_PG names, for the databases of tests')
console.log(`Temporal    ${temporalInWords}`)
console.log(`Skipped     ${noTemporal === undefined ? 'nothing' : `EVERYTHING ON TEMPORAL: ${noTemporal}`}\n`)

const [checks, suites] = await Promise.all([runChecks(), runSuites()])
const { skipped } = suites
const passed = checks.passed + suites.passed
let failed = checks.failed + suites.failed
if (inCi && (skipped > 0 || noTemporal !== undefined)) {
  console.log('✗ nothing is skipped in CI')
  failed++
}
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
