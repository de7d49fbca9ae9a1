import { ApprovalGrounds, type ApprovalReason } from '../../core/journey/approval.ts'
import { InFlight } from '../../core/journey/in-flight.ts'
import type { JsonObject } from '../../core/json.ts'
import { type ApprovalState, approvalState } from '../../core/lifecycles/approval.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import type { Engine } from '../engine.ts'
import { type Checked, checkJourney } from '../journeys/check.ts'
import { rehearseMove } from '../journeys/in-flight.ts'
import { unknownApproval } from './requests.ts'

const PAGE = 50

/** A request that a second person publish a journey. Times are epoch milliseconds. */
export interface Approval {
  readonly id: number
  readonly journey: { readonly key: string; readonly name: string; readonly state: string }
  readonly revision: number
  /** The version that was live; null where none was. */
  readonly base: number | null
  readonly inFlight: InFlight
  /** Members whom its audiences held then; null where it has none. */
  readonly size: number | null
  readonly reasons: readonly ApprovalReason[]
  readonly note: string
  readonly asked: { readonly by: string; readonly name: string; readonly at: number }
  readonly state: ApprovalState
  /** `name`: null of whoever overtook it by a change. */
  readonly decided: { readonly name: string | null; readonly at: number } | null
  /** Why it was rejected. */
  readonly answer: string | null
  /** What it was published as. */
  readonly version: number | null
}

function approvalOf(row: Row<'approvals.page'>): Approval {
  const { id, revision, base, size, note, answer, version } = row
  return {
    ...{ id, revision, base, size, note, answer, version, state: approvalState(row.state) },
    inFlight: InFlight.parse(row.in_flight),
    reasons: ApprovalGrounds.parse(row.grounds).reasons,
    journey: { key: row.key, name: row.name, state: row.journey_state },
    asked: { by: row.asked_by, name: row.asked_name, at: row.asked_at },
    decided: row.decided_at === null ? null : { name: row.decided_name, at: row.decided_at },
  }
}

export interface ApprovalFilter {
  readonly state?: ApprovalState | undefined
  /** Key of the journey. */
  readonly journey?: string | undefined
  /** Absent: whoever has asked. */
  readonly notBy?: string | undefined
  readonly after?: number | undefined
}

/** A page of requests, newest first. */
export async function listApprovals(
  tx: Tx,
  { state, journey, notBy, after }: ApprovalFilter,
): Promise<{ approvals: Approval[]; next: number | null }> {
  const values = [state ?? null, journey ?? null, notBy ?? null, after ?? null, PAGE + 1] as const
  const rows = await tx.sql.query(approvalsSql.list, values)
  const page = rows.slice(0, PAGE)
  return { approvals: page.map(approvalOf), next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** How many requests wait for somebody: all that others have made. */
export async function countWaiting(tx: Tx, actor: string): Promise<number> {
  const [row] = await tx.sql.query(approvalsSql.waiting, [actor])
  return row?.n ?? 0
}

/** A request with all that somebody decides by. */
export interface OpenApproval extends Approval {
  readonly document: JsonObject
  /** What was live when it was asked for. */
  readonly before: JsonObject | null
  /** What publishing it now would find, and how many are inside; null once it is decided. */
  readonly now: (Checked & { readonly people: number }) | null
}

/** Throws a UserError where there is no such request. */
export async function openApproval(engine: Engine, tx: DbTx, id: number): Promise<OpenApproval> {
  const [row] = await tx.sql.query(approvalsSql.one, [id])
  if (!row) throw unknownApproval()
  const approval = approvalOf(row)
  const { journey, inFlight, base } = approval
  const where = { journeyId: BigInt(row.journey_id), number: base ?? 0 }
  const version = base === null ? null : await tx.db.version.findFirst({ where })
  const look = async () => ({
    ...(await checkJourney(engine, tx, journey.key, row.document)),
    people: (await rehearseMove(engine, tx, journey.key, inFlight, row.document)).people,
  })
  return {
    ...approval,
    document: row.document,
    before: version ? (version.document as JsonObject) : null, // written by publish alone
    now: approval.state === 'asked' ? await look() : null,
  }
}
