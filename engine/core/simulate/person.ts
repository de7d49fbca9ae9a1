import type { BudgetKind } from '../budgets/budgets.ts'
import type { Counter } from '../controls/counter.ts'
import { isCrossing } from '../journey/crossed-segments.ts'
import { type Beginning, factSpan } from '../journey/fact-span.ts'
import {
  type Channel,
  type FactRequest,
  type FactRequests,
  type FactsOf,
  type PointsKind,
  PURPOSES,
  type Purpose,
  type Reachability,
} from '../journey/facts.ts'
import type { VisitContext } from '../journey/node.ts'
import { SEGMENT_ENTERED } from '../journey/own-events.ts'
import type { BoundNode } from '../journey/plan.ts'
import type { Deed, Delivery, Rehearsal, RehearsedVisit, Reply } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { matchesEvent } from '../rules/evaluate.ts'
import { ownZone, ZONE_ATTRIBUTE } from '../sending/gate.ts'
import type { QuietHours } from '../sending/quiet-hours.ts'
import type { Calendar } from '../time/calendar.ts'

/** Something a member did; `at` is epoch milliseconds. */
export interface PastEvent {
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
}

/** How messages of a channel and purpose end. */
export type Reach = Partial<Record<`${Channel}/${Purpose}`, Delivery>>

/** A member as a journey sees one: plain JSON, made up or a copy of somebody. */
export interface Person {
  /** What chance is made sticky by: the same member draws the same arm. */
  readonly member: number
  readonly attributes: JsonObject
  /** When they became a member, epoch milliseconds; where nothing is said, as the story begins. */
  readonly joinedAt?: number
  /** Until when each tag lasts, epoch milliseconds; null for good. */
  readonly tags: Readonly<Record<string, number | null>>
  readonly points: Readonly<Record<PointsKind, number>>
  /** In the order they were received. */
  readonly events: readonly PastEvent[]
  /** How messages to them end; they arrive where nothing is said. */
  readonly reach: Readonly<Reach>
  /** Arms of tests that they are in already, by node id. */
  readonly arms: Readonly<Record<string, string>>
  /** Segments and groups that have them, by `kind/key`, a segment's computed set apart. */
  readonly sets?: Readonly<Record<string, boolean>>
  /** What the journey had spent of its budgets before, on others; money in the main unit of its currency. Nothing where it is not said. */
  readonly spent?: Readonly<Partial<Record<BudgetKind, number>>>
  /** What services answer about them, by the id of the node that calls. */
  readonly replies?: Readonly<Record<string, Reply>>
  /** When they took places in counters, by `counterKey`. */
  readonly counts?: Readonly<Record<string, readonly number[]>>
  /** How many places of counters others hold, whenever they are asked, by `counterKey`. None where it is not said. */
  readonly taken?: Readonly<Record<string, number>>
}

/** A member of whom nothing is known. */
export const stranger = (member: number): Person => ({
  member,
  attributes: {},
  tags: {},
  points: { spendable: 0, growth: 0, yearly: 0 },
  events: [],
  reach: {},
  arms: {},
})

/** Where a fact is asked for. */
export interface Asking {
  readonly node: string
  readonly zone: string
  readonly visit: Pick<VisitContext, 'at' | 'due' | 'enteredAt' | 'previousAt' | 'arrivedAt'>
  /** How the enrolment began, and the properties of its event; `beginning.event` is an index of `person.events`. */
  readonly beginning?: Beginning
  readonly data?: JsonObject
  readonly calendar: Calendar
  /** Of the workspace. */
  readonly quietHours?: QuietHours | undefined
}

/** The person after something happened: a segment that they entered has them, one that they left has not. */
export function lived(person: Person, event: PastEvent): Person {
  const set = `segment/${event.properties.segment}`
  const sets = isCrossing(event.name) ? { sets: { ...person.sets, [set]: event.name === SEGMENT_ENTERED } } : {}
  return { ...person, ...sets, events: [...person.events, event] }
}

/** The facts that a node or a rule asks for, as their loaders would answer for this person. */
export const factsOf = (person: Person, requests: FactRequests, asking: Asking): FactsOf<FactRequests> =>
  Object.fromEntries(
    Object.entries(requests).map(([name, request]) => [name, factOf(person, request, asking)]),
  ) as FactsOf<FactRequests> // `factOf` answers each kind with its value

