// Makes sure of Node, of the dependencies, of the Prisma client and of the browser application. Runs before any package is there, so on Node alone.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BUILD, isBuilt, stampBuild } from './browser-build.mjs'
import { isInstalled, stampInstall } from './install-stamp.mjs'

const root = new URL('../../../', import.meta.url)

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(program, args) {
  // All on stderr: stdout is for the command that follows, which may answer in JSON.
  return spawnSync(program, args, { cwd: fileURLToPath(root), stdio: ['inherit', 2, 2] }).status === 0
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// What Vite 8 asks for.
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(
    `Waymark needs Node 20.19, or 22.12 or newer, and this is ${process.versions.node}: install a newer one and try again.`,
  )
}

if (!isInstalled({ dev: process.argv.includes('--dev') })) {
  console.error('Installing what package-lock.json lists (once; about half a minute) …')
  const ci = ['ci', '--include=dev']
  // Under `npm start` this is the very npm that runs us; the one on PATH may be another.
  const npm = process.env.npm_execpath
  if (!(npm ? run(process.execPath, [npm, ...ci]) : run('npm', ci))) {
    fail('npm ci failed: mend what it says above (most often the network) and run the command again.')
  }
  stampInstall()
}

const schema = new URL('prisma/schema.prisma', root)
const generated = new URL('prisma/generated', root)
if (existsSync(schema) && (!existsSync(generated) || statSync(generated).mtimeMs < statSync(schema).mtimeMs)) {
  if (!run(process.execPath, [fileURLToPath(new URL('generate.mjs', import.meta.url))])) process.exit(1)
}

if (!isBuilt()) {
  console.error('Building the browser application (a few seconds) …')
  if (!run(process.execPath, BUILD)) fail('The browser application could not be built: mend what it says above.')
  stampBuild()
}
