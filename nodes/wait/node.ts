import { z } from 'zod'
import { defineNode, leave, park } from '../../engine/core/journey/node.ts'
import { EventMatch } from '../../engine/core/rules/rule.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import { atLocal, LocalDateTime } from '../../engine/core/time/zone.ts'

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duration'), duration: Duration }),
  z.strictObject({
    kind: z.literal('until'),
    local: LocalDateTime,
    /** For those who arrive after it. */
    pastDue: z.enum(['go-on', 'expired']).default('go-on'),
  }),
  z.strictObject({ kind: z.literal('event'), events: z.array(EventMatch).min(1).max(10), timeout: Duration }),
])

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'wait',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: { kind: 'duration', duration: { amount: 1, unit: 'day' } },
  outcomes: (s) => {
    if (s.kind === 'event') return ['event', 'timeout']
    return s.kind === 'until' && s.pastDue === 'expired' ? ['done', 'expired'] : ['done']
  },
  facts: () => ({}),
  decide: (s, _facts, { at, arrivedAt, zone, stimulus }) => {
    if (s.kind === 'until') {
      const until = atLocal(s.local, zone)
      if (arrivedAt > until && s.pastDue === 'expired') return leave('expired')
      return at >= until ? leave('done') : park(until, 1)
    }
    const deadline = addDuration(arrivedAt, s.kind === 'event' ? s.timeout : s.duration, zone)
    // The event counts by its own time, if it comes before the judgement.
    if (s.kind === 'event' && stimulus && stimulus.at >= arrivedAt && stimulus.at <= deadline) {
      return leave('event', { event: stimulus.event })
    }
    if (at < deadline) return park(deadline, 1)
    return leave(s.kind === 'event' ? 'timeout' : 'done')
  },
  listens: (s) => (s.kind === 'event' ? s.events : []),
  dates: (s, zone) => (s.kind === 'until' ? [{ field: 'local', at: atLocal(s.local, zone) }] : []),
  breaksCycle: (s) => s.kind !== 'until',
})
