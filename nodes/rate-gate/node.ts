import { z } from 'zod'
import { giveSlots, type Rate } from '../../engine/core/controls/rate.ts'
import { defineNode, leave, type Outcome, park, perform } from '../../engine/core/journey/node.ts'

const Settings = z.strictObject({
  amount: z.int().min(1).max(1_000_000),
  unit: z.enum(['minute', 'hour']).default('minute'),
})
export type Settings = z.infer<typeof Settings>

/** Of the others in the queue a rehearsal knows nothing. */
const COUNTER = { scope: 'enrolment' } as const

/** On at once where the slot is now, else to wait for it. */
export const goBy = (slot: number, at: number): Outcome => (slot <= at ? leave('next') : park(slot))

export const definition = defineNode({
  type: 'rate-gate',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: { amount: 100, unit: 'minute' },
  outcomes: () => ['next'],
  facts: () => ({}),
  keepsTime: true,
  decide: (_settings, _facts, { step }) => (step === 0 ? perform({}) : leave('next')),
  rehearse: (rate: Rate, _body, { at, counted }) => {
    const last = counted(COUNTER).at(-1)
    const before = last === undefined ? undefined : { base: last, given: 1, rate }
    const [slot = at] = giveSlots(before, rate, [at]).slots
    return { goes: goBy(slot, at), deeds: [{ do: 'count', counter: COUNTER, at: slot }] }
  },
})
