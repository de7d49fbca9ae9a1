import { z } from 'zod'
import { filledBy, fillQuotas, type Quota } from '../../engine/core/controls/quotas.ts'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { branchFields, repeatsId } from '../../engine/core/journey/branches.ts'
import { defineNode, leave, type Outcome, perform } from '../../engine/core/journey/node.ts'
import { drawArm, isWhole, Salt, Share } from '../../engine/core/journey/shares.ts'

const Places = z.strictObject({
  ...branchFields,
  /** So many members come here, once the arms before are full. */
  first: z
    .int()
    .min(1)
    .max(10_000_000)
    .register(fieldHints, { hint: { beside: true } }),
})

const Settings = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('percent'),
    arms: z.array(Share).min(2).max(30),
    salt: Salt,
  }),
  z.strictObject({ by: z.literal('quota'), quotas: z.array(Places).min(1).max(30) }),
])
export type Settings = z.infer<typeof Settings>

/** What is kept of members for whom no quota had room. */
export const NO_ARM = ''
const PLACES = { scope: 'node' } as const

export const quotasOf = ({ quotas }: Extract<Settings, { by: 'quota' }>): Quota[] =>
  quotas.map(({ id, first }) => ({ arm: id, most: first }))

/** The arm of an outcome, with what it says of itself. */
export const armOf = (outcome: string, settings: Settings) =>
  (settings.by === 'percent' ? settings.arms : settings.quotas).find(({ id }) => outcome === `arm:${id}`)

/** Out by an arm; by `else` where no quota had room. */
export const leaveBy = (arm: string | undefined): Outcome =>
  arm === undefined ? leave('else') : leave(`arm:${arm}`, { arm })

export const definition = defineNode({
  type: 'splitter',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: {
    by: 'percent',
    arms: [
      { id: 'a', name: 'A', percent: 50 },
      { id: 'b', name: 'B', percent: 50 },
    ],
    salt: '',
  },
  outcomes: (settings) =>
    settings.by === 'percent'
      ? settings.arms.map(({ id }) => `arm:${id}`)
      : [...settings.quotas.map(({ id }) => `arm:${id}`), 'else'],
  facts: () => ({ stored: { kind: 'arm' } }) as const,
  decide: (settings, { stored }, { chanceKey }) => {
    // Who comes first is known to the counter alone.
    if (settings.by === 'quota') return perform(stored === undefined ? {} : { stored })
    const { arms, salt } = settings
    const arm = arms.find(({ id }) => id === stored) ?? drawArm(arms, salt, chanceKey)
    if (!arm) throw new Error('the splitter has no arms')
    return perform({ arm: arm.id })
  },
  rehearse: (settings, body, { at, counted, taken }) => {
    if (settings.by === 'percent') {
      const arm = String(body.arm)
      return { goes: leaveBy(arm), deeds: [{ do: 'arm', arm }] }
    }
    if (settings.quotas.some(({ id }) => id === body.stored)) return { goes: leaveBy(String(body.stored)) }
    if (body.stored === NO_ARM) return { goes: leaveBy(undefined) }
    const quotas = quotasOf(settings)
    const [arm] = fillQuotas(filledBy(counted(PLACES).length + taken(PLACES), quotas), quotas, 1).arms
    const places = arm === undefined ? [] : [{ do: 'count', counter: PLACES, at } as const]
    return { goes: leaveBy(arm), deeds: [{ do: 'arm', arm: arm ?? NO_ARM }, ...places] }
  },
  tries: (settings) => {
    if (settings.by === 'percent') return {}
    // As many as make all quotas full up to one of them.
    const full = settings.quotas.map((_, i) =>
      settings.quotas.slice(0, i + 1).reduce((sum, { first }) => sum + first, 0),
    )
    return { taken: full.map((places) => ({ counter: PLACES, places })) }
  },
  check: (settings) => {
    if (settings.by === 'quota') return repeatsId(settings.quotas) ? [{ code: 'arm-repeated', field: 'quotas' }] : []
    return [
      ...(isWhole(settings.arms) ? [] : [{ code: 'not-100', field: 'arms' }]),
      ...(repeatsId(settings.arms) ? [{ code: 'arm-repeated', field: 'arms' }] : []),
    ]
  },
})
