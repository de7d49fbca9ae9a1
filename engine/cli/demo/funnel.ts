import type { NodeReport } from '../../runtime/report.ts'
import type { Terminal } from '../progress.ts'
import { table } from '../table.ts'

/** Draws a journey's funnel: in place on a terminal, a line whenever it has changed elsewhere. */
export class Funnel {
  private last = ''

  constructor(
    private readonly title: string,
    private readonly out: Terminal = process.stdout,
  ) {}

  show(rows: readonly NodeReport[]): void {
    const text = this.out.isTTY ? this.drawn(rows) : this.line(rows)
    if (text === this.last) return
    const up = this.last.split('\n').length
    this.out.write(`${this.out.isTTY && this.last ? `\u001b[${up}A\u001b[J` : ''}${text}\n`)
    this.last = text
  }

  private drawn(rows: readonly NodeReport[]): string {
    const most = Math.max(1, ...rows.map((row) => row.in))
    const cells = rows.map((row) => [
      row.name,
      row.in,
      row.waiting,
      row.failed,
      '█'.repeat(Math.round((row.in / most) * 30)),
    ])
    return `${this.title}\n\n${table(['node', 'entered', 'waiting', 'failed', ''], cells)}`
  }

  private line(rows: readonly NodeReport[]): string {
    return `${this.title}: ${rows.map((r) => `${r.name} ${r.in}${r.waiting > 0 ? ` (${r.waiting} waiting)` : ''}`).join(' → ')}`
  }
}
