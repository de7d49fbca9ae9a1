const MOST_FAILURES = 10
const WINDOW_MS = 15 * 60_000
/** Beyond so many addresses the oldest are forgotten. */
const MOST_ACCOUNTS = 10_000

/**
 * Failed sign-ins by e-mail address, wherever they come from: after ten in a quarter of an hour the account waits. Kept in the
 * process: with several, each counts for itself. An address that is nobody's is treated alike, so that none is given away.
 */
export class Lockout {
  private readonly failures = new Map<string, { count: number; until: number }>()

  constructor(private readonly now: () => number = Date.now) {}

  /** For how many seconds nobody may try this address; 0 is now. */
  waitOf(email: string): number {
    const found = this.failures.get(email)
    if (!found || found.count < MOST_FAILURES || found.until <= this.now()) return 0
    return Math.ceil((found.until - this.now()) / 1_000)
  }

  failed(email: string): void {
    const found = this.failures.get(email)
    const count = found && found.until > this.now() ? found.count + 1 : 1
    const until = count === 1 || count === MOST_FAILURES ? this.now() + WINDOW_MS : (found?.until ?? 0)
    this.failures.delete(email)
    this.failures.set(email, { count, until })
    const [oldest] = this.failures.keys()
    if (this.failures.size > MOST_ACCOUNTS && oldest !== undefined) this.failures.delete(oldest)
  }

  succeeded(email: string): void {
    this.failures.delete(email)
  }
}
