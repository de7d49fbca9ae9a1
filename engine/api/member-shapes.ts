import { z } from 'zod'
import { InWorkspace } from './guard.ts'
import { Instant } from './instant.ts'

/** What the routes of members take and answer. Ids are texts, times ISO instants. */

/** Any JSON object. */
export const Fields = z.record(z.string(), z.unknown())
/** Checked by `Rule` of the core, which says in words what is wrong. */
export const AnyRule = z
  .looseObject({})
  .describe('a rule: { all }, { any }, { not }, { field, op, value } or { events }')

const Id = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a whole number')
export const MemberAddress = InWorkspace.extend({ member: Id })
export const JourneyOfMember = MemberAddress.extend({ journey: z.string() })
export const EnrolmentAddress = MemberAddress.extend({ enrolment: Id })

const Place = z.string().max(300)
export const After = z.object({ after: Place.optional().describe('`next` of the page before') })
export const Before = z.object({ before: Place.optional().describe('`next` of the page before') })
export const Next = z.string().nullable().describe('where the next page begins; null after the last')

export const Named = z.object({ key: z.string(), name: z.string() })
export const Journey = Named.extend({ state: z.string() })

export const Person = z.object({
  id: z.string(),
  name: z.string().nullable(),
  status: z.string(),
  identities: z.record(z.string(), z.string()).describe('one of each namespace'),
  tags: z.array(z.string()).describe('the newest four'),
  points: z.int().describe('spendable ones'),
  createdAt: Instant,
  lastEventAt: Instant.nullable(),
})
export const People = z.object({ members: z.array(Person), next: Next })
export const MemberList = People.extend({
  total: z.int().nullable().describe('members of the workspace; null on later pages and for a search'),
})

export const Member = z.object({
  id: z.string(),
  status: z.string(),
  createdAt: Instant,
  attributes: Fields,
  identities: z.array(z.object({ namespace: z.string(), value: z.string() })),
  tags: z.array(z.object({ tag: z.string(), source: z.string(), at: Instant, expiresAt: Instant.nullable() })),
  points: z.array(
    z.object({
      account: z.string(),
      balance: z.int(),
      lapses: z.object({ at: Instant, points: z.int() }).nullable().describe('the next of them to be lost'),
    }),
  ),
  consents: z.array(
    z.object({ channel: z.string(), purpose: z.string(), granted: z.boolean(), source: z.string(), at: Instant }),
  ),
})

const happened = { id: z.string(), at: Instant }
const inJourney = { ...happened, journey: Named.nullable() }
export const TimelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), ...happened, name: z.string(), properties: Fields }),
  z.object({
    kind: z.literal('message'),
    ...inJourney,
    channel: z.string(),
    state: z.string(),
    reason: z.string().nullable(),
    node: z.string(),
  }),
  z.object({
    kind: z.literal('points'),
    ...inJourney,
    account: z.string(),
    amount: z.int(),
    reason: z.string(),
    refund: z
      .object({ order: z.string(), id: z.string(), missed: z.int().describe('due, and could not be taken back') })
      .nullable()
      .describe('of points that a refund took back'),
  }),
  z.object({
    kind: z.literal('tags'),
    ...inJourney,
    added: z.array(z.string()),
    removed: z.array(z.string()),
    replaced: z.boolean().describe('all others were taken off'),
  }),
  z.object({ kind: z.literal('entered'), ...inJourney, enrolment: z.string(), entry: z.int() }),
  z.object({
    kind: z.literal('left'),
    ...inJourney,
    enrolment: z.string(),
    entry: z.int(),
    state: z.string(),
    reason: z.string().nullable(),
  }),
])

export const Message = z.object({
  id: z.string(),
  channel: z.string(),
  purpose: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  plannedAt: Instant,
  settledAt: Instant.nullable(),
  journey: Named,
  enrolment: z.string(),
  node: z.string(),
  content: z.object({ title: z.string(), text: z.string() }).nullable(),
})

export const Entry = z.object({
  enrolment: z.string(),
  journey: Journey,
  version: z.int(),
  entry: z.int(),
  state: z.string(),
  reason: z.string().nullable(),
  enteredAt: Instant,
  endedAt: Instant.nullable(),
  stands: z.object({ node: z.string(), failed: z.boolean(), wakesAt: Instant.nullable() }).nullable(),
})

