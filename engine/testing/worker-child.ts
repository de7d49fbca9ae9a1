import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Death } from './deadly-work.ts'
import type { WorkerOrder } from './worker-process.ts'

const PROGRAM = fileURLToPath(new URL('./worker-process.ts', import.meta.url))

/** A worker process that is loaded and waits for its order. */
export function standby(): WorkerChild {
  return new WorkerChild(fork(PROGRAM, { execArgv: ['--import', 'tsx'], serialization: 'advanced' }))
}

export class WorkerChild {
  readonly gone: Promise<void>

  constructor(private readonly child: ChildProcess) {
    this.gone = once(child, 'exit').then(() => {})
  }

  order(order: WorkerOrder): void {
    this.child.send(order)
  }

  /** Only after it said that it works. */
  arm(death: Death): void {
    this.child.send(death)
  }

  /** Resolves when it says so. */
  async says(word: 'works' | 'struck'): Promise<void> {
    await new Promise<void>((resolve) => {
      this.child.on('message', (message) => {
        if (message === word) resolve()
      })
    })
  }

  async kill(signal: 'SIGKILL' | 'SIGCONT'): Promise<void> {
    this.child.kill(signal)
    if (signal === 'SIGKILL') await this.gone
  }
}
