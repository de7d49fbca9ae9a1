import type { JourneyId } from '../../core/ids.ts'
import type { InFlight } from '../../core/journey/in-flight.ts'
import type { BoundNode, BoundPlan } from '../../core/journey/plan.ts'
import type { Problem } from '../../core/journey/problems.ts'
import { clockOf } from '../../store/moment.ts'
import { movesSql } from '../../store/sql/moves.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { moveProblems, standingIn } from '../begin-move.ts'
import { type Engine, planOf } from '../engine.ts'
import { loadFacts } from '../facts.ts'
import { type Fate, Moves, type Spot } from '../moves.ts'
import { compileDraft } from './check.ts'
import { journeyIdOf } from './people.ts'

/** At each node of each version, so many of those who wait are judged; the others are taken to be like them. */
const SAMPLE = 1_000

/**
 * What becomes of people who wait: they stay in their version, go on at once, wait for less time, for as long as before, or for
 * longer; they leave the journey; or it is still to be said where they go.
 */
export const TURNS = ['stay', 'go-on', 'sooner', 'as-before', 'later', 'out', 'open'] as const
export type Turn = (typeof TURNS)[number]
type Turns = Readonly<Record<Turn, number>>

/** Those who stand at a node of older versions, matched by its id and type. */
export interface Crowd {
  readonly node: string
  readonly name: string
  readonly type: string
  readonly people: number
  /** Of them, those who failed there. */
  readonly failed: number
  /** The node of the new version where they go; null: out, or nowhere yet, or they stay. */
  readonly to: string | null
  /** The new version has the node, so that no target is needed. */
  readonly isKept: boolean
  /** Of those who wait. */
  readonly turns: Turns
}

export interface Rehearsal {
  readonly people: number
  readonly crowds: readonly Crowd[]
  readonly turns: Turns
  /** Only some of the people were judged, and the others are taken to be like them. */
  readonly isEstimate: boolean
  /** What refuses the move. */
  readonly problems: readonly Problem[]
}

const NONE: Turns = { stay: 0, 'go-on': 0, sooner: 0, 'as-before': 0, later: 0, out: 0, open: 0 }
const sum = (a: Turns, b: Turns): Turns => {
  const both = { ...a }
  for (const turn of TURNS) both[turn] += b[turn]
  return both
}

/**
 * What publishing the draft of a journey, or `document`, would do to those inside; nothing is written. Where the draft has errors
 * only head counts are told. Throws a UserError where there is no such journey.
 */
export async function rehearseMove(
  engine: Engine,
  tx: DbTx,
  key: string,
  { policy, targets }: InFlight,
  document?: unknown,
): Promise<Rehearsal> {
  const { journey, plan } = await compileDraft(engine, tx, key, document)
  const standing = await standingIn(tx, journey)
  const at = await clockOf(tx)
  const before = await Moves.of(engine, tx, [journey])
  const isMoving = policy !== 'finish' && plan !== undefined
  const moves = isMoving ? before.andThen({ journey_id: journey, number: 0, at, policy, targets }, plan) : before
  await moves.prepare(standing)
  const samples = isMoving ? await tx.sql.query(movesSql.sample, [journey, SAMPLE]) : []
  const crowds = new Map<string, Crowd>()
  let isEstimate = false
  for (const crowd of standing) {
    const { nodes } = await planOf(engine, tx, crowd.version_id)
    const from = nodes[crowd.node]
    if (!from) continue
    const fate = isMoving ? moves.fateOf(crowd) : undefined
    const mine = crowd.failed ? [] : samples.filter((s) => s.version_id === crowd.version_id && s.node === crowd.node)
    if (mine.length > 0 && mine.length < crowd.n) isEstimate = true
    const turns = crowd.failed
      ? NONE
      : await turnsOf(tx, { crowd, fate, at, plan, journey, isMoving: isMoving && policy === 'move' }, mine)
    const id = `${from.type} ${from.id}`
    const others = crowds.get(id)
    crowds.set(id, {
      ...{ node: from.id, name: from.name, type: from.type },
      people: (others?.people ?? 0) + crowd.n,
      failed: (others?.failed ?? 0) + (crowd.failed ? crowd.n : 0),
      to: fate?.kind === 'moved' ? (plan?.nodes[fate.node]?.id ?? null) : null,
      isKept: plan?.nodes.some((node) => node.id === from.id && node.type === from.type) ?? true,
      turns: sum(others?.turns ?? NONE, turns),
    })
  }
  const all = [...crowds.values()]
  return {
    people: all.reduce((people, crowd) => people + crowd.people, 0),
    crowds: all,
    turns: all.reduce((turns, crowd) => sum(turns, crowd.turns), NONE),
    isEstimate,
    problems: isMoving && policy === 'move' ? moveProblems(moves, plan, standing, { targets }) : [],
  }
}

