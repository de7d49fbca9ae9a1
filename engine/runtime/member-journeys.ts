import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import type { Page } from '../members/face.ts'
import { unknownPlace } from '../members/face.ts'
import { nameOf } from '../store/codes.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { Tx } from '../store/store.ts'

/** One entry of a member into a journey. Times are epoch milliseconds. */
export interface JourneyEntry {
  readonly enrolment: EnrolmentId
  readonly journey: { readonly key: string; readonly name: string; readonly state: string }
  readonly version: number
  readonly entry: number
  readonly state: (typeof ENROLMENT_STATES)[number]
  readonly reason: string | null
  readonly enteredAt: number
  readonly endedAt: number | null
  /** Where one that has not ended stands; `wakesAt` is null where only an event or a retry wakes it. */
  readonly stands: { readonly node: string; readonly failed: boolean; readonly wakesAt: number | null } | null
}

/** The journeys a member is or was in, newest entry first. */
export async function memberJourneys(
  tx: Tx,
  member: MemberId,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<JourneyEntry>> {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) throw unknownPlace()
  const from = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after)
  const found = await tx.sql.query(tracesSql.entries, [member, from, limit + 1])
  const rows = found.slice(0, limit).map(
    (row): JourneyEntry => ({
      enrolment: row.id,
      journey: { key: row.journey, name: row.journey_name, state: row.journey_state },
      version: row.version,
      entry: row.entry_no,
      state: nameOf(ENROLMENT_STATES, row.state),
      reason: row.reason,
      enteredAt: row.entered_at,
      endedAt: row.ended_at,
      stands: row.failed === null ? null : { node: row.node_name ?? '', failed: row.failed, wakesAt: row.due_at },
    }),
  )
  return { rows, next: found.length > limit ? String(rows.at(-1)?.enrolment) : null }
}
