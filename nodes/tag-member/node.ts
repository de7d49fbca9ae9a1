import { z } from 'zod'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { TagNames } from '../../engine/core/journey/tag-names.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), tags: TagNames, expiresAfter: Duration.optional() }),
  z.strictObject({ kind: z.literal('remove'), tags: TagNames }),
  /** These tags and no others. */
  z.strictObject({ kind: z.literal('replace'), tags: TagNames, expiresAfter: Duration.optional() }),
])

export type Settings = z.infer<typeof Settings>

/** What becomes of the tags of a member who comes by. */
export const changeOf = ({ kind, tags }: Settings) => ({
  add: kind === 'remove' ? [] : tags,
  remove: { add: [], remove: tags, replace: 'all-others' as const }[kind],
})

/** Until when tags put on at the instant `at` last; epoch milliseconds, absent where for good. */
export const expiryOf = (settings: Settings, at: number, zone: string): { expiresAt?: number } =>
  settings.kind !== 'remove' && settings.expiresAfter ? { expiresAt: addDuration(at, settings.expiresAfter, zone) } : {}

export const definition = defineNode({
  type: 'tag-member',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { kind: 'add', tags: ['vip'] },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => perform({}),
  rehearse: (settings, _body, { at, zone }) => ({
    goes: leave('next'),
    deeds: [{ do: 'tags', ...changeOf(settings), ...expiryOf(settings, at, zone) }],
  }),
})
