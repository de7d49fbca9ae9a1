import type { Claim } from './kept.ts'

/** A page that was closed a moment ago, such as by a reload, still lets go. */
const LETTING_GO_MS = 500

/** By the browser's locks, which end with the page however it ends. Without TLS there are none: then every place looks left. */
export const claimByLock: Claim = async (name) => {
  const locks: LockManager | undefined = navigator.locks // its type takes TLS for granted
  if (!locks) return () => {}
  return new Promise((resolve) => {
    const held = () => new Promise<void>((letGo) => resolve(letGo))
    locks.request(name, { signal: AbortSignal.timeout(LETTING_GO_MS) }, held).catch(() => resolve(undefined))
  })
}
