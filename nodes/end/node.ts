import { z } from 'zod'
import { defineNode, leave } from '../../engine/core/journey/node.ts'

export const definition = defineNode({
  type: 'end',
  version: 1,
  category: 'control',
  settings: z.strictObject({}),
  defaults: {},
  outcomes: () => ['ended'],
  facts: () => ({}),
  decide: () => leave('ended'),
  ends: true,
})
