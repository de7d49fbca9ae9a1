import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { crossedSegments } from '../../engine/core/journey/crossed-segments.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { EventMatch, FieldLeaf, Rule } from '../../engine/core/rules/rule.ts'
import { say } from '../../engine/core/say.ts'
import { Duration } from '../../engine/core/time/duration.ts'

/** Every property that a filter can ask for. */
const EventPath = z
  .string()
  .refine(
    (field) => field.startsWith('event.') && FieldLeaf.safeParse({ field, op: 'empty' }).success,
    say('write event.<property>', '请写成 event.<property>'),
  )
  .register(fieldHints, { hint: { control: 'event-property' } })

const Settings = z.strictObject({
  events: z.array(EventMatch).min(1).max(10),
  /** Who may enter: asked when the event comes. */
  member: Rule.optional(),
  /** A member enters once for each value of this property; events without it always enter. */
  dedupe: EventPath.optional(),
  /** An event whose own time is older enters no one. */
  tolerance: Duration.optional(),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'trigger-event',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: { events: [{ event: 'order completed' }] },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: ({ events, member, dedupe, tolerance }) => ({
    events: { matches: events, ...(member && { member }), ...(dedupe && { dedupe }), ...(tolerance && { tolerance }) },
    watches: crossedSegments(events).segments,
  }),
  references: ({ events }) =>
    crossedSegments(events).segments.map((key) => ({ kind: 'segment', key, field: 'events' })),
  check: ({ events }) =>
    crossedSegments(events).any ? [{ code: 'segment-unnamed', field: 'events', severity: 'warning' }] : [],
})
