import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { Chosen, choosesNobody, chosenReferences, type Schedule } from '../../engine/core/journey/audience.ts'
import { TimeOfDay } from '../../engine/core/journey/firing.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { AroundDate, Yearly } from '../../engine/core/time/anniversary.ts'
import { Zone } from '../../engine/core/time/zone.ts'

const Attribute = z
  .string()
  .min(1)
  .max(200)
  .register(fieldHints, { hint: { control: 'attribute' } })

const Settings = z.strictObject({
  date: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('attribute'), attribute: Attribute }),
    /** The day on which it became a member. */
    z.strictObject({ kind: z.literal('joined') }),
  ]),
  ...Yearly.shape,
  around: AroundDate.default({ kind: 'on' }),
  time: TimeOfDay.default('10:00'),
  zone: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('journey') }),
      z.strictObject({ kind: z.literal('fixed'), zone: Zone }),
      /** Members who have none, or something that is no zone, go by the journey's. */
      z.strictObject({ kind: z.literal('member'), attribute: Attribute }),
    ])
    .default({ kind: 'journey' })
    .register(fieldHints, { hint: { advanced: true } }),
  ...Chosen.shape,
  /** What becomes of the days that everything was down for. */
  missed: z
    .enum(['run-once', 'skip'])
    .default('run-once')
    .register(fieldHints, { hint: { advanced: true } }),
})

export type Settings = z.infer<typeof Settings>

/** It fires on every day that may be somebody's. */
function firingOf({ around, time, zone }: Settings): Schedule {
  if (zone.kind === 'member') return { kind: 'each-zone', time }
  const own = zone.kind === 'fixed' ? { zone: zone.zone } : {}
  const rule = (): Extract<Schedule, { kind: 'recurring' }>['rule'] => {
    if (around.kind === 'week') return { every: 'week', interval: 1, weekdays: ['MO'] }
    return around.kind === 'month' ? { every: 'month', interval: 1, days: [1] } : { every: 'day', interval: 1 }
  }
  return { kind: 'recurring', rule: rule(), time, ...own }
}

export const definition = defineNode({
  type: 'trigger-anniversary',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: {
    date: { kind: 'attribute', attribute: 'birthday' },
    calendar: 'solar',
    feb29: 'feb-28',
    leapMonth: 'ordinary',
    around: { kind: 'on' },
    time: '10:00',
    zone: { kind: 'journey' },
    include: ['everyone'],
    groups: [],
    exclude: [],
    excludeGroups: [],
    missed: 'run-once',
  },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: (settings) => {
    const { date, calendar, feb29, leapMonth, around, zone, missed } = settings
    const { include, groups, exclude, excludeGroups } = settings
    return {
      audience: {
        ...{ include, groups, exclude, excludeGroups, missed },
        ...{ firing: firingOf(settings), take: 'everyone' },
        anniversary: {
          attribute: date.kind === 'attribute' ? date.attribute : undefined,
          yearly: { calendar, feb29, leapMonth },
          around,
          zoneAttribute: zone.kind === 'member' ? zone.attribute : undefined,
        },
      },
    }
  },
  references: (settings) => chosenReferences(settings),
  check: (settings) => (choosesNobody(settings) ? [{ code: 'nobody-chosen', field: 'include' }] : []),
})
