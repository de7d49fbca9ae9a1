import { SPECIAL_EDGES } from '../core/edges.ts'
import { withdrawMessages } from '../reach/face.ts'
import { numbers } from '../store/literal.ts'
import { movesSql } from '../store/sql/moves.ts'
import { steerSql } from '../store/sql/steer.ts'
import type { Tx } from '../store/store.ts'
import type { Fate, Moves, Place } from './moves.ts'
import { byVersion, endEnrolments, leaving, type SpecialTrace, type TokenInHand, traceSpecial } from './tokens.ts'
import { type EdgeRow, writeEdges } from './write-walk.ts'

interface Followed<T> {
  readonly token: T
  readonly fate: Fate
  /** When they left where they stood. */
  readonly at: number
}

/**
 * Lets tokens in hand follow the moves of their journeys: counts, traces and ends what that means, and answers those who are
 * inside still, where they stand now. Their members must be locked; `at` is the clock.
 */
export async function follow<T extends TokenInHand>(
  tx: Tx,
  moves: Moves,
  tokens: readonly T[],
  at: number,
): Promise<T[]> {
  if (!moves.concern(tokens)) return [...tokens]
  await moves.prepare(tokens)
  const fated = tokens.filter((token) => moves.fateOf(token))
  const told = await tx.sql.query(movesSql.told, [numbers(fated.map((token) => token.enrolment_id))])
  // Who is told to leave leaves from where they stand.
  const staying = new Set(told.map((row) => row.enrolment_id))
  const inside: T[] = []
  const followed: Followed<T>[] = []
  for (const token of tokens) {
    const fate = staying.has(token.enrolment_id) ? undefined : moves.fateOf(token)
    if (!fate) inside.push(token)
    else if (fate.kind === 'moved') {
      const moved = movedBy(token, fate)
      inside.push(moved)
      followed.push({ token, fate, at: Math.max(token.arrived_at, Math.min(moved.due_at, fate.by.at)) })
    } else followed.push({ token, fate, at })
  }
  writeFollowed(tx, moves, followed)
  const gone = followed.flatMap(({ token, fate }) => (fate.kind === 'moved' ? [] : [{ token, state: fate.kind }]))
  for (const state of ['pulled-out', 'stopped'] as const)
    endEnrolments(
      tx,
      gone.flatMap((one) => (one.state === state ? [one.token] : [])),
      state,
      at,
    )
  if (gone.length > 0) tx.sql.write(steerSql.forget, [numbers(gone.map(({ token }) => token.enrolment_id)), false])
  await withdrawMessages(
    tx,
    gone.map(({ token }) => ({ enrolment: token.enrolment_id, enteredAt: token.entered_at })),
    at,
  )
  return inside
}

/**
 * Where the node waits for something else than before, they are judged anew as of the move; what time had brought before that is
 * judged first, by the newer node. One who failed stays so.
 */
function movedBy<T extends TokenInHand>(token: T, fate: Extract<Fate, { kind: 'moved' }>): T {
  const { version: version_id, node, same, since } = fate
  // What another node did is not done by this one: its visit is a new one.
  const visit = same ? {} : { step: 0, visit: token.visit + 1 }
  const anew =
    since === undefined || token.failed
      ? {}
      : { due_at: Math.min(token.due_at, since), again: token.again || !same || since <= token.due_at }
  return { ...token, version_id, node, ...visit, ...anew }
}

function writeFollowed(tx: Tx, moves: Moves, followed: readonly Followed<TokenInHand>[]): void {
  const edges: (EdgeRow & Place)[] = []
  const traces: SpecialTrace[] = []
  for (const { token, fate, at } of followed) {
    const { journey_id, version_id, node, failed = false, visit } = token
    const outcome = SPECIAL_EDGES[fate.kind === 'moved' ? 'moved-out' : fate.kind]
    edges.push(...leaving(node, failed, outcome, at).map((edge) => ({ ...edge, journey_id, version_id })))
    const version = fate.by.number
    if (fate.kind !== 'moved') {
      traces.push({ token, outcome, visit, at, because: { version } })
      continue
    }
    const there = { journey_id, version_id: fate.version, node: fate.node, at, n: 1 }
    edges.push({ ...there, outcome: SPECIAL_EDGES['moved-in'] })
    if (failed) edges.push({ ...there, outcome: SPECIAL_EDGES.failed })
    const to = moves.nodeAt(fate.version, fate.node)
    // A move is no visit: its row is numbered by the version, below all visits, and says before which of them it comes.
    traces.push({
      ...{ token, outcome, visit: -version, at },
      because: { version, to: to.id, name: to.name, visit: visit + (fate.same ? 0 : 1) },
    })
  }
  for (const mine of byVersion(edges)) writeEdges(tx, mine.journey_id, mine.version_id, summed(mine.rows))
  for (const mine of byVersion(traces.map((trace) => ({ ...trace, ...placeOf(trace.token) }))))
    traceSpecial(tx, mine, mine.rows)
}

const placeOf = ({ journey_id, version_id }: Place): Place => ({ journey_id, version_id })

/** One row for each edge and quarter of an hour, instead of one for each person. */
function summed(edges: readonly EdgeRow[]): EdgeRow[] {
  const sums = new Map<string, EdgeRow>()
  for (const { node, outcome, at, n } of edges) {
    const key = `${node} ${outcome} ${Math.floor(at / 900_000)}`
    sums.set(key, { node, outcome, at, n: n + (sums.get(key)?.n ?? 0) })
  }
  return [...sums.values()]
}
