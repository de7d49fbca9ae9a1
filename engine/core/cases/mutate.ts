import type { Schedule } from '../journey/audience.ts'
import type { BoundNode, BoundPlan } from '../journey/plan.ts'
import type { Delivery } from '../journey/rehearsal.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Passage } from '../path-test/run.ts'
import type { EventMatch } from '../rules/rule.ts'
import { counterKey, type Person } from '../simulate/person.ts'
import type { Happening, Script, Told } from '../simulate/story.ts'
import { propertiesFor, type Witness, withField, witnessesOf } from './witness.ts'

const MINUTE_MS = 60_000
/** Members that are tried for an arm: 1, 2, 3 …; an arm of one percent is missed once in 150 nodes. */
const MOST_MEMBERS = 500
/** Pauses of a story that events are put into. */
const MOST_PAUSES = 12
const DELIVERIES: readonly Delivery[] = ['arrives', 'no-consent', 'fails']

/** A script, and what came of it. */
export interface Played {
  readonly script: Script
  readonly story: readonly Told[]
  /** What the story passes. */
  readonly path: readonly Passage[]
}

/** Scripts that may take the person of another out of a node by another of its outcomes; a node that is passed more than once counts where it is passed first. */
export function* mutationsOf(plan: BoundPlan, node: BoundNode, { script, story }: Played): Generator<Script> {
  const arrival = arrivalAt(node.id, story) ?? script.startsAt
  const { zone } = plan
  const tries = node.definition.tries?.(node.settings, { at: script.startsAt, zone }) ?? {}
  for (const rule of tries.members ?? [])
    for (const witness of witnessesOf(rule, { at: arrival, zone })) yield withWitness(script, witness, zone)
  const requests = Object.values(node.requests)
  for (const request of requests)
    if (request.kind === 'reach')
      for (const delivery of DELIVERIES)
        yield withPerson(script, {
          reach: { ...script.person.reach, [`${request.channel}/${request.purpose}`]: delivery },
        })
  for (const request of requests)
    if (request.kind === 'membership')
      for (const holds of [true, false])
        yield withPerson(script, { sets: { ...script.person.sets, [`${request.of}/${request.key}`]: holds } })
  for (const { counter, places } of tries.taken ?? [])
    yield withPerson(script, {
      taken: { ...script.person.taken, [counterKey(counter, { node: node.id, entry: 0 })]: places },
    })
  if (node.spender) yield withPerson(script, { spent: spentUp(plan) })
  const bursts = [...node.listens.map((match) => [match]), ...(tries.happens ?? [])]
  for (const burst of bursts) for (const at of pausesOf(story)) yield withEvents(script, burst, at, zone)
  for (const moment of tries.moments ?? []) yield shifted(script, moment - arrival)
  if (requests.some(({ kind }) => kind === 'arm'))
    for (let member = 1; member <= MOST_MEMBERS; member++) yield withPerson(script, { member })
}

/** Nothing is left in any budget. */
const spentUp = ({ settings }: BoundPlan): NonNullable<Person['spent']> =>
  Object.fromEntries(settings.budgets.map(({ of, most }) => [of, most]))

const arrivalAt = (node: string, story: readonly Told[]): number | undefined =>
  story.find((told) => 'node' in told && told.node === node && told.kind !== 'refused')?.at

/** A minute after somebody began to wait, or at once where the wait is shorter. */
const pausesOf = (story: readonly Told[]): number[] =>
  story
    .flatMap((told) => {
      if (told.kind !== 'waits') return []
      const soon = told.at + MINUTE_MS
      return [told.until !== null && told.until <= soon ? told.at : soon]
    })
    .slice(0, MOST_PAUSES)

const withPerson = (script: Script, more: Partial<Person>): Script => ({
  ...script,
  person: { ...script.person, ...more },
})

function withWitness(script: Script, { fields, tags, did }: Witness, zone: string): Script {
  let { attributes, points } = script.person
  let begins: JsonObject | undefined
  const [first, ...others] = script.happenings
  for (const [field, value] of fields) {
    const [head, name = ''] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)]
    if (head === 'event' && first?.do === 'post') begins = withField(begins ?? first.properties, field, value)
    if (head === 'points') points = { ...points, [name]: Number(value) }
    if (head === 'member') {
      const { [name]: _, ...kept } = attributes
      attributes = value === undefined ? kept : { ...kept, [name]: value as Json } // values of rules are JSON
    }
  }
  const kept = Object.entries(script.person.tags).filter(([tag]) => tags.get(tag) !== false)
  const added = [...tags].filter(([, has]) => has).map(([tag]) => [tag, null] as const)
  const { startsAt } = script
  const before = did.map((match, i) => {
    const at = startsAt - (did.length - i) * MINUTE_MS
    return { name: match.event, at, properties: propertiesFor(match, { at, zone }) }
  })
  const events = did.length > 0 ? before : script.person.events
  const person = { ...script.person, attributes, points, events, tags: Object.fromEntries([...kept, ...added]) }
  const happenings = first?.do === 'post' && begins ? [{ ...first, properties: begins }, ...others] : script.happenings
  return { ...script, person, happenings }
}

/** What happened until then, and then the events. */
function withEvents(script: Script, events: readonly EventMatch[], at: number, zone: string): Script {
  const posts = events.map((match): Happening => {
    return { do: 'post', at, event: match.event, properties: propertiesFor(match, { at, zone }) }
  })
  return { ...script, happenings: [...script.happenings.filter((one) => one.at <= at), ...posts] }
}

/** The same at another time, to the minute. */
function shifted(script: Script, byMs: number): Script {
  const by = Math.round(byMs / MINUTE_MS) * MINUTE_MS
  const events = script.person.events.map((event) => ({ ...event, at: event.at + by }))
  const happenings = script.happenings.map((happening) => ({ ...happening, at: happening.at + by }))
  return { person: { ...script.person, events }, startsAt: script.startsAt + by, happenings }
}

/**
 * What the search begins with: the ways into the journey. `nobody` is somebody who is not held out; `firesAt` tells when an audience
 * is taken.
 */
export function* entrancesOf(
  plan: BoundPlan,
  nobody: Person,
  startsAt: number,
  firesAt: (firing: Schedule) => number,
): Generator<Script> {
  const { zone } = plan
  const now = { at: startsAt, zone }
  for (const index of plan.triggers) {
    const node = plan.nodes[index]
    if (!node?.trigger) continue
    const { audience, events } = node.trigger
    if (audience) {
      const at = firesAt(audience.firing)
      yield { person: nobody, startsAt: at, happenings: [{ do: 'run', at, node: node.id }] }
    }
    for (const match of events?.matches ?? []) {
      const post = { do: 'post', at: startsAt, event: match.event, properties: propertiesFor(match, now) } as const
      const { attribute, to } = events?.changed ?? {}
      const became = attribute === undefined || to === undefined ? {} : { [attribute]: to }
      const person = { ...nobody, attributes: { ...nobody.attributes, ...became } }
      const script = { person, startsAt, happenings: [post] }
      yield script
      if (events?.member)
        for (const witness of witnessesOf(events.member, now)) yield withWitness(script, witness, zone)
    }
  }
}
