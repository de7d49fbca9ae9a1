import { SPECIAL_EDGES } from '../core/edges.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import type { Traveller } from '../core/walk/traveller.ts'
import type { Walk } from '../core/walk/walk.ts'
import { withdrawMessages } from '../reach/face.ts'
import { codeOf } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { closingSql } from '../store/sql/closing.ts'
import type { Tx } from '../store/store.ts'

export interface Walked {
  readonly walk: Walk
  readonly journey: JourneyId
  readonly version: VersionId
  readonly shardOf: ReadonlyMap<Traveller, number>
  /** The clock of the walk. */
  readonly at: number
}

export interface EdgeRow {
  readonly node: number
  readonly outcome: number
  readonly at: number
  readonly n: number
}

/** Writes everything a finished walk leaves behind: traces, tokens, ended enrolments, edge counts. */
export async function writeWalk(tx: Tx, walked: Walked): Promise<void> {
  writeTraces(tx, walked)
  writeTokens(tx, walked)
  writeEndings(tx, walked)
  const out: Traveller[] = []
  const edges: EdgeRow[] = [...walked.walk.passages.values()]
  const count = (node: number, outcome: number, at: number, n: number) => edges.push({ node, outcome, at, n })
  for (const [traveller, ending] of walked.walk.endings) {
    const { node, entryNo, failed } = traveller
    if (ending.kind === 'failed') count(node, SPECIAL_EDGES.failed, walked.at, 1)
    else if (ending.kind === 'exited' || ending.kind === 'goal') {
      out.push(traveller)
      if (failed) count(node, SPECIAL_EDGES.failed, walked.at, -1)
    } else if (ending.kind === 'completed' && entryNo < 0) count(node, SPECIAL_EDGES['reversed-done'], ending.at, 1)
  }
  await withdrawMessages(tx, out, walked.at)
  writeEdges(tx, walked.journey, walked.version, edges)
}

/** Queues edge deltas: `n` people over an edge of a node on the workspace's day of `at`. */
export const writeEdges = (tx: Tx, journey: JourneyId, version: VersionId, edges: readonly EdgeRow[]): void =>
  writeEdgesOf(tx, [{ journey, version, edges }])

/** The same of many versions at once. */
export function writeEdgesOf(
  tx: Tx,
  counted: readonly { journey: JourneyId; version: VersionId; edges: readonly EdgeRow[] }[],
): void {
  const edges = counted.flatMap(({ journey, version, edges: mine }) => mine.map((e) => ({ ...e, journey, version })))
  if (edges.length === 0) return
  tx.sql.write(advanceSql.edges, [
    tx.tenant,
    numbers(edges.map((e) => e.journey)),
    numbers(edges.map((e) => e.version)),
    numbers(edges.map((e) => e.node)),
    numbers(edges.map((e) => e.outcome)),
    numbers(edges.map((e) => e.at)),
    numbers(edges.map((e) => e.n)),
  ])
}

function writeTraces(tx: Tx, { walk, journey, version }: Walked): void {
  const rows = walk.segments
  if (rows.length === 0) return
  tx.sql.write(advanceSql.trace, [
    tx.tenant,
    journey,
    version,
    texts(rows.map((s) => enteredMonth(s.traveller.enteredAt))),
    numbers(rows.map((s) => s.traveller.enrolment)),
    numbers(rows.map((s) => s.firstVisit)),
    numbers(rows.map((s) => s.traveller.member)),
    quotedLists(rows.map((s) => s.nodes)),
    quotedLists(rows.map((s) => s.outcomes)),
    numbers(rows.map((s) => s.at)),
    jsons(rows.map((s) => (isEmpty(s.because) ? undefined : s.because))),
  ])
}

function isEmpty(of: object): boolean {
  for (const _ in of) return false
  return true
}

/** An array of array literals, for columns that PostgreSQL casts row by row. */
const quotedLists = (lists: readonly number[][]) => `{${lists.map((l) => `"{${l.join(',')}}"`).join(',')}}`

function writeTokens(tx: Tx, { walk, journey, version, shardOf }: Walked): void {
  const live = [...walk.endings].filter(([, { kind }]) => kind === 'parked' || kind === 'failed')
  if (live.length === 0) return
  const column = (of: (t: Traveller) => number) => numbers(live.map(([t]) => of(t)))
  tx.sql.write(advanceSql.put, [
    tx.tenant,
    journey,
    version,
    column((t) => shardOf.get(t) ?? 0),
    column((t) => t.enrolment),
    column((t) => t.member),
    column((t) => t.node),
    column((t) => t.step),
    column((t) => t.visit),
    column((t) => t.entryNo),
    column((t) => t.depth),
    column((t) => t.enteredAt),
    column((t) => t.arrivedAt),
    column((t) => t.previousAt),
    numbers(live.map(([t, ending]) => (ending.kind === 'failed' ? Number.POSITIVE_INFINITY : t.dueAt))),
    `{${live.map(([, ending]) => (ending.kind === 'failed' ? 't' : 'f')).join(',')}}`,
    `{${live.map(() => 'f').join(',')}}`,
  ])
}

function writeEndings(tx: Tx, { walk, journey, at }: Walked): void {
  const ended = [...walk.endings].flatMap(([t, ending]) => (ending.kind === 'parked' ? [] : [{ t, ending }]))
  if (ended.length === 0) return
  tx.sql.write(closingSql.pokeWhereDraining, [tx.tenant, journey])
  tx.sql.write(advanceSql.finish, [
    numbers(ended.map(({ t }) => t.member)),
    numbers(ended.map(({ t }) => t.enrolment)),
    numbers(ended.map(({ ending }) => codeOf(ENROLMENT_STATES, ending.kind))),
    `{${ended.map(({ ending }) => (ending.kind === 'failed' ? 'NULL' : at)).join(',')}}`,
    texts(
      ended.map(({ ending }) => (ending.kind === 'failed' ? `${ending.reason}: ${ending.detail}`.slice(0, 500) : null)),
    ),
  ])
}
