import type { TenantId } from '../core/ids.ts'
import { Batches, type Choose } from './batches.ts'
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

/** The oldest request and those of its tenant, until the transaction is full. */
const together: Choose<Request> = (queue) => {
  const [first] = queue
  const batch: Request[] = []
  const rest: Request[] = []
  let told = 0
  for (const request of queue) {
    const fits = request.tenant === first?.tenant && told + request.batch.length <= MOST_TOLD
    if (request === first || (fits && !request.alone && !first?.alone)) {
      batch.push(request)
      told += request.batch.length
    } else rest.push(request)
  }
  return { batch, rest }
}

/** Takes in what requests tell, those of one tenant together: small requests under load share a transaction. */
export class Intake {
  private readonly batches: Batches<Request>

  constructor(
    private readonly engine: Engine,
    writers = 2,
  ) {
    this.batches = new Batches(together, (requests) => this.run(requests), writers)
  }

  /** Takes in one batch: all of it, or nothing, whatever becomes of others. Rejects as `takeIn` does for it alone. */
  take = (tenant: TenantId, batch: readonly Told[]): Promise<Taken> =>
    new Promise((answer, refuse) => {
      this.batches.add({ tenant, batch, alone: false, answer, refuse })
    })

  private async run(requests: readonly Request[]): Promise<void> {
    const [first] = requests
    if (!first) return
    try {
      const taken = await takeIn(
        this.engine,
        first.tenant,
        requests.map((request) => request.batch),
      )
      requests.forEach((request, i) => {
        request.answer(taken[i] ?? { stored: 0, repeated: 0 })
      })
    } catch (error) {
      if (requests.length === 1) first.refuse(error)
      else this.batches.add(...requests.map((request) => Object.assign(request, { alone: true })))
    }
  }
}
