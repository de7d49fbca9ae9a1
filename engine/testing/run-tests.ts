// `npm test`: what it uses, the checks of the house, every suite. The last line counts them all.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../cli/set-up/find-browser.ts'
import { findPostgres } from '../cli/set-up/find-postgres.ts'
import { findTemporal } from '../cli/set-up/find-temporal.ts'
import { judgeJavaScript } from './initial-javascript.ts'
import { type Count, runPlaywright, runVitest } from './suites.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const inCi = process.env.CI === 'true'

const TSC = 'node_modules/typescript/bin/tsc'
const cruised = ['engine', 'nodes', 'canvas-ui', 'bench', 'e2e', 'temporal.config.ts'].filter((path) =>
  existsSync(join(root, path)),
)
const CHECKS: Record<string, string[]> = {
  types: [TSC, '--noEmit'],
  'types of the core, without Node': [TSC, '--noEmit', '-p', 'engine/core'],
  'types of the pages': [TSC, '--noEmit', '-p', 'canvas-ui'],
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  'dependency rules': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...cruised,
  ],
  'nothing unused': ['node_modules/knip/bin/knip.js', '--no-config-hints'],
}

/** One after the other and only with the time that the suites leave, so that they do not slow what is timed. */
async function runChecks(): Promise<Count> {
  let [passed, failed] = [0, 0]
  for (const [name, args] of Object.entries(CHECKS)) {
    const child = spawn(process.execPath, args, { cwd: root })
    if (child.pid !== undefined) setPriority(child.pid, 10)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const [code] = await once(child, 'close')
    if (code === 0) passed++
    else failed++
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`)
  }
  const { line, isWithin } = judgeJavaScript(join(root, 'canvas-ui/dist'))
  console.log(`${isWithin ? '✓' : '✗'} ${line}`)
  return isWithin ? { passed: passed + 1, failed, skipped: 0 } : { passed, failed: failed + 1, skipped: 0 }
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
const browser = findBrowser({ get: true })
const noBrowser = 'none' in browser ? browser.none : undefined
console.log(`Browser     ${'none' in browser ? 'none' : `${browser.program} from ${browser.from}`}`)
const left = [
  ...(noTemporal === undefined ? [] : [`EVERYTHING ON TEMPORAL: ${noTemporal}`]),
  ...(noBrowser === undefined ? [] : [`EVERYTHING IN A BROWSER: ${noBrowser}`]),
]
console.log(`Skipped     ${left.join('; ') || 'nothing'}\n`)

/** A journey in a browser is timed by what a person waits: nothing else runs beside it. */
async function runSuites(): Promise<Count[]> {
  const suites = await Promise.all([runChecks(), runVitest(root)])
  return left.length > 0 ? suites : [...suites, await runPlaywright(root)]
}

const counts = await runSuites()
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
const skipped = sum('skipped')
let failed = sum('failed')
if (inCi && (skipped > 0 || left.length > 0)) {
  console.log('✗ nothing is skipped in CI')
  failed++
}
console.log(`\n${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
