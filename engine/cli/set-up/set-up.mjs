// Brings node_modules in step with the lockfile. Runs before any package is there, so it uses Node alone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 12))
  fail(`Waymark needs Node 20.12 or newer; this is ${process.versions.node}.`)

const inputs = ['package-lock.json', 'prisma/schema.prisma'].map((file) => readFileSync(root + file))
const want = createHash('sha256').update(Buffer.concat(inputs)).digest('hex')
const stamp = `${root}node_modules/.waymark`
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
  console.log('Installing what package-lock.json lists (once; about half a minute) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) fail('npm ci failed: see its message above; with the network back, run the command again.')
  writeFileSync(stamp, want)
}
