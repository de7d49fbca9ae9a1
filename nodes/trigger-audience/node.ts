import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { Firing } from '../../engine/core/journey/firing.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'

const SegmentKey = z
  .string()
  .min(1)
  .max(64)
  .register(fieldHints, { hint: { control: 'segment' } })

const Settings = z.strictObject({
  include: z.array(SegmentKey).min(1).max(20),
  exclude: z.array(SegmentKey).max(20).default([]),
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
  defaults: { include: ['everyone'], exclude: [], firing: { kind: 'now' }, take: 'everyone', missed: 'run-once' },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: (audience) => ({ audience }),
  references: ({ include, exclude }) => [
    ...include.map((key) => ({ kind: 'segment' as const, key, field: 'include' })),
    ...exclude.map((key) => ({ kind: 'segment' as const, key, field: 'exclude' })),
  ],
})
