import type { BoundPlan } from '../journey/plan.ts'
import { type PathTest, SETS, type TestHappening, type TestMember } from '../path-test/path-test.ts'
import { observe } from '../path-test/run.ts'
import type { Person } from '../simulate/person.ts'
import { localDateTime } from '../time/zone.ts'
import type { Played } from './mutate.ts'

const MINUTE_MS = 60_000
const MOST_NAME = 120

/** A case as a test: it expects what happened, until nobody moves any more. `adds` are the passages it is for. */
export function testOf(plan: BoundPlan, { script, story }: Played, adds: readonly string[]): PathTest {
  const local = (at: number) => localDateTime(at, plan.zone).replace(' ', 'T')
  const last = Math.max(script.startsAt, ...script.happenings.map(({ at }) => at))
  // The journey's own moments may lie between two minutes.
  const end = Math.ceil(Math.max(last, story.at(-1)?.at ?? last) / MINUTE_MS) * MINUTE_MS
  const happenings = script.happenings.map((happening): TestHappening => {
    const at = happening.at === script.startsAt ? {} : { at: local(happening.at) }
    if (happening.do === 'run') return { do: 'run', node: happening.node, ...at }
    if (happening.do === 'wait') return { do: 'wait', ...at }
    const { event, properties } = happening
    return { do: 'post', event, ...(isEmpty(properties) ? {} : { properties }), ...at }
  })
  if (end > last) happenings.push({ do: 'wait', at: local(end) })
  const member = memberOf(script.person, local)
  const told = observe(story.filter(({ at }) => at <= end))
  const { path, effects, goals, refused } = told
  return {
    name: nameOf(adds),
    ...(isEmpty(member) ? {} : { member }),
    clock: local(script.startsAt),
    happenings,
    expect: {
      path: path.map(({ name }) => name),
      effects: effects.map((effect) => ({ ...effect, node: String(effect.node), do: String(effect.do) })),
      ...(goals.length > 0 ? { goals: [...goals] } : {}),
      ...(refused.length > 0 ? { refused: [...refused] } : {}),
    },
  }
}

function nameOf(adds: readonly string[]): string {
  const name = adds.join(', ')
  return name.length <= MOST_NAME ? name : `${name.slice(0, MOST_NAME - 1)}…`
}

function memberOf(person: Person, local: (at: number) => string): TestMember {
  const { member, attributes, tags, points, events, reach, sets = {}, taken = {}, spent = {} } = person
  const had = Object.fromEntries(Object.entries(points).filter(([, amount]) => amount !== 0))
  const inside = setsOf(sets)
  const did = events.map(({ name, at, properties }) => ({
    ...{ event: name, at: local(at) },
    ...(isEmpty(properties) ? {} : { properties }),
  }))
  return {
    ...(member === 1 ? {} : { id: member }),
    ...(isEmpty(attributes) ? {} : { attributes }),
    ...(isEmpty(tags) ? {} : { tags: Object.keys(tags) }),
    ...(isEmpty(had) ? {} : { points: had }),
    ...(did.length > 0 ? { events: did } : {}),
    ...(isEmpty(spent) ? {} : { spent }),
    ...(isEmpty(taken) ? {} : { taken }),
    ...(isEmpty(inside) ? {} : { sets: inside }),
    ...(isEmpty(reach) ? {} : { reach: reach as NonNullable<TestMember['reach']> }), // of deliveries that the search tries
  }
}

function setsOf(sets: NonNullable<Person['sets']>): NonNullable<TestMember['sets']> {
  const keys = (kind: string) =>
    Object.entries(sets).flatMap(([set, holds]) =>
      holds && set.startsWith(`${kind}/`) ? [set.slice(kind.length + 1)] : [],
    )
  const named = SETS.map(([name, kind]) => [name, keys(kind)] as const)
  return Object.fromEntries(named.filter(([, some]) => some.length > 0))
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0
