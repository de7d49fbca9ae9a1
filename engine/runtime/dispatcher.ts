import { setTimeout as pause } from 'node:timers/promises'
import type { LaneRef, ShardRef } from '../core/ids.ts'
import { pokesSql } from '../store/sql/pokes.ts'
import type { Row, Store } from '../store/store.ts'
import { reconcile } from './reconcile.ts'

/** Who is told that there is work: a shard of a journey, a lane of a sending account, or the clock. */
export type Target = { kind: 'shard'; shard: ShardRef } | { kind: 'lane'; lane: LaneRef } | { kind: 'clock' }

/** What a driver brings: carries a poke to whoever works on the target. Delivery at least once. */
export type Send = (target: Target) => Promise<unknown>

export interface DispatcherOptions {
  readonly concurrency?: number
  readonly outstanding?: number
  /** A poke that nobody consumed is sent again after this long. */
  readonly againMs?: number
  readonly idleMs?: number
  /** How often what is overdue is looked for. */
  readonly reconcileMs?: number
}

type PokeRow = Row<'pokes.waiting'>

interface Sent {
  readonly id: number
  readonly at: number
  underway: boolean
}

const WINDOW = 5_000
const LOAD_MS = 1_000

/**
 * Sends the pokes of an installation, oldest first and one at a time for each target, until it is stopped, and every minute
 * pokes what is overdue.
 */
export class Dispatcher {
  private readonly sent = new Map<string, Sent>()
  private underway = 0
  private stopping = false
  private loop: Promise<void> = Promise.resolve()

  constructor(
    private readonly store: Store,
    private readonly send: Send,
    private readonly options: DispatcherOptions = {},
  ) {}

  start(): void {
    this.loop = this.run()
  }

  async stop(): Promise<void> {
    this.stopping = true
    await this.loop
  }

  private async run(): Promise<void> {
    const { idleMs = 5, reconcileMs = 60_000 } = this.options
    let measuredAt = Number.NEGATIVE_INFINITY
    let reconciledAt = Number.NEGATIVE_INFINITY
    while (!this.stopping) {
      try {
        const now = performance.now()
        const measure = now - measuredAt > LOAD_MS
        if (measure) measuredAt = now
        const rows = await this.read(measure)
        if (rows) this.dispatch(rows, now)
        if (rows && now - reconciledAt > reconcileMs) {
          await reconcile(this.store)
          reconciledAt = now
        }
      } catch {
        // The database is away: pokes are rows, so nothing is lost by trying again.
        await pause(500)
      }
      await pause(idleMs)
    }
  }

  /** The waiting pokes, undefined where another dispatcher leads; folds counts and measures the load on the way. */
  private read(measure: boolean): Promise<PokeRow[] | undefined> {
    return this.store.acrossTenants(async (sql) => {
      const [lead] = await sql.query(pokesSql.lead)
      if (!lead?.mine) return undefined
      if (measure) {
        sql.write(pokesSql.load)
        sql.write(pokesSql.fold)
      }
      return sql.query(pokesSql.waiting)
    })
  }

  private dispatch(rows: readonly PokeRow[], now: number): void {
    const { concurrency = 32, outstanding = 400, againMs = 10_000 } = this.options
    const here = new Set(rows.map((row) => row.id))
    const last = rows.length < WINDOW ? Number.POSITIVE_INFINITY : (rows.at(-1)?.id ?? 0)
    for (const [key, sent] of this.sent) {
      const consumed = sent.id <= last && !here.has(sent.id)
      if (!sent.underway && (consumed || now - sent.at > againMs)) this.sent.delete(key)
    }
    for (const row of rows) {
      if (this.underway >= concurrency || this.sent.size >= outstanding) return
      const key = `${row.kind}/${row.tenant_id}/${row.owner}/${row.part}`
      if (!this.sent.has(key)) this.carry(key, row, now)
    }
  }

  private carry(key: string, row: PokeRow, at: number): void {
    const sent: Sent = { id: row.id, at, underway: true }
    this.sent.set(key, sent)
    this.underway++
    this.send(targetOf(row))
      .catch(() => this.sent.delete(key))
      .finally(() => {
        this.underway--
        sent.underway = false
      })
  }
}

function targetOf({ tenant_id: tenant, kind, owner, part }: PokeRow): Target {
  if (kind === 2) return { kind: 'clock' }
  if (kind === 1) return { kind: 'lane', lane: { tenant, account: owner, lane: part } }
  return { kind: 'shard', shard: { tenant, journey: owner as ShardRef['journey'], shard: part } } // a poke's owner is a journey's key
}
