import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { calledEvent } from '../../engine/core/journey/own-events.ts'
import { Rule } from '../../engine/core/rules/rule.ts'

const Settings = z.strictObject({
  /** Who may enter: asked when the call comes. */
  member: Rule.optional(),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'trigger-api',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: {},
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: ({ member }, journey) => ({
    events: { matches: [{ event: calledEvent(journey) }], ...(member && { member }) },
  }),
})
