/** Chooses what of a queue goes together, oldest first, and what stays. */
export type Choose<T> = (queue: readonly T[]) => { batch: T[]; rest: T[] }

/**
 * Works on whatever has queued up, batch by batch, `atOnce` of them at a time. No timer: what came while the last batches ran
 * goes next, so an idle system waits for nothing and a busy one batches by itself.
 */
export class Batches<T> {
  private queue: T[] = []
  private running = 0
  private scheduled = false

  constructor(
    private readonly choose: Choose<T>,
    /** Never rejects: it answers whoever waits. */
    private readonly work: (batch: readonly T[]) => Promise<void>,
    private readonly atOnce: number,
  ) {}

  add(...items: readonly T[]): void {
    this.queue.push(...items)
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      this.begin()
    })
  }

  private begin(): void {
    while (this.running < this.atOnce && this.queue.length > 0) {
      const { batch, rest } = this.choose(this.queue)
      this.queue = rest
      this.running++
      void this.work(batch).finally(() => {
        this.running--
        this.begin()
      })
    }
  }
}
