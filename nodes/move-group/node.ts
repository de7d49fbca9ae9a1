import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import type { FactRequests } from '../../engine/core/journey/facts.ts'
import { GroupKey } from '../../engine/core/journey/member-sets.ts'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { calledEvent } from '../../engine/core/journey/own-events.ts'
import {
  dataOf,
  repeatsName,
  TemplateData,
  textOfData,
  unknownInData,
} from '../../engine/core/journey/template-data.ts'
import { variablesOf } from '../../engine/core/template.ts'

const Groups = z.array(GroupKey).min(1).max(20)

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join'), groups: Groups }),
  z.strictObject({ kind: z.literal('leave'), groups: Groups }),
  z.strictObject({
    kind: z.literal('hand-over'),
    journey: z
      .string()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'journey' } }),
    data: TemplateData,
  }),
])
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'move-group',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { kind: 'hand-over', journey: 'welcome', data: [] },
  // `failed`: the journey takes no calls.
  outcomes: ({ kind }) => (kind === 'hand-over' ? ['next', 'failed'] : ['next']),
  facts: (settings): FactRequests =>
    settings.kind === 'hand-over' ? variablesOf(textOfData(settings.data)).requests : {},
  decide: (settings, facts) => perform(settings.kind === 'hand-over' ? dataOf(settings.data, facts) : {}),
  rehearse: (settings) => {
    const goes = leave('next')
    if (settings.kind === 'hand-over') return { goes, raises: [calledEvent(settings.journey)] }
    const { kind, groups } = settings
    return {
      goes,
      deeds: [{ do: 'groups', add: kind === 'join' ? groups : [], remove: kind === 'leave' ? groups : [] }],
    }
  },
  references: (settings) =>
    settings.kind === 'hand-over'
      ? [{ kind: 'journey', key: settings.journey, field: 'journey' }]
      : settings.groups.map((key) => ({ kind: 'group', key, field: 'groups' })),
  check: (settings) => {
    if (settings.kind !== 'hand-over') return []
    return [
      ...(repeatsName(settings.data) ? [{ code: 'name-repeated', field: 'data' }] : []),
      ...unknownInData(settings.data).map(({ field, name }) => ({ code: 'variable-unknown', field, params: { name } })),
    ]
  },
})