function factOf(person: Person, request: FactRequest, asking: Asking): unknown {
  switch (request.kind) {
    case 'attribute':
      return Object.hasOwn(person.attributes, request.name) ? person.attributes[request.name] : undefined
    case 'tag': {
      const expiry = Object.hasOwn(person.tags, request.tag) ? person.tags[request.tag] : undefined
      return expiry === null || (expiry !== undefined && expiry > asking.visit.at)
    }
    case 'points':
      return person.points[request.account]
    case 'entry-data':
      return asking.data ?? {}
    case 'arm':
      return Object.hasOwn(person.arms, asking.node) ? person.arms[asking.node] : undefined
    case 'winner':
      return undefined
    case 'reach':
      return reachability(person.reach[`${request.channel}/${request.purpose}`])
    case 'calendar':
      return asking.calendar
    case 'quiet-hours': {
      const quiet = request.own ?? asking.quietHours
      const zone = ownZone(person.attributes[ZONE_ATTRIBUTE])
      return quiet && { quiet, zone, calendar: asking.calendar }
    }
    case 'membership': {
      const holds = person.sets?.[`${request.of}/${request.key}`] ?? false
      return request.of === 'segment-set' ? { holds, computedAt: asking.visit.at } : { holds }
    }
    case 'events':
      return { counts: countsOf(person, request, asking) }
  }
}

/** Whether what is sent to somebody by a channel arrives. */
const deliveryTo =
  (person: Person) =>
  (channel: Channel): boolean =>
    !PURPOSES.some((purpose) => person.reach[`${channel}/${purpose}`] === 'fails')

const reachability = (delivery: Delivery = 'arrives'): Reachability =>
  delivery === 'arrives' || delivery === 'fails' ? { reachable: true } : { reachable: false, reason: delivery }

function countsOf(person: Person, request: Extract<FactRequest, { kind: 'events' }>, asking: Asking): number[] {
  const { zone, visit, beginning } = asking
  const { from, to, after } = factSpan(request.window, visit, beginning, zone)
  const known = person.events.filter(
    ({ at }, i) => at >= from && at <= to && !(after !== null && at === from && i <= after),
  )
  return request.matches.map(
    ({ event, filter }) =>
      known.filter(({ name, at, properties }) => name === event && matchesEvent(filter, properties, { at, zone }))
        .length,
  )
}

/** What the effect of a node would do. Throws where the node has none. */
export function rehearsalOf(
  { definition, settings, type }: BoundNode,
  body: JsonObject,
  visit: RehearsedVisit,
): Rehearsal {
  if (!definition.rehearse) throw new Error(`${type} cannot be rehearsed`)
  return definition.rehearse(settings, body, visit)
}

/** Where something is done: a node, in one of the person's entries. */
export interface DeedPlace {
  readonly node: string
  readonly entry: number
}

/** Under which a counter's places are remembered. */
export function counterKey(counter: Counter, { node, entry }: DeedPlace): string {
  switch (counter.scope) {
    case 'enrolment':
      return `enrolment/${entry}/${node}`
    case 'name':
      return `name/${counter.name}`
    case 'journey':
      return 'journey'
    default:
      return `${counter.scope}/${node}`
  }
}

/** When a person took places in a counter. */
export const countedOf = ({ counts = {} }: Person, counter: Counter, place: DeedPlace): readonly number[] =>
  counts[counterKey(counter, place)] ?? []

/** How many places of a counter others hold. */
const takenOf = ({ taken = {} }: Person, counter: Counter, place: DeedPlace): number =>
  taken[counterKey(counter, place)] ?? 0

/** What an effect that is rehearsed at a place asks of the person. */
export const askedAt = (person: Person, place: DeedPlace) => ({
  arrives: deliveryTo(person),
  counted: (counter: Counter) => countedOf(person, counter, place),
  taken: (counter: Counter) => takenOf(person, counter, place),
  reply: person.replies?.[place.node],
})

/** The person after an effect at a node. */
export function after(person: Person, deed: Deed, place: DeedPlace): Person {
  switch (deed.do) {
    case 'points': {
      const points = { ...person.points, [deed.account]: person.points[deed.account] + deed.amount }
      return { ...person, points }
    }
    case 'tags': {
      const kept = Object.entries(person.tags).filter(
        ([tag]) => deed.remove !== 'all-others' && !deed.remove.includes(tag),
      )
      const added = deed.add.map((tag) => [tag, deed.expiresAt ?? null])
      return { ...person, tags: Object.fromEntries([...kept, ...added]) }
    }
    case 'groups': {
      const moved = (groups: readonly string[], holds: boolean) =>
        Object.fromEntries(groups.map((key) => [`group/${key}`, holds]))
      return { ...person, sets: { ...person.sets, ...moved(deed.remove, false), ...moved(deed.add, true) } }
    }
    case 'arm':
      return { ...person, arms: { ...person.arms, [place.node]: deed.arm } }
    case 'count': {
      const key = counterKey(deed.counter, place)
      return { ...person, counts: { ...person.counts, [key]: [...(person.counts?.[key] ?? []), deed.at] } }
    }
    case 'attribute': {
      const { [deed.name]: before, ...others } = person.attributes
      const value = 'add' in deed ? (typeof before === 'number' ? before : 0) + deed.add : deed.value
      return { ...person, attributes: value === null ? others : { ...others, [deed.name]: value } }
    }
    case 'message':
    case 'spend':
    case 'notice':
    case 'call':
      return person
  }
}
