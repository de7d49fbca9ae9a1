import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 120_000

/** Until it holds: drivers work by themselves, so a test can only look again. What throws (a server is away) does not hold yet. */
export async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  let last: unknown
  for (;;) {
    try {
      if (await holds()) return
    } catch (error) {
      last = error
    }
    if (performance.now() > end) throw new Error(`did not come about: ${what}`, { cause: last })
    await pause(25)
  }
}

/** Does it, again and again where it throws: for what may safely be done twice. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await eventually(async () => {
    result = { value: await work() }
    return true
  }, 'what was insisted on')
  if (!result) throw new Error('nothing came of it')
  return result.value
}
