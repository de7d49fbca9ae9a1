import type { EntryTrace, MemberTrace, Standing } from '../runtime/trace.ts'

/** A member's way through a journey, for a person to read. */
export function traceText({ member, journey, zone, entries, refusals }: MemberTrace): string {
  const time = (at: number) =>
    new Date(at).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const lines = [`member #${member} in ${journey.name} (${journey.key}, ${journey.state}); times of ${zone}`]
  if (entries.length === 0) lines.push('has never entered')
  for (const entry of entries) lines.push('', ...entryLines(entry, time, journey.state))
  if (refusals.length > 0) lines.push('', 'not enrolled:')
  for (const { at, reason, event } of refusals)
    lines.push(`  ${time(at)}  ${reason}, by ${event ? `“${event}”` : 'a run of the audience'}`)
  return lines.join('\n')
}

type Time = (at: number) => string

function entryLines(entry: EntryTrace, time: Time, journeyState: string): string[] {
  const { visits, stands, reason, endedAt } = entry
  return [
    `entry ${entry.entry} into version ${entry.version}: ${entry.state}${endedAt === undefined ? '' : ` at ${time(endedAt)}`}`,
    ...(reason === undefined ? [] : [`  ${reason}`]),
    `  ${time(entry.enteredAt)}  entered`,
    ...visits.map(
      ({ at, node, name, outcome, because, heldUntil }) =>
        `  ${time(at)}  ${name} (${node}) → ${outcome}${heldUntil === undefined ? '' : `  held until ${time(heldUntil)} by quiet hours`}${because ? `  because ${JSON.stringify(because)}` : ''}`,
    ),
    ...(stands
      ? [`  ${time(stands.since)}  ${stands.name} (${stands.node}) ${standingText(stands, time, journeyState)}`]
      : []),
  ]
}

function standingText({ failed, held, wakesAt, wokenBy }: Standing, time: Time, journeyState: string): string {
  if (failed) return 'failed here: `waymark journeys retry` sets it going again'
  const wakes = [
    ...(wakesAt === undefined ? [] : [`at ${time(wakesAt)}`]),
    ...wokenBy.map((event) => `by “${event}”`),
  ].join(' or ')
  return `${held ? 'held here by quiet hours' : 'waits here'}; wakes ${wakes}${journeyState === 'paused' ? ', once the journey is resumed' : ''}`
}