const Text = z.string().describe('whole sentences, in the language asked for')
const EventMatch = z.object({ event: z.string(), filter: AnyRule.optional() })
const unmet = {
  unmet: z.array(AnyRule).describe('the parts that are not met'),
  found: Fields.describe('what is there instead; a value that is missing is absent'),
}

const JudgedSegments = z.array(Named.extend({ use: z.enum(['include', 'exclude']), holds: z.boolean(), ...unmet }))
export const WhyNot = z.object({
  journey: Journey,
  because: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('inside'), enteredAt: Instant }),
    z.object({ kind: z.literal('not-running'), state: z.string() }),
    z.object({ kind: z.literal('refused'), at: Instant, reason: z.string(), event: z.string().nullable(), ...unmet }),
    z.object({ kind: z.literal('left'), enteredAt: Instant }),
    z.object({ kind: z.literal('held-out'), at: Instant }),
    z.object({
      kind: z.literal('not-in-audience'),
      at: Instant,
      segments: JudgedSegments,
    }),
    z.object({ kind: z.literal('not-yet'), at: Instant.nullable() }),
    z.object({ kind: z.literal('no-day'), attribute: z.string(), unreadable: z.boolean() }),
    z.object({
      kind: z.literal('own-day'),
      attribute: z.string().nullable(),
      origin: z.string(),
      taken: z.object({ year: z.int(), at: Instant }).nullable(),
      passed: Instant.nullable(),
      next: Instant.nullable(),
      segments: JudgedSegments,
    }),
    z.object({ kind: z.literal('no-event'), asked: z.array(EventMatch), since: Instant, ...unmet }),
    z.object({
      kind: z.literal('not-crossed'),
      way: z.enum(['entered', 'left']),
      since: Instant,
      segments: JudgedSegments,
    }),
    z.object({ kind: z.literal('not-asked'), event: z.string(), at: Instant, ...unmet }),
  ]),
  text: Text,
})

export const WhyNotOf = WhyNot.extend({
  attempts: z
    .array(z.object({ at: Instant, reason: z.string(), event: z.string().nullable(), ...unmet, text: Text }))
    .describe(
      'each that was refused, newest first, up to 100; `event` is null where a run of an audience took the member',
    ),
})

export const Explained = z.object({
  enrolment: z.string(),
  journey: Journey,
  zone: z.string().describe('of the journey: the clock of the sentences'),
  version: z.int(),
  entry: z.int(),
  state: z.string(),
  reason: z.string().nullable(),
  enteredAt: Instant,
  endedAt: Instant.nullable(),
  text: Text.describe('all that matters now: what began it, where it is or how it ended, and its goals'),
  began: z.object({
    by: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('event'), name: z.string(), at: Instant, properties: Fields }),
        z.object({ kind: z.literal('run'), at: Instant }),
      ])
      .nullable(),
    text: Text,
  }),
  visits: z.array(
    z.object({
      at: Instant,
      node: z.string(),
      outcome: z.string(),
      outcomeName: z.string(),
      because: Fields,
      heldUntil: Instant.nullable().describe('until when quiet hours kept it from sending'),
      text: Text.describe('why it left that way, and what held it before'),
    }),
  ),
  stands: z
    .object({
      node: z.string(),
      since: Instant,
      failed: z.boolean(),
      wakesAt: Instant.nullable(),
      held: z.boolean().describe('by quiet hours, from sending a message'),
      listens: z.array(EventMatch).describe('the events that would wake it'),
      soFar: Fields.describe('how far it has come with what it waits for; none where its node does not tell'),
      here: Text.describe('where, since when, and how it came there'),
      next: Text.describe('when it goes on and what would wake it; of a failed one why, and how to mend it'),
    })
    .nullable(),
  ended: z.object({ text: Text }).nullable(),
  goals: z.array(z.object({ id: z.string(), name: z.string(), at: Instant, value: z.number().nullable(), text: Text })),
  nodes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      category: z.string(),
      outcomes: z.array(z.string()),
    }),
  ),
  notReached: z.array(
    z.object({ node: z.string(), from: z.string(), needed: z.array(z.string()), took: z.string(), text: Text }),
  ),
})
