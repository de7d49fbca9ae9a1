import { SPECIAL_EDGES } from '../core/edges.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { codeOf } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { advanceSql } from '../store/sql/advance.ts'
import type { Tx } from '../store/store.ts'
import type { Place } from './moves.ts'
import type { EdgeRow } from './write-walk.ts'

/** A token in hand: deleted, and not put back yet. Times are epoch milliseconds. */
export interface TokenInHand {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly shard: number
  readonly enrolment_id: EnrolmentId
  readonly member_id: MemberId
  readonly node: number
  readonly step: number
  readonly visit: number
  readonly entry_no: number
  readonly depth: number
  readonly entered_at: number
  readonly arrived_at: number
  readonly previous_at: number
  readonly due_at: number
  readonly failed: boolean
  /** Judged anew because it was moved, not because its time has come. */
  readonly again: boolean
}

const column = (rows: readonly TokenInHand[], of: (row: TokenInHand) => number) => numbers(rows.map(of))
const flags = (of: readonly boolean[]) => `{${of.map((is) => (is ? 't' : 'f')).join(',')}}`

/** Rows by version: what is written of them names one. */
export function byVersion<T extends Place>(rows: readonly T[]): (Place & { readonly rows: readonly T[] })[] {
  const groups = new Map<VersionId, Place & { rows: T[] }>()
  for (const row of rows) {
    const { journey_id, version_id } = row
    const group = groups.get(version_id)
    if (group) group.rows.push(row)
    else groups.set(version_id, { journey_id, version_id, rows: [row] })
  }
  return [...groups.values()]
}

/** Puts tokens of one version back where they say. */
export function putTokens(tx: Tx, { journey_id, version_id }: Place, tokens: readonly TokenInHand[]): void {
  if (tokens.length === 0) return
  tx.sql.write(advanceSql.put, [
    ...([tx.tenant, journey_id, version_id, column(tokens, (t) => t.shard)] as const),
    column(tokens, (t) => t.enrolment_id),
    column(tokens, (t) => t.member_id),
    column(tokens, (t) => t.node),
    column(tokens, (t) => t.step),
    column(tokens, (t) => t.visit),
    column(tokens, (t) => t.entry_no),
    column(tokens, (t) => t.depth),
    column(tokens, (t) => t.entered_at),
    column(tokens, (t) => t.arrived_at),
    column(tokens, (t) => t.previous_at),
    column(tokens, (t) => t.due_at),
    flags(tokens.map((t) => t.failed)),
    flags(tokens.map((t) => t.again)),
  ])
}

/** A trace of one visit that ended by a way nobody drew. */
export interface SpecialTrace {
  readonly token: TokenInHand
  readonly outcome: number
  readonly visit: number
  readonly at: number
  readonly because?: object
}

/** Traces of tokens of one version. */
export function traceSpecial(tx: Tx, { journey_id, version_id }: Place, traces: readonly SpecialTrace[]): void {
  if (traces.length === 0) return
  tx.sql.write(advanceSql.trace, [
    tx.tenant,
    journey_id,
    version_id,
    texts(traces.map(({ token }) => enteredMonth(token.entered_at))),
    numbers(traces.map(({ token }) => token.enrolment_id)),
    numbers(traces.map(({ visit }) => visit)),
    numbers(traces.map(({ token }) => token.member_id)),
    texts(traces.map(({ token }) => `{${token.node}}`)),
    texts(traces.map(({ outcome }) => `{${outcome}}`)),
    numbers(traces.map(({ at }) => at)),
    jsons(traces.map(({ because }) => because && { 0: because })),
  ])
}

/** Ends enrolments whose tokens are in hand. */
export function endEnrolments(
  tx: Tx,
  tokens: readonly Pick<TokenInHand, 'member_id' | 'enrolment_id'>[],
  state: (typeof ENROLMENT_STATES)[number],
  at: number,
): void {
  if (tokens.length === 0) return
  tx.sql.write(advanceSql.finish, [
    numbers(tokens.map((t) => t.member_id)),
    numbers(tokens.map((t) => t.enrolment_id)),
    numbers(tokens.map(() => codeOf(ENROLMENT_STATES, state))),
    numbers(tokens.map(() => at)),
    texts(tokens.map(() => null)),
  ])
}

/** One who leaves a node by a way that nobody drew, and no longer counts as failed there. */
export const leaving = (node: number, failed: boolean, outcome: number, at: number): EdgeRow[] => [
  { node, outcome, at, n: 1 },
  ...(failed ? [{ node, outcome: SPECIAL_EDGES.failed, at, n: -1 }] : []),
]
