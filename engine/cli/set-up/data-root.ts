import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Started by root: PostgreSQL refuses to be root, so it runs as somebody else, who must be able to reach its files. */
export const isRoot = process.getuid?.() === 0

/** The absolute directory where a project's PostgreSQL and Temporal keep their data from run to run; perhaps not there yet. */
export function dataRoot(project: string): string {
  const { WAYMARK_DATA } = process.env
  if (WAYMARK_DATA) return resolve(WAYMARK_DATA)
  if (!isRoot || isReachable(project)) return join(resolve(project), '.waymark')
  return `/var/tmp/waymark-${createHash('sha256').update(resolve(project)).digest('hex').slice(0, 8)}`
}

/** Whether every user may pass through the directory and all above it. */
export function isReachable(directory: string): boolean {
  const path = resolve(directory)
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isReachable(dirname(path)))
}
