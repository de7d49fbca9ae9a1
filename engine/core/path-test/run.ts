import type { Because } from '../journey/node.ts'
import type { BoundPlan } from '../journey/plan.ts'
import type { Deed } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { isSame } from '../same.ts'
import { stranger } from '../simulate/person.ts'
import { simulate } from '../simulate/simulate.ts'
import type { Happening, Script, Told } from '../simulate/story.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../time/calendar.ts'
import { addDuration } from '../time/duration.ts'
import { atLocal } from '../time/zone.ts'
import { type Expectation, type PathTest, SETS, type TestMember } from './path-test.ts'

/** One passage of the path, as a test names it, and what decided it. `at` is epoch milliseconds. */
export interface Passage {
  readonly name: string
  readonly node: string
  /** Absent where they wait or failed there. */
  readonly outcome?: string
  readonly because: Because
  readonly at: number
}

/** Where what happened is not what was expected. Absent: nothing more was expected, or nothing more happened. */
export type Difference =
  | { readonly kind: 'path'; readonly index: number; readonly expected?: string; readonly actual?: Passage }
  | { readonly kind: 'effects'; readonly index: number; readonly expected?: JsonObject; readonly actual?: JsonObject }
  | {
      readonly kind: 'goals' | 'refused'
      readonly expected: readonly string[]
      readonly actual: readonly string[]
    }
  /** It cannot be played at all, and why. */
  | { readonly kind: 'unplayable'; readonly why: 'backwards' | 'no-run'; readonly happening: number }

/** What a story comes to, in the words of a test. */
export interface Observed {
  readonly path: readonly Passage[]
  readonly effects: readonly JsonObject[]
  readonly goals: readonly string[]
  readonly refused: readonly string[]
}

export interface TestResult {
  readonly test: PathTest
  readonly observed: Observed
  /** None: it passed. */
  readonly differences: readonly Difference[]
}

const NOTHING: Observed = { path: [], effects: [], goals: [], refused: [] }

/** Plays a test as the simulator plays a journey, and compares. It never throws on a test that the schema lets pass. */
export function runPathTest(plan: BoundPlan, test: PathTest, calendar: Calendar = WEEKDAYS_ALONE): TestResult {
  const script = scriptOf(test, plan.zone)
  const unplayable = whyUnplayable(plan, script)
  if (unplayable) return { test, observed: NOTHING, differences: [unplayable] }
  const observed = observe(simulate(plan, script, { calendar }).story)
  return { test, observed, differences: differencesOf(test.expect, observed) }
}

/** The script of a test: local times become instants. */
function scriptOf({ member = {}, clock, happenings }: PathTest, zone: string): Script {
  const startsAt = atLocal(clock, zone)
  let at = startsAt
  const played = happenings.map((happening): Happening => {
    if (happening.at !== undefined) at = atLocal(happening.at, zone)
    else if (happening.after) at = addDuration(at, happening.after, zone)
    if (happening.do === 'post')
      return { do: 'post', at, event: happening.event, properties: json(happening.properties) }
    return happening.do === 'run' ? { do: 'run', at, node: happening.node } : { do: 'wait', at }
  })
  const { id = 1, attributes, tags = [], points = {}, events = [], reach = {}, arms = {}, spent, sets, taken } = member
  const nobody = stranger(id)
  const person = {
    ...nobody,
    attributes: json(attributes),
    tags: Object.fromEntries(tags.map((tag) => [tag, null])),
    points: { ...nobody.points, ...points },
    events: events.map(({ event, at: local, properties }) => ({
      ...{ name: event, at: atLocal(local, zone), properties: json(properties) },
    })),
    reach,
    arms,
    ...(spent && { spent }),
    ...(taken && { taken }),
    ...(sets && { sets: setsOf(sets) }),
  }
  return { person, startsAt, happenings: played }
}

const setsOf = (sets: NonNullable<TestMember['sets']>): Record<string, boolean> =>
  Object.fromEntries(SETS.flatMap(([name, kind]) => (sets[name] ?? []).map((key) => [`${kind}/${key}`, true])))

