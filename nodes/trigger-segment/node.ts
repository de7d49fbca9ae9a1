import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { SegmentKey } from '../../engine/core/journey/member-sets.ts'
import { defineNode, leave, type TriggerSpec } from '../../engine/core/journey/node.ts'
import {
  MEMBER_CHANGED,
  SEGMENT_ENTERED,
  SEGMENT_LEFT,
  TAG_GAINED,
  TAG_LOST,
} from '../../engine/core/journey/own-events.ts'
import { TagNames } from '../../engine/core/journey/tag-names.ts'
import { FieldLeaf, Rule } from '../../engine/core/rules/rule.ts'
import { say } from '../../engine/core/say.ts'

const Segments = z.array(SegmentKey).min(1).max(20)
const Attribute = z
  .string()
  .trim()
  .refine(
    (name) => FieldLeaf.safeParse({ field: `member.${name}`, op: 'empty' }).success,
    say('a name of an attribute, without a dot', '请填写属性名称，不能含点'),
  )
  .register(fieldHints, { hint: { control: 'attribute' } })
const Value = z.string().trim().min(1).max(200)

/** Who may enter: asked when it happens. */
const Who = { member: Rule.optional().register(fieldHints, { hint: { control: 'rule', advanced: true } }) }

const Settings = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('segment-entered'), segments: Segments, ...Who }),
  z.strictObject({ on: z.literal('segment-left'), segments: Segments, ...Who }),
  z.strictObject({ on: z.literal('tag-gained'), tags: TagNames, ...Who }),
  z.strictObject({ on: z.literal('tag-lost'), tags: TagNames, ...Who }),
  z
    .strictObject({
      on: z.literal('attribute-changed'),
      attribute: Attribute,
      /** Values as texts: a number and a yes or no as they are written, `3` and `true`. Absent: whatever it was, or is. */
      from: Value.optional(),
      to: Value.optional(),
      ...Who,
    })
    .refine(({ from, to }) => from === undefined || from !== to, {
      path: ['to'],
      ...say('from and to are the same value: nothing would change', '变更前后的值相同，不会有变更'),
    }),
])

export type Settings = z.infer<typeof Settings>

const isOneOf = (event: string, property: string, values: readonly string[]) => ({
  ...{ event, filter: { field: `event.${property}`, op: 'in' as const, value: [...values] } },
})

function happening(settings: Settings): Pick<NonNullable<TriggerSpec['events']>, 'matches' | 'changed'> {
  switch (settings.on) {
    case 'segment-entered':
      return { matches: [isOneOf(SEGMENT_ENTERED, 'segment', settings.segments)] }
    case 'segment-left':
      return { matches: [isOneOf(SEGMENT_LEFT, 'segment', settings.segments)] }
    case 'tag-gained':
      return { matches: [isOneOf(TAG_GAINED, 'tag', settings.tags)] }
    case 'tag-lost':
      return { matches: [isOneOf(TAG_LOST, 'tag', settings.tags)] }
    case 'attribute-changed': {
      const { attribute, from, to } = settings
      const filter = { field: 'event.attributes', op: 'contains' as const, value: attribute }
      const changed = { attribute, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
      return { matches: [{ event: MEMBER_CHANGED, filter }], changed }
    }
  }
}

const segmentsOf = (settings: Settings): readonly string[] => ('segments' in settings ? settings.segments : [])

export const definition = defineNode({
  type: 'trigger-segment',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: { on: 'segment-entered', segments: ['everyone'] },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: (settings) => ({
    events: { ...happening(settings), ...(settings.member && { member: settings.member }) },
    watches: segmentsOf(settings),
  }),
  references: (settings) => segmentsOf(settings).map((key) => ({ kind: 'segment', key, field: 'segments' })),
  tries: (settings) =>
    settings.on === 'attribute-changed' && settings.to !== undefined
      ? { members: [{ field: `member.${settings.attribute}`, op: 'eq', value: settings.to }] }
      : {},
})