interface Turning {
  readonly crowd: Spot & { readonly n: number }
  readonly fate: Fate | undefined
  readonly at: number
  readonly plan: BoundPlan | undefined
  readonly journey: JourneyId
  readonly isMoving: boolean
}

type Sample = Row<'moves.sample'>

async function turnsOf(tx: Tx, turning: Turning, sample: readonly Sample[]): Promise<Turns> {
  const { crowd, fate, plan, isMoving } = turning
  const all = (turn: Turn): Turns => ({ ...NONE, [turn]: crowd.n })
  if (!fate) return all(isMoving ? 'open' : 'stay')
  if (fate.kind !== 'moved') return all('out')
  const node = plan?.nodes[fate.node]
  if (!plan || !node) return all('open')
  if (fate.since === undefined || sample.length === 0) return all('as-before')
  const turns = await judge(tx, turning, { plan, node, same: fate.same }, sample)
  const found = { ...NONE }
  for (const turn of turns) found[turn]++
  // The rest, to the last one, is like those who were judged.
  let [left, seen] = [crowd.n, turns.length]
  for (const turn of TURNS) {
    const share = seen === 0 ? 0 : Math.round((left * found[turn]) / seen)
    seen -= found[turn]
    left -= share
    found[turn] = share
  }
  return found
}

/** Asks the node of the new version as the advance will, without what its effect would do. */
async function judge(
  tx: Tx,
  { at, journey }: Turning,
  { plan, node, same }: { plan: BoundPlan; node: BoundNode; same: boolean },
  sample: readonly Sample[],
): Promise<Turn[]> {
  const subjects = sample.map((token) => ({
    at,
    due: false,
    traveller: {
      ...{ member: token.member_id, enrolment: token.enrolment_id, entryNo: token.entry_no },
      ...{ enteredAt: token.entered_at, arrivedAt: token.arrived_at, previousAt: token.previous_at },
    },
  }))
  const facts = await loadFacts(tx, { journey, zone: plan.zone, node }, subjects)
  return sample.map((token, i): Turn => {
    const { arrived_at: arrivedAt, previous_at: previousAt, entered_at: enteredAt, member_id: member } = token
    try {
      const decision = node.definition.decide(node.settings, facts[i] ?? {}, {
        ...{ at, arrivedAt, previousAt, enteredAt, member, zone: plan.zone },
        ...{ step: same ? token.step : 0, due: false, stimulus: undefined, drawn: node.drawnSet },
        chanceKey: `${member}/${journey}/${node.id}`,
      })
      if (decision.do !== 'park') return 'go-on'
      const until = decision.until ?? Number.POSITIVE_INFINITY
      return until < token.due_at ? 'sooner' : until > token.due_at ? 'later' : 'as-before'
    } catch {
      return 'go-on' // it fails there at once
    }
  })
}

/** How far the newest move of a journey has come; undefined where it had none. Times are epoch milliseconds. */
export interface MoveProgress {
  readonly version: number
  readonly policy: 'move' | 'stop'
  readonly at: number
  /** How many it concerned. */
  readonly people: number
  /** How many of them are still where they were. */
  readonly left: number
  readonly isDone: boolean
}

/** Throws a UserError where there is no such journey. */
export async function moveProgress(engine: Engine, tx: Tx, key: string): Promise<MoveProgress | undefined> {
  const journey = await journeyIdOf(tx, key)
  const [move] = await tx.sql.query(movesSql.last, [journey])
  if (!move) return undefined
  const standing = (await standingIn(tx, journey)).filter((crowd) => crowd.version_id < move.version_id)
  const moves = await Moves.of(engine, tx, [journey])
  await moves.prepare(standing)
  const left = standing.reduce((n, crowd) => (moves.fateOf(crowd) ? n + crowd.n : n), 0)
  const { number: version, policy, at, people, is_done: isDone } = move
  return { version, policy: policy === 'stop' ? 'stop' : 'move', at, people, left, isDone }
}
