import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { freePort } from '../engine/cli/set-up/child-program.ts'
import { startProgram } from '../engine/testing/program.ts'
import type { BenchEnvironment } from './environment.ts'

const OWNER = { email: 'owner@bench.local', password: randomUUID() }

/** `waymark serve --no-worker` on the database, and a session of its owner. */
export async function serve(e: BenchEnvironment) {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const program = startProgram(['serve', '--no-worker'], {
    ...{
      DATABASE_URL: e.url,
      PORT: port,
      HOST: '127.0.0.1',
      WAYMARK_SECRET: randomUUID(),
      WAYMARK_PUBLIC_URL: undefined,
    },
    ...{ WAYMARK_OWNER_EMAIL: OWNER.email, WAYMARK_OWNER_PASSWORD: OWNER.password },
  })
  await program.says(/server listening/i)
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(OWNER),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`the owner could not sign in: ${await answer.text()}`)
  return {
    url,
    cookie,
    /** What the process has used of all cores since it began. Read from /proc: Linux only. */
    cpuSeconds(): number {
      const stat = readFileSync(`/proc/${program.process.pid}/stat`, 'utf8')
      const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
      return (user + system) / 100 // ticks of a second, whatever the kernel's own
    },
    async stop(): Promise<void> {
      program.process.kill('SIGTERM')
      await program.ended()
    },
  }
}

export type BenchServer = Awaited<ReturnType<typeof serve>>
