import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { UserError } from '../../core/errors.ts'
import type { Claim } from './claim.ts'

/** A server program that we started and that must not outlive us. */
export interface ChildProgram {
  readonly pid: number
  /** Sends a signal and waits until the program has ended. Does nothing to one that has. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Ends it in good order, and by SIGKILL if that takes longer than its `patience`. */
  stop(): Promise<void>
}

export interface ChildOptions {
  /** What running.json calls it. */
  name: string
  program: string
  args: string[]
  /** A file that takes its output, emptied first. */
  log: string
  user?: { uid: number; gid: number }
  claim?: Claim | undefined
  /** What ends it in good order, sent by `stop` and when our own process exits. */
  stopSignal: NodeJS.Signals
  /** Milliseconds that `stop` gives it. */
  patience: number
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C in a terminal reaches us alone and we choose the order
 * in which things stop, then asks `answers` every 20 ms until it says true. Throws an Error with the end of the log if
 * the program ends first or has not answered after a minute.
 */
export async function startChild(options: ChildOptions, answers: () => Promise<boolean>): Promise<ChildProgram> {
  const { name, program, args, user, claim } = options
  const log = openSync(options.log, 'w')
  const child = spawn(program, args, { cwd: '/', detached: true, stdio: ['ignore', log, log], ...user })
  closeSync(log)
  const gone = ended(child)
  await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => Promise.reject(error))])
  const pid = child.pid
  if (pid === undefined) throw new Error(`${program} has no process id`)
  const dieWithUs = () => child.kill(options.stopSignal)
  process.once('exit', dieWithUs)
  claim?.remember(name, pid)
  void gone.finally(() => {
    process.off('exit', dieWithUs)
    claim?.forget(pid)
  })

  const running = {
    pid,
    async kill(signal: NodeJS.Signals) {
      child.kill(signal)
      await gone
    },
    async stop() {
      child.kill(options.stopSignal)
      const force = setTimeout(() => child.kill('SIGKILL'), options.patience)
      await gone
      clearTimeout(force)
    },
  }
  const deadline = performance.now() + 60_000
  while (!(await answers())) {
    const late = performance.now() > deadline
    if (late) await running.kill('SIGKILL')
    if (late || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(
        `${name} did not start${late ? ' within a minute' : ''}: ${readFileSync(options.log, 'utf8').slice(-2_000)}`,
      )
    }
    await delay(20)
  }
  return running
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/** A TCP port of 127.0.0.1 that nobody uses: `wanted` (a UserError if it is taken), or any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () => {
      reject(
        new UserError('port-busy', `Port ${wanted} is in use: stop the program that holds it, or choose another port.`),
      )
    })
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted))
    })
  })
}
