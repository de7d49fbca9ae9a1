import { defineConfig } from '@playwright/test'
import { findBrowser } from '../engine/cli/set-up/find-browser.ts'

const browser = findBrowser()

/** Journey tests in a real browser, on a server, a PostgreSQL and a Temporal that `servers.ts` starts. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../.waymark/e2e',
  // One set of pictures: kit.spec.ts finds out whether they were drawn by such a browser with such fonts.
  snapshotPathTemplate: 'pictures/{arg}{ext}',
  globalSetup: './servers.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ...(process.env.WAYMARK_E2E_REPORT ? [['json', { outputFile: process.env.WAYMARK_E2E_REPORT }] as const] : []),
  ],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    ...('program' in browser ? { launchOptions: { executablePath: browser.program, args: browser.args } } : {}),
  },
})
