import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { defineNode, perform } from '../../engine/core/journey/node.ts'
import { Duration } from '../../engine/core/time/duration.ts'

const Tags = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'tag' } }),
  )
  .min(1)
  .max(50)

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), tags: Tags, expiresAfter: Duration.optional() }),
  z.strictObject({ kind: z.literal('remove'), tags: Tags }),
  /** These tags and no others. */
  z.strictObject({ kind: z.literal('replace'), tags: Tags, expiresAfter: Duration.optional() }),
])

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'tag-member',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { kind: 'add', tags: ['vip'] },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => perform({}),
  hasEffect: true,
})
