import type { TenantId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { type Taken, type Told, takeIn } from './take-in.ts'

interface Request {
  readonly tenant: TenantId
  readonly batch: readonly Told[]
  /** Set once a transaction it shared failed: it runs by itself then. */
  alone: boolean
  answer(taken: Taken): void
  refuse(error: unknown): void
}

/** Told in one transaction at most, but for a single batch that is larger. */
const MOST_TOLD = 500

/**
 * Takes in what requests tell, those of one tenant together: small requests under load share a transaction. No timer: what
 * has come while the last ones were written goes next, so that an idle system waits for nothing.
 */
export class Intake {
  private queue: Request[] = []
  private running = 0
  private scheduled = false

  constructor(
    private readonly engine: Engine,
    private readonly writers = 2,
  ) {}

  /** Takes in one batch: all of it, or nothing, whatever becomes of others. Rejects as `takeIn` does for it alone. */
  take(tenant: TenantId, batch: readonly Told[]): Promise<Taken> {
    return new Promise((answer, refuse) => {
      this.queue.push({ tenant, batch, alone: false, answer, refuse })
      this.kick()
    })
  }

  private kick(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      while (this.running < this.writers && this.queue.length > 0) void this.run(this.next())
    })
  }

  /** The oldest request and those of its tenant, until the transaction is full. */
  private next(): Request[] {
    const [first] = this.queue
    const together: Request[] = []
    const rest: Request[] = []
    let told = 0
    for (const request of this.queue) {
      const fits = request.tenant === first?.tenant && told + request.batch.length <= MOST_TOLD && !request.alone
      if (request !== first && (!fits || first?.alone)) rest.push(request)
      else {
        together.push(request)
        told += request.batch.length
      }
    }
    this.queue = rest
    return together
  }

  private async run(requests: readonly Request[]): Promise<void> {
    this.running++
    const [first] = requests
    try {
      if (first) {
        const batches = requests.map((request) => request.batch)
        const taken = await takeIn(this.engine, first.tenant, batches)
        requests.forEach((request, i) => {
          request.answer(taken[i] ?? { stored: 0, repeated: 0 })
        })
      }
    } catch (error) {
      if (requests.length === 1) first?.refuse(error)
      else this.queue.push(...requests.map((request) => Object.assign(request, { alone: true })))
    }
    this.running--
    this.kick()
  }
}
