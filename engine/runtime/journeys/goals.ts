import { GOAL_EDGES, SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { VersionId } from '../../core/ids.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { type Difference, newcombe } from '../../core/statistics/intervals.ts'
import { addDuration } from '../../core/time/duration.ts'
import { numbers } from '../../store/literal.ts'
import { countsSql } from '../../store/sql/counts.ts'
import { goalsSql } from '../../store/sql/goals.ts'
import type { Row, Tx } from '../../store/store.ts'
import { type Engine, planOf } from '../engine.ts'
import { identitiesOf, journeyIdOf, type PersonAtNode } from './people.ts'

const PAGE = 50
const CONFIDENCE = 0.95

interface Reaching {
  readonly entered: number
  readonly reached: number
}

/** Of those who entered, or who were held out: how many, how many reached the goal, and what that is worth. */
export interface GoalSum extends Reaching {
  /** Of those whose time for it is over: by whole days of entering. The others may reach it yet. */
  readonly over: Reaching
  /** Null where the goal names no property. */
  readonly value: number | null
}

/** One goal of a journey, the primary one first. `heldOut` is what would have happened anyway. */
export interface GoalRow extends GoalSum {
  readonly id: string
  readonly name: string
  readonly heldOut: GoalSum
  /**
   * How much more of those who went in reach it than of those held out, at 95 % confidence, of those whose time is over; null
   * where either are none.
   */
  readonly lift: Difference | null
  readonly versions: readonly ({ readonly version: number } & Reaching)[]
  /** By the day of entering. */
  readonly days: readonly ({ readonly day: string } & Reaching)[]
}

/** A version of a journey whose goals are counted. */
export interface GoalVersion {
  readonly id: VersionId
  readonly number: number
  readonly plan: BoundPlan
}
type DaySum = Row<'counts.days'>
const NOBODY: Reaching = { entered: 0, reached: 0 }
const NOTHING: GoalSum = { ...NOBODY, over: NOBODY, value: null }

/** What was reached by `at` of each goal that some of the versions has, newest first, by edge counts of the days asked for. */
export function goalRows(
  versions: readonly GoalVersion[],
  sums: readonly DaySum[],
  values: readonly Row<'goals.values'>[],
  at: number,
): GoalRow[] {
  const rows = new Map<string, GoalRow>()
  for (const { id: version, number, plan } of versions) {
    const mine = sums.filter((sum) => sum.version_id === version)
    plan.settings.goals.forEach(({ id, name, within }, place) => {
      const row = rows.get(id) ?? { id, name, ...NOTHING, heldOut: NOTHING, lift: null, versions: [], days: [] }
      const worth = (heldOut: boolean) =>
        values.find((v) => v.version_id === version && v.goal === id && v.held_out === heldOut)?.value ?? null
      const over = mine.filter((sum) => addDuration(sum.day_ends, within, plan.zone) <= at)
      const sum = sumOf(mine, SPECIAL_EDGES.enter, GOAL_EDGES.reached - place)
      const own = added(row, {
        ...{ ...sum, value: worth(false) },
        over: sumOf(over, SPECIAL_EDGES.enter, GOAL_EDGES.reached - place),
      })
      const heldOut = added(row.heldOut, {
        ...{ ...sumOf(mine, SPECIAL_EDGES.holdout, GOAL_EDGES['held-out'] - place), value: worth(true) },
        over: sumOf(over, SPECIAL_EDGES.holdout, GOAL_EDGES['held-out'] - place),
      })
      rows.set(id, {
        ...{ ...row, ...own, heldOut, lift: liftOf(own, heldOut) },
        versions: [...row.versions, { version: number, ...sum }],
        days: withDays(row.days, mine, GOAL_EDGES.reached - place),
      })
    })
  }
  return [...rows.values()]
}

const total = (sums: readonly DaySum[], outcome: number) =>
  sums.reduce((all, sum) => all + (sum.outcome === outcome ? sum.n : 0), 0)

const sumOf = (sums: readonly DaySum[], entered: number, reached: number): Reaching => ({
  entered: total(sums, entered),
  reached: total(sums, reached),
})

const both = (a: Reaching, b: Reaching): Reaching => ({
  entered: a.entered + b.entered,
  reached: a.reached + b.reached,
})

const shareOf = ({ over }: GoalSum) => ({ people: over.entered, conversions: over.reached })
const liftOf = (own: GoalSum, heldOut: GoalSum) => newcombe(shareOf(heldOut), shareOf(own), CONFIDENCE) ?? null

const added = (a: GoalSum, b: GoalSum): GoalSum => ({
  ...{ ...both(a, b), over: both(a.over, b.over) },
  value: a.value === null && b.value === null ? null : (a.value ?? 0) + (b.value ?? 0),
})

function withDays(before: GoalRow['days'], sums: readonly DaySum[], reached: number): GoalRow['days'] {
  const days = new Map(before.map((day) => [day.day, day]))
  for (const day of new Set(sums.map((sum) => sum.day))) {
    const sum = sumOf(
      sums.filter((one) => one.day === day),
      SPECIAL_EDGES.enter,
      reached,
    )
    const known = days.get(day) ?? { day, entered: 0, reached: 0 }
    if (sum.entered + sum.reached > 0)
      days.set(day, { day, entered: known.entered + sum.entered, reached: known.reached + sum.reached })
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}

export interface GoalPeopleFilter {
  readonly reached: boolean
  /** Number of a version; absent: all that have the goal. */
  readonly version?: number | undefined
  readonly after?: string | undefined
}

/** Somebody who entered, or was held out. `at` is when the goal was reached, else when they entered. */
export interface GoalPerson extends Pick<PersonAtNode, 'enrolment' | 'member' | 'name' | 'identity' | 'entry' | 'at'> {
  readonly version: number
  readonly heldOut: boolean
  readonly value: number | null
}

/** Who reached a goal of a journey, or did not, newest entry first. Throws a UserError for a journey or goal that is not there. */
export async function goalPeople(
  engine: Engine,
  tx: Tx,
  key: string,
  goal: string,
  { reached, version, after }: GoalPeopleFilter,
): Promise<{ people: GoalPerson[]; next: string | null }> {
  const journey = await journeyIdOf(tx, key)
  const numbersOf = new Map<VersionId, number>()
  for (const row of await tx.sql.query(countsSql.versions, [journey])) {
    const { settings } = await planOf(engine, tx, row.id)
    if ((version === undefined || row.number === version) && settings.goals.some(({ id }) => id === goal))
      numbersOf.set(row.id, row.number)
  }
  if (numbersOf.size === 0)
    throw new UserError('goal-unknown', `No published version of the journey has a goal “${goal}”: publish it first.`)
  const before = Number(after ?? Number.MAX_SAFE_INTEGER)
  const versions = numbers([...numbersOf.keys()])
  const rows = await tx.sql.query(goalsSql.people, [journey, goal, versions, reached, before, PAGE + 1])
  const page = rows.slice(0, PAGE)
  const known = await identitiesOf(tx, page)
  const people = page.map(
    (row): GoalPerson => ({
      ...{ enrolment: row.enrolment_id, member: row.member_id, name: row.name, entry: row.entry_no },
      ...{ identity: known.get(row.member_id) ?? null, at: row.reached_at ?? row.entered_at },
      ...{ version: numbersOf.get(row.version_id) ?? 0, heldOut: row.held_out, value: row.value },
    }),
  )
  const last = page.at(-1)
  return { people, next: rows.length > PAGE && last ? String(last.enrolment_id) : null }
}
