import { z } from 'zod'
import { CountWindow, countsFrom } from '../../engine/core/controls/count-window.ts'
import type { Counter } from '../../engine/core/controls/counter.ts'
import { defineNode, leave, type Outcome, perform } from '../../engine/core/journey/node.ts'
import { say } from '../../engine/core/say.ts'

const counted = {
  /** As many pass by `within`. */
  bound: z.int().min(1).max(10_000_000),
  window: CountWindow.default({ kind: 'ever' }),
}
const Settings = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.enum(['enrolment', 'member', 'node', 'journey']), ...counted }),
  z.strictObject({
    scope: z.literal('name'),
    name: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say('lower-case letters, digits and hyphens', '只能用小写字母、数字和连字符'))
      .max(64),
    ...counted,
  }),
])
export type Settings = z.infer<typeof Settings>

export const counterOf = (settings: Settings): Counter =>
  settings.scope === 'name' ? { scope: 'name', name: settings.name } : { scope: settings.scope }

/** Out, as the counter answered. */
export const leaveBy = (isWithin: boolean): Outcome => leave(isWithin ? 'within' : 'over')

export const definition = defineNode({
  type: 'count-check',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { scope: 'node', bound: 100, window: { kind: 'ever' } },
  outcomes: () => ['within', 'over'],
  facts: () => ({}),
  decide: () => perform({}),
  rehearse: (settings, _body, { at, zone, counted: placesIn, taken: byOthers }) => {
    const counter = counterOf(settings)
    const since = countsFrom(settings.window, at, zone)
    const taken = placesIn(counter)
    const counting = settings.window.kind === 'ever' ? taken : taken.filter((one) => one >= since && one <= at)
    const isWithin = counting.length + byOthers(counter) < settings.bound
    return { goes: leaveBy(isWithin), deeds: isWithin ? [{ do: 'count', counter, at }] : [] }
  },
  counts: (settings) => ({ counter: counterOf(settings), window: settings.window }),
  // An entry that begins has counted nothing in itself.
  tries: (settings) =>
    settings.scope === 'enrolment' ? {} : { taken: [{ counter: counterOf(settings), places: settings.bound }] },
  // Who is over may come as often as they like.
  breaksCycle: () => ['within'],
})
