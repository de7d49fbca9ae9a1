import { GOAL_EDGES } from '../core/edges.ts'
import type { EnrolmentId, EventId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import type { Goal } from '../core/journey/document.ts'
import { type GoalEntry, goalReached, goalsBy, worthOf } from '../core/journey/goals.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { nameOf } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { goalsSql } from '../store/sql/goals.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import type { Raised, StoredEvent } from './event.ts'
import { writeEdges } from './write-walk.ts'

/** An entry whose goals may still be reached. */
export interface Aspirant extends GoalEntry {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly member: MemberId
  readonly entryNo: number
  readonly heldOut: boolean
  /** Null until it is written: an enrolment that the events at hand begin. */
  readonly enrolment: () => EnrolmentId | null
  readonly reached: Set<string>
}

export interface Reached {
  readonly aspirant: Aspirant
  readonly goal: Goal
  readonly event: StoredEvent
  readonly value: number | null
}

/** States in which nothing is counted any more. */
const GONE: readonly string[] = ['merged', 'erased']

/** Reads who may reach a goal by these events. The members must be locked. */
export async function openGoals(
  engine: Engine,
  tx: Tx,
  events: readonly StoredEvent[],
  receivedAt: number,
): Promise<Goals> {
  const names = texts([...new Set(events.map((event) => event.name))])
  const aims = await tx.sql.query(goalsSql.aims, [names])
  const plans = new Map(
    await Promise.all(aims.map(async ({ version_id: v }) => [v, await planOf(engine, tx, v)] as const)),
  )
  const goals = new Goals(plans, new Map(aims.map((aim) => [aim.journey_id, aim.key])), receivedAt)
  if (aims.length === 0) return goals
  const members = numbers([...new Set(events.map((event) => event.member))])
  const rows = await tx.sql.query(goalsSql.entries, [members, numbers([...new Set(aims.map((a) => a.journey_id))])])
  for (const row of rows) {
    const state = nameOf(ENROLMENT_STATES, row.state)
    if (!GONE.includes(state)) goals.add(aspirantOf(row, state === 'holdout'))
  }
  return goals
}

const aspirantOf = (row: Row<'goals.entries'>, heldOut: boolean): Aspirant => ({
  ...{ journey: row.journey_id, version: row.version_id, member: row.member_id, entryNo: row.entry_no, heldOut },
  ...{ enteredAt: row.entered_at, sinceAt: row.since_at, event: row.event_id },
  enrolment: () => row.id,
  reached: new Set(row.reached),
})

/** Decides in memory, event by event, which goals are reached, and writes it. */
export class Goals {
  private readonly aspirants = new Map<MemberId, Aspirant[]>()
  private readonly reached: Reached[] = []

  constructor(
    private readonly plans: ReadonlyMap<VersionId, BoundPlan>,
    private readonly keys: ReadonlyMap<JourneyId, string>,
    private readonly receivedAt: number,
  ) {}

  /** Whether no version has a goal on these events. */
  get none(): boolean {
    return this.plans.size === 0
  }

  /** One of a version that has no goal on these events is left out. */
  add(aspirant: Aspirant): void {
    if (!this.plans.has(aspirant.version)) return
    const others = this.aspirants.get(aspirant.member)
    if (others) others.push(aspirant)
    else this.aspirants.set(aspirant.member, [aspirant])
  }

  /** Goals that the event reaches, each once for an entry. */
  reach(event: StoredEvent): Reached[] {
    const found: Reached[] = []
    for (const aspirant of this.aspirants.get(event.member) ?? []) {
      const plan = this.plans.get(aspirant.version)
      if (!plan) continue
      for (const goal of goalsBy(plan.settings.goals, event, aspirant, this.receivedAt, plan.zone)) {
        if (aspirant.reached.has(goal.id)) continue
        aspirant.reached.add(goal.id)
        found.push({ aspirant, goal, event, value: worthOf(goal, event.properties) })
      }
    }
    this.reached.push(...found)
    return found
  }

  /** Writes who reached what, once new enrolments have their ids. Answers what that raises: nothing for those held out. */
  write(tx: Tx): Raised[] {
    const { reached } = this
    if (reached.length === 0) return []
    tx.sql.write(goalsSql.reach, [
      tx.tenant,
      numbers(reached.map(({ aspirant }) => aspirant.journey)),
      numbers(reached.map(({ aspirant }) => aspirant.version)),
      texts(reached.map(({ goal }) => goal.id)),
      numbers(reached.map(({ aspirant }) => aspirant.enrolment() ?? 0)),
      numbers(reached.map(({ aspirant }) => aspirant.member)),
      numbers(reached.map(({ event }): EventId => event.id)),
      numbers(reached.map(({ event }) => event.at)),
      numbers(reached.map(({ aspirant }) => aspirant.enteredAt)),
      `{${reached.map(({ aspirant }) => aspirant.heldOut).join(',')}}`,
      `{${reached.map(({ value }) => value ?? 'NULL').join(',')}}`,
    ])
    for (const [version, plan] of this.plans) this.count(tx, version, plan)
    return reached.flatMap(({ aspirant, goal, event, value }) => {
      if (aspirant.heldOut) return []
      const goals = this.plans.get(aspirant.version)?.settings.goals ?? []
      const journey = this.keys.get(aspirant.journey) ?? ''
      const told = { member: event.member, at: this.receivedAt, ...goalReached(goal, goals, value, journey) }
      return [{ event: told, depth: event.depth + 1 }]
    })
  }

  /** On the day of the entry, so that those who reached a goal are a part of those who entered. */
  private count(tx: Tx, version: VersionId, { settings: { goals } }: BoundPlan): void {
    const mine = this.reached.filter(({ aspirant }) => aspirant.version === version)
    const [first] = mine
    if (!first) return
    const edges = mine.map(({ aspirant, goal }) => {
      const base = aspirant.heldOut ? GOAL_EDGES['held-out'] : GOAL_EDGES.reached
      return { node: 0, outcome: base - goals.indexOf(goal), at: aspirant.enteredAt, n: 1 }
    })
    writeEdges(tx, first.aspirant.journey, version, edges)
  }
}
