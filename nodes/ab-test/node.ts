import { z } from 'zod'
import { repeatsId } from '../../engine/core/journey/branches.ts'
import { defineNode, leave, type Outcome, perform } from '../../engine/core/journey/node.ts'
import { drawArm, isWhole, Salt, Share } from '../../engine/core/journey/shares.ts'
import { EventProperty } from '../../engine/core/rules/event-property.ts'
import { EventMatch } from '../../engine/core/rules/rule.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'

const Arm = Share.extend({
  /** The arm that is left alone, for comparison: at most one. */
  control: z.boolean().default(false),
})
/** What a member is to do for the test. */
const Goal = EventMatch.extend({
  /** After they were drawn. */
  within: Duration,
  /** A number of the event: arms are compared by its sum a person then. */
  revenue: EventProperty.optional(),
  /** People an arm needs before it can win. */
  minimumSample: z.int().min(1).max(10_000_000).default(100),
  /** Judged once, so long after the test began. */
  horizon: Duration,
  winner: z.enum(['by-hand', 'at-horizon']).default('by-hand'),
})
const Settings = z.strictObject({
  arms: z.array(Arm).min(2).max(30),
  salt: Salt,
  goal: Goal.optional(),
})

export const outcomeOf = (arm: { id: string; control: boolean }): string => (arm.control ? 'control' : `arm:${arm.id}`)

export type Settings = z.infer<typeof Settings>

/** Out by an arm of the test. */
export function leaveBy({ arms }: Settings, id: string): Outcome {
  const arm = arms.find((each) => each.id === id)
  if (!arm) throw new Error(`the test has no arm "${id}"`)
  return leave(outcomeOf(arm), { arm: id })
}

const lasts = (duration: Duration) => addDuration(0, duration, 'UTC')

export const definition = defineNode({
  type: 'ab-test',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: {
    arms: [
      { id: 'a', name: 'A', percent: 50, control: false },
      { id: 'b', name: 'B', percent: 50, control: false },
    ],
    salt: '',
  },
  outcomes: ({ arms }) => arms.map(outcomeOf),
  facts: ({ goal }) => ({ stored: { kind: 'arm' as const }, ...(goal && { winner: { kind: 'winner' as const } }) }),
  decide: ({ arms, salt, goal }, facts, { chanceKey }) => {
    const winner = goal && facts.winner
    const kept = arms.find((a) => a.id === facts.stored) ?? arms.find((a) => a.id === winner)
    const arm = kept ?? drawArm(arms, salt, chanceKey)
    if (!arm) throw new Error('the test has no arms')
    return perform({ arm: arm.id })
  },
  rehearse: (settings, body) => {
    const arm = String(body.arm)
    return { goes: leaveBy(settings, arm), deeds: [{ do: 'arm', arm }] }
  },
  trial: ({ arms, salt, goal }) => {
    if (!goal) return undefined
    const { event, filter, within, revenue, minimumSample: minimum, horizon, winner: picks } = goal
    const baseline = arms.find((arm) => arm.control) ?? arms[0]
    const measured = { match: { event, ...(filter && { filter }) }, within, ...(revenue !== undefined && { revenue }) }
    return {
      arms: arms.map((arm) => ({ id: arm.id, name: arm.name, percent: arm.percent, baseline: arm === baseline })),
      goal: measured,
      ...{ minimum, horizon, picks },
      design: JSON.stringify([arms.map(({ id, percent, control }) => [id, percent, control]), salt, measured]),
    }
  },
  check: ({ arms, goal }) => [
    ...(isWhole(arms) ? [] : [{ code: 'not-100', field: 'arms' }]),
    ...(repeatsId(arms) ? [{ code: 'arm-repeated', field: 'arms' }] : []),
    ...(arms.filter((a) => a.control).length > 1 ? [{ code: 'two-controls', field: 'arms' }] : []),
    ...(goal && lasts(goal.horizon) <= lasts(goal.within) ? [{ code: 'nobody-measured', field: 'goal.horizon' }] : []),
  ],
})
