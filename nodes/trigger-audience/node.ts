import { z } from 'zod'
import { Chosen, choosesNobody, chosenReferences } from '../../engine/core/journey/audience.ts'
import { Firing } from '../../engine/core/journey/firing.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'

const Settings = z.strictObject({
  ...Chosen.shape,
  firing: Firing,
  /** `new`: only those that no earlier run took. */
  take: z.enum(['everyone', 'new']).default('everyone'),
  /** What becomes of a fire that everything was down for. */
  missed: z.enum(['run-once', 'skip']).default('run-once'),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'trigger-audience',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: {
    include: ['everyone'],
    groups: [],
    exclude: [],
    excludeGroups: [],
    firing: { kind: 'now' },
    take: 'everyone',
    missed: 'run-once',
  },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: (audience) => ({ audience }),
  references: (settings) => chosenReferences(settings),
  check: (settings) => (choosesNobody(settings) ? [{ code: 'nobody-chosen', field: 'include' }] : []),
})
