import type { Channel, FactRequest, FactRequests, Purpose, QuietTimes } from '../journey/facts.ts'
import type { Because } from '../journey/node.ts'
import { Zone } from '../time/zone.ts'
import { opensAt, type QuietHoursOf } from './quiet-hours.ts'

/** What a node sends. */
export interface Sends {
  readonly channel: Channel
  readonly purpose: Purpose
}

/** A visit that may not send now: it stays until an instant, or leaves as blocked. */
export interface Held {
  readonly until: number | undefined
  /** What its trace keeps of it. */
  readonly because: Because
}

/** What stands before a node that sends: it is judged on arrival, before the node decides, and again once the hold is over. */
export interface Gate {
  /** Under names that no node's facts have. */
  readonly requests: FactRequests
  /** Undefined where the visit may go on. */
  judge(facts: Readonly<Record<string, unknown>>, at: number, zone: string): Held | undefined
}

/** The attribute that holds a member's own zone: an IANA name. */
export const ZONE_ATTRIBUTE = 'timezone'

/** The zone that an attribute names; undefined where it names none that is known. */
export const ownZone = (value: unknown): string | undefined => Zone.safeParse(value).data

const QUIET = 'gate quiet-hours'

/** Undefined where nothing may hold a message up: transactional ones go at any time. */
export function gateOf(sends: Sends | undefined, hours: QuietHoursOf): Gate | undefined {
  if (!sends || sends.purpose === 'transactional' || hours.kind === 'off') return undefined
  return {
    requests: { [QUIET]: requestOf(hours) },
    judge: (facts, at, zone) => {
      const times = facts[QUIET] as QuietTimes | undefined // the value of a `quiet-hours` request
      if (!times) return undefined
      const until = opensAt(times.quiet, at, times.zone ?? zone, times.calendar)
      if (until === at) return undefined
      return times.quiet.meanwhile === 'hold'
        ? { until, because: { heldUntil: until } }
        : { until: undefined, because: { reason: 'quiet-hours' } }
    },
  }
}

function requestOf(hours: QuietHoursOf): FactRequest {
  if (hours.kind !== 'own') return { kind: 'quiet-hours' }
  const { kind: _, ...own } = hours
  return { kind: 'quiet-hours', own }
}
