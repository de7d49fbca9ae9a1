import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../../../', import.meta.url)
const file = new URL('node_modules/.waymark', root)

/** The sha256 of package-lock.json: what node_modules has to be in step with. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex')
}

/** Notes that npm has just put into node_modules what package-lock.json says, with development packages or without. */
export function stampInstall() {
  // Looked for, because npm does not tell its scripts what NODE_ENV=production made it leave out.
  const kind = existsSync(new URL('node_modules/vitest', root)) ? 'full' : 'production'
  writeFileSync(file, `${lockHash()} ${kind}\n`)
}

/** Whether node_modules is in step with package-lock.json; with `dev` a production install does not satisfy. */
export function isInstalled({ dev }) {
  try {
    const [hash, kind] = readFileSync(file, 'utf8').trim().split(' ')
    return hash === lockHash() && (kind === 'full' || !dev)
  } catch {
    return false
  }
}
