import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export type FoundBrowser =
  | { readonly program: string; readonly args: string[]; readonly from: string }
  /** Why there is none. */
  | { readonly none: string }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
/** Chromium keeps no sandbox for root. */
const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/**
 * A Chromium for tests: the one that WAYMARK_CHROMIUM names, Playwright's own, or one on PATH. With `get`, Playwright downloads its
 * own where there is none.
 */
export function findBrowser({ get = false }: { get?: boolean } = {}): FoundBrowser {
  const named = process.env.WAYMARK_CHROMIUM
  if (named) {
    if (!existsSync(named)) return { none: `WAYMARK_CHROMIUM names ${named}, which is not there` }
    return { program: named, args: ARGS, from: 'WAYMARK_CHROMIUM' }
  }
  const own = chromium.executablePath()
  if (existsSync(own)) return { program: own, args: ARGS, from: 'Playwright' }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const program = join(folder, name)
      if (folder && existsSync(program)) return { program, args: ARGS, from: 'PATH' }
    }
  }
  if (get) {
    spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      stdio: 'ignore',
      timeout: 300_000,
    })
    if (existsSync(own)) return { program: own, args: ARGS, from: 'Playwright, just now' }
  }
  return {
    none: 'no Chromium is on PATH, and Playwright could not download its own: install one, or name it in WAYMARK_CHROMIUM',
  }
}
