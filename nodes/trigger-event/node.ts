import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { EventMatch, Rule } from '../../engine/core/rules/rule.ts'
import { Duration } from '../../engine/core/time/duration.ts'

const Settings = z.strictObject({
  events: z.array(EventMatch).min(1).max(10),
  /** Who may enter: asked when the event comes. */
  member: Rule.optional(),
  /** A member enters once for each value of this property; events without it always enter. */
  dedupe: z
    .string()
    .regex(/^event(\.[A-Za-z][\w-]*)+$/, 'write event.<property>')
    .optional(),
  /** An event whose own time is older enters no one. */
  tolerance: Duration.optional(),
})

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
  }),
})
