const EVERY_MS = 100
const WIDTH = 24

const count = new Intl.NumberFormat('en')

/** What is used of one. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A bar on a terminal, redrawn in place; nothing where the output is not one. */
export class Progress {
  private readonly began = performance.now()
  private drawnAt = 0

  constructor(
    private readonly label: string,
    /** What is counted, such as `lines`. */
    private readonly unit: string,
    private readonly out: Terminal = process.stderr,
  ) {}

  /** `part` is between 0 and 1; undefined where the whole is not known. */
  show(done: number, part?: number): void {
    const now = performance.now()
    if (!this.out.isTTY || now - this.drawnAt < EVERY_MS) return
    this.drawnAt = now
    const full = Math.round((part ?? 0) * WIDTH)
    const bar = part === undefined ? '' : ` ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(part * 100)} %`
    const rate = Math.round((done / (now - this.began)) * 1_000)
    this.out.write(`\r\u001b[K${this.label}${bar}  ${count.format(done)} ${this.unit}, ${count.format(rate)} a second`)
  }

  /** Wipes the bar, so that what is printed next stands alone. */
  end(): void {
    if (this.drawnAt > 0) this.out.write('\r\u001b[K')
  }
}
