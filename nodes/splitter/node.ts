import { z } from 'zod'
import { pickShare, stickyChance } from '../../engine/core/chance.ts'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { BranchId } from '../../engine/core/journey/document.ts'
import { defineNode, leave, type Outcome, perform } from '../../engine/core/journey/node.ts'

const named = { id: BranchId, name: z.string().trim().min(1).max(80) }
const Share = z.strictObject({
  ...named,
  percent: z
    .number()
    .min(0)
    .max(100)
    .register(fieldHints, { hint: { beside: true } }),
})
const Quota = z.strictObject({
  ...named,
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
    salt: z
      .string()
      .max(40)
      .register(fieldHints, { hint: { advanced: true } })
      .default(''),
  }),
  z.strictObject({ by: z.literal('quota'), quotas: z.array(Quota).min(1).max(30) }),
])
export type Settings = z.infer<typeof Settings>

/** What is kept of members for whom no quota had room. */
export const NO_ARM = ''
const PLACES = { scope: 'node' } as const

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
    const shares = arms.map(({ percent }) => percent)
    const arm = arms.find(({ id }) => id === stored) ?? arms[pickShare(stickyChance(`${chanceKey}/${salt}`), shares)]
    if (!arm) throw new Error('the splitter has no arms')
    return perform({ arm: arm.id })
  },
  rehearse: (settings, body, { at, counted }) => {
    if (settings.by === 'percent') {
      const arm = String(body.arm)
      return { goes: leaveBy(arm), deeds: [{ do: 'arm', arm }] }
    }
    if (settings.quotas.some(({ id }) => id === body.stored)) return { goes: leaveBy(String(body.stored)) }
    if (body.stored === NO_ARM) return { goes: leaveBy(undefined) }
    let before = counted(PLACES).length
    const arm = settings.quotas.find(({ first }) => {
      before -= first
      return before < 0
    })?.id
    const places = arm === undefined ? [] : [{ do: 'count', counter: PLACES, at } as const]
    return { goes: leaveBy(arm), deeds: [{ do: 'arm', arm: arm ?? NO_ARM }, ...places] }
  },
  check: (settings) => {
    const field = settings.by === 'percent' ? 'arms' : 'quotas'
    const ids = (settings.by === 'percent' ? settings.arms : settings.quotas).map(({ id }) => id)
    const sum = settings.by === 'percent' ? settings.arms.reduce((total, { percent }) => total + percent, 0) : 100
    return [
      ...(Math.abs(sum - 100) > 1e-9 ? [{ code: 'not-100', field }] : []),
      ...(new Set(ids).size < ids.length ? [{ code: 'arm-repeated', field }] : []),
    ]
  },
})
