import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../cli/waymark.mjs', import.meta.url))

/** The `waymark` program as a child process. */
export interface Program {
  readonly process: ChildProcess
  /** What it has written so far. */
  readonly written: { out: string; err: string }
  /** Answers once standard output or error has what is looked for. Throws where the program ends without. */
  says(wanted: RegExp): Promise<RegExpExecArray>
  /** Answers when it has ended. */
  ended(): Promise<{ code: number | null; out: string; err: string }>
}

/** Starts `waymark` with the environment of the test, changed by `env`; undefined takes a variable away. */
export function startProgram(args: readonly string[], env: Record<string, string | undefined>): Program {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } })
  const written = { out: '', err: '' }
  const gone = once(child, 'close').then(([code]) => code as number | null) // as node documents it
  let heard = () => {}
  const news = () => Promise.race([gone, new Promise<void>((resolve) => (heard = resolve))])
  const listen = (stream: Readable, to: keyof typeof written) =>
    stream.setEncoding('utf8').on('data', (text: string) => {
      written[to] += text
      heard()
    })
  listen(child.stdout, 'out')
  listen(child.stderr, 'err')
  return {
    process: child,
    written,
    async says(wanted) {
      for (;;) {
        const found = wanted.exec(written.out) ?? wanted.exec(written.err)
        if (found) return found
        if (child.exitCode !== null) throw new Error(`ended without ${wanted}: ${written.out}${written.err}`)
        await news()
      }
    },
    ended: async () => ({ code: await gone, ...written }),
  }
}
