import type { EnrolmentId, MemberId, ShardRef, TenantId } from '../core/ids.ts'
import type { Stimulus } from '../core/journey/node.ts'
import { REVERSED } from '../core/journey/refunds.ts'
import type { TakenOut, Traveller } from '../core/walk/traveller.ts'
import { Walk } from '../core/walk/walk.ts'
import { nameOf, STIMULI } from '../store/codes.ts'
import { numbers } from '../store/literal.ts'
import { clockOf, lockMembers } from '../store/moment.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import type { Raised } from './event.ts'
import { follow } from './follow.ts'
import { judgeExitRules } from './leaving.ts'
import { Moves, type Place } from './moves.ts'
import { factsOf, performEffects } from './perform.ts'
import { refundRewards } from './refunds.ts'
import { storeRaised } from './unit-of-work.ts'
import { writeWalk } from './write-walk.ts'

type TokenRow = Row<'advance.take'>
type StimulusRow = Row<'advance.stimuli'>

export interface AdvanceOptions {
  /** Tokens taken a shard at most. */
  readonly most: number
  /** Every effect in a savepoint of its own, so that the member that breaks it fails alone. */
  readonly careful?: boolean
}

export interface Advanced {
  readonly members: number
  /** By position of the shard asked for: milliseconds to sleep, 0 = more is due, null = the shard is empty. */
  readonly sleepMs: (number | null)[]
}

/** Rows were due but another transaction held them. */
const LOCKED_MS = 100
const HOUR_MS = 3_600_000

/** Walks what is due in shards of one tenant, in one transaction. Running it again after it committed does nothing. */
export async function advance(
  engine: Engine,
  tenant: TenantId,
  shards: readonly ShardRef[],
  options: AdvanceOptions,
): Promise<Advanced> {
  return engine.store.advancing(tenant, async (tx) => {
    const keys = [numbers(shards.map((s) => s.journey)), numbers(shards.map((s) => s.shard))] as const
    tx.sql.write(journeysSql.share, [keys[0]])
    tx.sql.write(advanceSql.unpoke, keys)
    const limits = numbers(shards.map(() => options.most))
    const journeys = shards.map((s) => s.journey)
    const [tokens, moves] = await Promise.all([
      tx.sql.query(advanceSql.take, [...keys, limits]),
      Moves.of(engine, tx, journeys),
    ])
    if (tokens.length > 0) await walkTokens(engine, tx, tokens, moves, options.careful ?? false)
    const next = tx.sql.query(advanceSql.next, keys)
    const [wakes, at] = await Promise.all([next, clockOf(tx)])
    const full = tokens.length >= options.most
    const answers = new Map(wakes.map((w) => [`${w.journey}/${w.shard}`, sleepOf(w, at, full)]))
    return { members: tokens.length, sleepMs: shards.map((s) => answers.get(`${s.journey}/${s.shard}`) ?? null) }
  })
}

function sleepOf(wake: Row<'advance.next'>, at: number, full: boolean): number | null {
  if (wake.stirred) return full ? 0 : LOCKED_MS
  if (wake.due_at === null || wake.due_at === Number.POSITIVE_INFINITY) return null
  const left = wake.due_at - at
  if (left <= 0) return full ? 0 : LOCKED_MS
  const grain = left > HOUR_MS ? 60_000 : 1_000
  return Math.ceil(left / grain) * grain
}

async function walkTokens(
  engine: Engine,
  tx: Tx,
  taken: readonly TokenRow[],
  moves: Moves,
  careful: boolean,
): Promise<void> {
  const members = taken.map((t) => t.member_id)
  const lock = lockMembers(tx, members)
  const tokens = moves.concern(taken) ? await follow(tx, moves, taken, (await lock).at) : taken
  const versions = [...new Set(tokens.map((t) => t.version_id))]
  const plans = new Map(await Promise.all(versions.map(async (v) => [v, await planOf(engine, tx, v)] as const)))
  const [locked, stimuli] = await Promise.all([
    lock,
    tx.sql.query(advanceSql.stimuli, [numbers(tokens.map((t) => t.enrolment_id))]),
  ])
  const { at } = locked
  const woken = stimuliByEnrolment(stimuli)
  const raised: Raised[] = []
  const changed: MemberId[] = []
  const rewarded: Traveller[] = []
  for (const [version, plan] of [...plans].sort(([a], [b]) => a - b)) {
    const mine = tokens.filter((t) => t.version_id === version)
    const journey = mine[0]?.journey_id
    if (journey === undefined) continue
    const walk = new Walk(plan, journey, at)
    const shardOf = new Map<Traveller, number>()
    for (const token of mine) {
      const traveller = travellerOf(token, woken.get(token.enrolment_id) ?? [])
      shardOf.set(traveller, token.shard)
      walk.add(traveller)
    }
    for (let group = walk.next(); group; group = walk.next()) {
      const { zone, publishedAt, settings } = plan
      const place = { walk, group, journey, version, zone, publishedAt, caps: settings.caps }
      const facts = await factsOf(tx, place, careful)
      const performing = facts ? walk.decide(group, facts) : []
      if (performing.length === 0) continue
      raised.push(...(await performEffects(engine, tx, place, performing, careful)))
      for (const { traveller } of performing) changed.push(traveller.member)
      if (group.node.outcomes.includes(REVERSED)) rewarded.push(...performing.map(({ traveller }) => traveller))
    }
    wakeMovable(walk, moves, { journey_id: journey, version_id: version }, at)
    await writeWalk(tx, { walk, journey, version, shardOf, at })
  }
  raised.push(...(await refundRewards(engine, tx, rewarded, at)))
  // Effects change what other journeys of these members ask about.
  await judgeExitRules(engine, tx, changed, at)
  await storeRaised(engine, tx, raised, locked)
}

/** Whoever came, in an older version, from a node that leads no further to one that does, is moved at once. */
function wakeMovable(walk: Walk, moves: Moves, place: Place, at: number): void {
  if (!moves.concern([place])) return
  for (const [traveller, { kind }] of walk.endings)
    if (kind === 'parked' && moves.fateOf({ ...place, node: traveller.node }))
      traveller.dueAt = Math.min(traveller.dueAt, at)
}

type Told = Stimulus | TakenOut

function stimuliByEnrolment(rows: readonly StimulusRow[]): Map<EnrolmentId, Told[]> {
  const by = new Map<EnrolmentId, Told[]>()
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    const list = by.get(row.enrolment_id)
    if (list) list.push(toldBy(row))
    else by.set(row.enrolment_id, [toldBy(row)])
  }
  return by
}

function toldBy({ kind, event_id: event, name, at, received_at: receivedAt, properties }: StimulusRow): Told {
  const what = nameOf(STIMULI, kind)
  if (what !== 'event') return { out: what, receivedAt, because: properties }
  if (event === null) throw new Error('a stimulus has no event')
  return { event, name, at, receivedAt, properties }
}

const travellerOf = (row: TokenRow, stimuli: Told[]): Traveller => ({
  enrolment: row.enrolment_id,
  member: row.member_id,
  entryNo: row.entry_no,
  depth: row.depth,
  enteredAt: row.entered_at,
  node: row.node,
  step: row.step,
  visit: row.visit,
  arrivedAt: row.arrived_at,
  previousAt: row.previous_at,
  dueAt: row.due_at,
  failed: row.failed,
  again: row.again,
  stimuli,
})
