import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const setUp = 'engine/cli/set-up'

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'waymark-install-'))
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(project, setUp), { recursive: true })
  mkdirSync(join(project, 'node_modules'))
  writeFileSync(join(project, 'package-lock.json'), '{}')
  // Stands in for npm: says that it was asked to install, and installs nothing.
  writeFileSync(join(project, 'npm.cjs'), `console.log('npm ' + process.argv.slice(2).join(' '))`)
})
afterEach(() => rmSync(project, { recursive: true }))

/** Answers what it said on stderr: stdout stays free for the command that follows. */
function run(program: string, args: string[], env: Record<string, string>) {
  const { PATH = '' } = process.env
  const ran = spawnSync(process.execPath, [`${setUp}/${program}`, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH, npm_execpath: join(project, 'npm.cjs'), ...env },
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  expect(ran.stdout).toBe('')
  return ran.stderr
}

/** What npm leaves behind and then runs: with development packages or without them. */
function installed({ dev }: { dev: boolean }, env: Record<string, string> = {}): void {
  mkdirSync(join(project, 'node_modules/tsx'))
  if (dev) mkdirSync(join(project, 'node_modules/vitest'))
  run('generate.mjs', [], { npm_lifecycle_event: 'prepare', ...env })
}

describe('the set-up', () => {
  it('installs everything where nothing is, and once', () => {
    expect(run('set-up.mjs', [], {})).toContain('npm ci --include=dev')
    installed({ dev: true })
    expect(run('set-up.mjs', [], {})).toBe('')
    expect(run('set-up.mjs', ['--dev'], {})).toBe('')
  })

  it('installs again when package-lock.json has changed', () => {
    installed({ dev: true })
    writeFileSync(join(project, 'package-lock.json'), '{ "changed": true }')
    expect(run('set-up.mjs', [], {})).toContain('npm ci --include=dev')
  })

  // npm says npm_config_omit only to who gave --omit: NODE_ENV=production leaves the packages out without it.
  it.each([{ npm_config_omit: 'dev' }, { NODE_ENV: 'production' }])(
    'starts on a production install (%o), and installs the rest for the tests',
    (env) => {
      installed({ dev: false }, env)
      expect(run('set-up.mjs', [], {})).toBe('')
      expect(run('set-up.mjs', ['--dev'], {})).toContain('npm ci --include=dev')
    },
  )

  it('takes an install with development packages for what it is under NODE_ENV=production', () => {
    installed({ dev: true }, { NODE_ENV: 'production' })
    expect(run('set-up.mjs', ['--dev'], {})).toBe('')
  })

  it('builds the browser application where its sources have changed, and only then', () => {
    installed({ dev: true })
    for (const folder of ['canvas-ui', 'engine/core', 'nodes', 'node_modules/vite/bin'])
      mkdirSync(join(project, folder), { recursive: true })
    // Stands in for Vite.
    writeFileSync(
      join(project, 'node_modules/vite/bin/vite.js'),
      `require('fs').mkdirSync('canvas-ui/dist', { recursive: true }); console.log('vite ' + process.argv[2])`,
    )
    writeFileSync(join(project, 'canvas-ui/index.html'), '')
    expect(run('set-up.mjs', [], {})).toContain('vite build')
    expect(run('set-up.mjs', [], {})).toBe('')
    writeFileSync(join(project, 'nodes/wait.test.ts'), 'no part of it')
    expect(run('set-up.mjs', [], {})).toBe('')
    writeFileSync(join(project, 'nodes/wait.ts'), 'changed')
    expect(run('set-up.mjs', [], {})).toContain('vite build')
  })
})
