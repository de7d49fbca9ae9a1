import { z } from 'zod'
import { defineNode, leave, perform } from '../../core/journey/node.ts'

/** Pins a badge on a member who has none yet. */
export const definition = defineNode({
  type: 'pin-badge',
  version: 1,
  category: 'member',
  settings: z.strictObject({ badge: z.string().trim().min(1).max(40) }),
  defaults: { badge: 'star' },
  outcomes: () => ['pinned', 'had'],
  facts: ({ badge }) => ({ has: { kind: 'tag', tag: badge } }) as const,
  decide: (_settings, { has }) => (has ? leave('had') : perform({})),
  rehearse: ({ badge }) => ({ goes: leave('pinned', { badge }), deeds: [{ do: 'tags', add: [badge], remove: [] }] }),
})
