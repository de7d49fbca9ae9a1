import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** What the browser application is made of, beside what package-lock.json lists. */
const SOURCES = ['canvas-ui', 'engine/core', 'nodes']
const built = join(root, 'canvas-ui/dist')
const stamp = join(built, '.made-of')

/** The program and its arguments that build it into canvas-ui/dist. */
export const BUILD = ['node_modules/vite/bin/vite.js', 'build', 'canvas-ui', '--logLevel', 'warn']

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return path === built || entry.name === 'node_modules' ? [] : filesIn(path)
    return /\.(test|spec)\.tsx?$/.test(entry.name) ? [] : [path]
  })
}

/** The sha256 of all that goes into it: times of files say nothing after a checkout. */
function sourcesHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of SOURCES)
    for (const file of filesIn(join(root, folder)).sort()) hash.update(relative(root, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Whether canvas-ui/dist is what the sources make, or there are no sources to make it of. */
export function isBuilt() {
  if (!existsSync(join(root, 'canvas-ui/index.html'))) return true
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
}

/** Notes what canvas-ui/dist has just been made of. */
export function stampBuild() {
  writeFileSync(stamp, sourcesHash())
}