const json = (object: Readonly<Record<string, unknown>> = {}) => object as JsonObject // the schema parsed it as JSON

function whyUnplayable(plan: BoundPlan, { startsAt, happenings }: Script): Difference | undefined {
  let before = startsAt
  for (const [happening, one] of happenings.entries()) {
    if (one.at < before) return { kind: 'unplayable', why: 'backwards', happening }
    before = one.at
    const runs = one.do !== 'run' || plan.nodes.some(({ id, trigger }) => id === one.node && trigger?.audience)
    if (!runs) return { kind: 'unplayable', why: 'no-run', happening }
  }
  return undefined
}

/** Arms are in the path, and what is spent follows from what is done: neither is an effect of its own. */
const BESIDE: ReadonlySet<Deed['do']> = new Set(['arm', 'spend'])

/** What a story comes to. */
export function observe(story: readonly Told[]): Observed {
  const path: Passage[] = []
  const effects: JsonObject[] = []
  const goals: string[] = []
  const refused: string[] = []
  const standing = new Map<number, Passage>()
  for (const told of story) {
    const { at } = told
    if (told.kind === 'left' || told.kind === 'out') {
      const { node, because } = told
      const outcome = told.kind === 'left' ? told.outcome : told.way
      path.push({ name: `${node}.${outcome}`, node, outcome, because, at })
      standing.delete(told.entry)
    } else if (told.kind === 'waits') {
      standing.set(told.entry, { name: told.node, node: told.node, because: {}, at })
    } else if (told.kind === 'failed') {
      const { node, reason, detail } = told
      standing.set(told.entry, { name: `${node}!${reason}`, node, because: { detail }, at })
    } else if (told.kind === 'did' && !BESIDE.has(told.deed.do)) effects.push(effectOf(told.node, told.deed))
    else if (told.kind === 'goal') goals.push(told.name)
    else if (told.kind === 'refused') refused.push(told.reason)
    else if (told.kind === 'held-out') refused.push('held-out')
  }
  return { path: [...path, ...standing.values()], effects, goals, refused }
}

/** A deed as tests write it: times as instants of ISO 8601. */
function effectOf(node: string, deed: Deed): JsonObject {
  const { expiresAt, ...rest } = { expiresAt: undefined, ...deed }
  const time = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }
  return { node, ...(JSON.parse(JSON.stringify(rest)) as JsonObject), ...time } // a deed is JSON
}

function differencesOf(expect: Expectation, { path, effects, goals, refused }: Observed): Difference[] {
  const found: Difference[] = []
  const parted = firstUnlike(expect.path.length, path.length, (i) => expect.path[i] === path[i]?.name)
  if (parted !== undefined) {
    const [expected, actual] = [expect.path[parted], path[parted]]
    found.push({ kind: 'path', index: parted, ...(expected && { expected }), ...(actual && { actual }) })
  }
  const wanted = expect.effects as JsonObject[] | undefined // JSON, as parsed
  const unlike =
    wanted && firstUnlike(wanted.length, effects.length, (i) => holdsAll(wanted[i] ?? {}, effects[i] ?? {}))
  if (wanted && unlike !== undefined) {
    const [expected, actual] = [wanted[unlike], effects[unlike]]
    found.push({ kind: 'effects', index: unlike, ...(expected && { expected }), ...(actual && { actual }) })
  }
  for (const [kind, actual] of [['goals', goals] as const, ['refused', refused] as const]) {
    const expected = expect[kind]
    if (expected && JSON.stringify(expected) !== JSON.stringify(actual)) found.push({ kind, expected, actual })
  }
  return found
}

function firstUnlike(expected: number, actual: number, isAlike: (index: number) => boolean): number | undefined {
  const most = Math.max(expected, actual)
  for (let i = 0; i < most; i++) if (i >= expected || i >= actual || !isAlike(i)) return i
  return undefined
}

const holdsAll = (wanted: JsonObject, given: JsonObject): boolean =>
  Object.entries(wanted).every(([key, value]) => isSame(value, given[key]))
