import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What of vitest's JSON report counts. */
const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** What of Playwright's counts. */
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** Runs every suite of vitest in the project at `root`. */
export const runVitest = (root: string): Promise<Count> =>
  runReported(
    root,
    (file) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    (json) => {
      const report = VitestReport.parse(json)
      const broken = report.testResults.filter((s) => s.status === 'failed' && s.assertionResults.length === 0)
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken.length,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    },
  )

/** Runs the end-to-end tests. A test that passes at its second try has failed: there are no second tries. */
export const runPlaywright = (root: string): Promise<Count> =>
  runReported(
    root,
    () => ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
    (json) => {
      const { stats, errors } = PlaywrightReport.parse(json)
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
    },
  )

async function runReported(
  root: string,
  argsOf: (file: string) => string[],
  countOf: (report: unknown) => Count,
): Promise<Count> {
  const directory = mkdtempSync(join(tmpdir(), 'waymark-report-'))
  const file = join(directory, 'report.json')
  try {
    const env = { ...process.env, WAYMARK_E2E_REPORT: file }
    const suite = spawn(process.execPath, argsOf(file), { cwd: root, stdio: 'inherit', env })
    const passOn = (signal: NodeJS.Signals) => suite.kill(signal)
    process.on('SIGTERM', passOn).on('SIGINT', () => {}) // Ctrl-C reaches the suite by itself
    const [code] = await once(suite, 'close')
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
    const count = countOf(JSON.parse(readFileSync(file, 'utf8')))
    return count.failed === 0 && code !== 0 ? { ...count, failed: 1 } : count // an error outside any test
  } finally {
    rmSync(directory, { recursive: true })
  }
}
