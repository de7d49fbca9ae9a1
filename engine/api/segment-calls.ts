import { z } from 'zod'
import { CHANNELS, PURPOSES } from '../core/journey/facts.ts'
import { isOwnEvent } from '../core/journey/own-events.ts'
import { isStorable, type JsonObject } from '../core/json.ts'
import type { Identity } from '../members/face.ts'
import type { Told } from '../runtime/take-in.ts'

const MOST_DEPTH = 8
const MOST_CALLS = 500

const Text = z.string().refine(isStorable, 'holds a character that cannot be stored: remove it')

/** Why a value cannot be stored; undefined where it can. An object of plain values has depth 1. */
function flaw(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : 'holds a character that cannot be stored'
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'holds a number that is too large'
  if (typeof value !== 'object' || value === null) return undefined
  if (depth >= MOST_DEPTH) return `is nested deeper than ${MOST_DEPTH} levels`
  for (const [key, inner] of Object.entries(value)) {
    const found = flaw(key, depth) ?? flaw(inner, depth + 1)
    if (found) return found
  }
  return undefined
}

/** Any JSON object that can be stored. */
const Fields = z
  .record(z.string(), z.unknown())
  .superRefine((fields, ctx) => {
    const found = flaw(fields, 0)
    if (found) ctx.addIssue(found)
  })
  .transform((fields) => fields as JsonObject) // parsed from JSON, so its values are

const Id = Text.min(1).max(255)
const Instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, such as 2026-03-01T09:30:00.000Z' })
  .regex(/^(19[7-9]|[2-9]\d)\d/, 'must be of 1970 or later')
const Ignored = z.looseObject({}).nullish()

/** What Segment's specification puts into every call. What is not needed here is accepted and not kept. */
const common = {
  userId: Id.nullish(),
  anonymousId: Id.nullish(),
  messageId: Id.nullish(),
  timestamp: Instant.nullish(),
  originalTimestamp: z.string().nullish(),
  sentAt: z.string().nullish(),
  receivedAt: z.string().nullish(),
  context: Ignored,
  integrations: Ignored,
  channel: z.string().nullish(),
  version: z.union([z.string(), z.number()]).nullish(),
  writeKey: z.string().nullish(),
  projectId: z.string().nullish(),
  _metadata: Ignored,
}

const isSomebody = (call: { userId?: unknown; anonymousId?: unknown }) => (call.userId ?? call.anonymousId) != null
/** Asked even where other fields are wrong, so that all problems are told at once. */
const somebody = {
  error: 'userId or anonymousId is needed',
  path: ['userId'],
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
}

/** The same for readers of the published schema. */
const saysSomebody = {
  anyOf: ['userId', 'anonymousId'].map((id) => ({ required: [id], properties: { [id]: { type: 'string' } } })),
}

const EventName = Text.trim()
  .min(1)
  .max(200)
  .refine((name) => !isOwnEvent(name), 'is the name of an event that Waymark itself raises: choose another')
const track = { ...common, event: EventName, properties: Fields.nullish() }
const Consents = z
  .array(z.strictObject({ channel: z.enum(CHANNELS), purpose: z.enum(PURPOSES), granted: z.boolean() }))
  .max(50)
  .describe('what the person agrees to (granted) or no longer; what is not named stays')
const identify = { ...common, traits: Fields.nullish(), consents: Consents.nullish() }

export const Track = z
  .strictObject({ type: z.literal('track').optional(), ...track })
  .refine(isSomebody, somebody)
  .meta(saysSomebody)
export const Identify = z
  .strictObject({ type: z.literal('identify').optional(), ...identify })
  .refine(isSomebody, somebody)
  .meta(saysSomebody)

/** For somebody to enter a journey by its API trigger. */
export const JourneyTrigger = z
  .strictObject({
    userId: Id.nullish(),
    anonymousId: Id.nullish(),
    data: Fields.nullish().describe('what nodes read as event.*'),
    idempotencyKey: Id.nullish().describe(
      'a call of the same key within 30 days is accepted again and changes nothing',
    ),
  })
  .refine(isSomebody, somebody)
  .meta(saysSomebody)

const NOT_YET = ['alias', 'group', 'page', 'screen']

const Call = z.discriminatedUnion(
  'type',
  [
    z
      .strictObject({ type: z.literal('track'), ...track })
      .refine(isSomebody, somebody)
      .meta(saysSomebody),
    z
      .strictObject({ type: z.literal('identify'), ...identify })
      .refine(isSomebody, somebody)
      .meta(saysSomebody),
  ],
  {
    error: ({ input }) => {
      if (typeof input !== 'object' || input === null) return 'must be a call: { "type": "track", … }'
      const type = 'type' in input ? input.type : undefined
      return NOT_YET.includes(String(type))
        ? `calls of type ${type} are not handled yet: send only track and identify`
        : 'type must be track or identify'
    },
  },
)

export const Batch = z.strictObject({
  batch: z.array(Call).min(1).max(MOST_CALLS, `a batch may have ${MOST_CALLS} calls: send more batches`),
  sentAt: z.string().nullish(),
  context: Ignored,
  integrations: Ignored,
  writeKey: z.string().nullish(),
})

type Call = z.infer<typeof Track> | z.infer<typeof Identify>

/** Whom a call is about, best known first. */
export function personIn({ userId, anonymousId }: Pick<Call, 'userId' | 'anonymousId'>): Identity[] {
  const identity = (namespace: string, value: string | null | undefined) => (value ? [{ namespace, value }] : [])
  return [...identity('user', userId), ...identity('anonymous', anonymousId)]
}

/** A call in Waymark's words. */
export function toldBy(call: Call): Told {
  const { messageId, timestamp } = call
  const at = timestamp ? { at: Date.parse(timestamp) } : {}
  return {
    person: personIn(call),
    ...(messageId ? { messageId } : {}),
    ...('event' in call
      ? { event: { name: call.event, properties: call.properties ?? {}, ...at } }
      : { attributes: call.traits ?? {}, ...(call.consents ? { consents: call.consents } : {}) }),
  }
}
