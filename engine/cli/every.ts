import { setTimeout as pause } from 'node:timers/promises'

/**
 * Does something now and again `ms` after it was done, until it is stopped; `stop` waits for what is under way. One that fails
 * (the database may be away) is told to `failed`, and done again at the next turn.
 */
export function every(
  ms: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    while (!signal.aborted) {
      await work().catch(failed)
      await pause(ms, undefined, { signal }).catch(() => {}) // stopped
    }
  }
  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
