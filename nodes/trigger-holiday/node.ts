import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { Chosen, choosesNobody, chosenReferences } from '../../engine/core/journey/audience.ts'
import { TimeOfDay } from '../../engine/core/journey/firing.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { Shift } from '../../engine/core/time/anniversary.ts'
import { FestivalDay } from '../../engine/core/time/festivals.ts'
import { Zone } from '../../engine/core/time/zone.ts'

const Settings = z.strictObject({
  /** Days that meet on one date are one. */
  days: z.array(FestivalDay).min(1).max(60),
  shift: Shift.default({ kind: 'on' }),
  time: TimeOfDay.default('10:00'),
  /** The journey's where absent. */
  zone: Zone.optional().register(fieldHints, { hint: { control: 'zone', advanced: true } }),
  ...Chosen.shape,
  /** `new`: only those that no earlier run took. */
  take: z.enum(['everyone', 'new']).default('everyone'),
  /** What becomes of a day that everything was down for. */
  missed: z
    .enum(['run-once', 'skip'])
    .default('run-once')
    .register(fieldHints, { hint: { advanced: true } }),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'trigger-holiday',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: {
    days: [{ kind: 'statutory', holiday: 'spring-festival', on: 'festival' }],
    shift: { kind: 'on' },
    time: '10:00',
    include: ['everyone'],
    groups: [],
    exclude: [],
    excludeGroups: [],
    take: 'everyone',
    missed: 'run-once',
  },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: ({ days, shift, time, zone, ...audience }) => ({
    audience: { ...audience, firing: { kind: 'festival', days, shift, time, zone } },
  }),
  references: (settings) => chosenReferences(settings),
  check: (settings) => (choosesNobody(settings) ? [{ code: 'nobody-chosen', field: 'include' }] : []),
})
