import type { Json, JsonObject } from '../json.ts'
import { CALL_SETTLED, MESSAGE_SETTLED, MESSAGE_STATES } from '../lifecycles/message.ts'
import { UNSUBSCRIBED } from './exits.ts'
import { CHANNELS } from './facts.ts'
import { GOAL_REACHED } from './goals.ts'

export const TAG_GAINED = 'tag gained'
export const TAG_LOST = 'tag lost'
export const POINTS_CHANGED = 'points changed'
export const MEMBER_CHANGED = 'member changed'
export const SEGMENT_ENTERED = 'segment entered'
export const SEGMENT_LEFT = 'segment left'

/** Attributes that are other than before, by name: what each was, where that is known, and what it is; null: none. */
export type Changes = Readonly<Record<string, { readonly was?: Json; readonly is: Json }>>

/** Something that was raised about a member, as it is routed. `changes` is never stored. */
export interface RaisedFact {
  readonly name: string
  readonly properties: JsonObject
  readonly changes?: Changes
}

interface OwnProperty {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean'
  /** The values it can have, where these are few. */
  readonly samples: readonly string[]
}

const text = (name: string, samples: readonly string[] = []): OwnProperty => ({ name, type: 'text', samples })

/**
 * Events that Waymark itself raises about members: a closed list, which triggers and conditions offer beside what members do. A
 * service that has something to tell adds its event here, with its words in `own-events.locale.ts`, and returns it as raised.
 */
export const OWN_EVENTS: readonly { readonly name: string; readonly properties: readonly OwnProperty[] }[] = [
  // Once nothing more is to be done for a message that a provider carries.
  {
    name: MESSAGE_SETTLED,
    properties: [text('state', MESSAGE_STATES.slice(3)), text('channel', CHANNELS), text('reason')],
  },
  // Once a service that a journey called has answered, or will not be called again.
  { name: CALL_SETTLED, properties: [text('state', ['accepted', 'failed', 'blocked']), text('reason')] },
  { name: TAG_GAINED, properties: [text('tag')] },
  // Taken off, or expired.
  { name: TAG_LOST, properties: [text('tag')] },
  {
    name: POINTS_CHANGED,
    properties: [
      text('account', ['spendable', 'growth', 'yearly']),
      { name: 'amount', type: 'number', samples: [] },
      text('reason'),
    ],
  },
  // `attributes`: the names of those that are other than before, separated by commas; never their values.
  { name: MEMBER_CHANGED, properties: [text('attributes')] },
  // `segment` by key. Raised of segments that a live journey watches, and of no others.
  { name: SEGMENT_ENTERED, properties: [text('segment')] },
  { name: SEGMENT_LEFT, properties: [text('segment')] },
  // `journey` by key, `goal` by id; `primary`: the first of its journey; `value`: where the goal names what it is worth.
  {
    name: GOAL_REACHED,
    properties: [
      ...['journey', 'goal', 'name'].map((name) => text(name)),
      { name: 'primary', type: 'boolean', samples: [] },
      { name: 'value', type: 'number', samples: [] },
    ],
  },
  { name: UNSUBSCRIBED, properties: [] },
]

const NAMES: ReadonlySet<string> = new Set(OWN_EVENTS.map((event) => event.name))

/** Whether Waymark itself raises events of this name, and nobody else may. */
export const isOwnEvent = (name: string): boolean => NAMES.has(name) || journeyCalled(name) !== undefined

const CALLED = 'journey called/'

/** The event by which members enter a journey that is called, or that they are handed over to; its properties are the data of the call. */
export const calledEvent = (journey: string): string => CALLED + journey

/** The key of the journey that an event of this name calls. */
export const journeyCalled = (name: string): string | undefined =>
  name.startsWith(CALLED) ? name.slice(CALLED.length) : undefined

/** Of attributes that are other than before. */
export const memberChanged = (changes: Changes): RaisedFact => ({
  name: MEMBER_CHANGED,
  properties: { attributes: Object.keys(changes).sort().join(', ') },
  changes,
})
