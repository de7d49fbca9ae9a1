import { z } from 'zod'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'

const Settings = z.strictObject({
  /** Once so many came here, the journey takes no newcomers. */
  closesAfter: z.int().min(1).max(10_000_000).optional(),
})
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'end',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: {},
  outcomes: () => ['ended'],
  facts: () => ({}),
  decide: ({ closesAfter }) => (closesAfter === undefined ? leave('ended') : perform({})),
  // Of others nothing is known: one person closes nothing.
  rehearse: () => ({ goes: leave('ended') }),
  ends: true,
})
