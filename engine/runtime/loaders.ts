import { loadArms, loadWinner } from '../controls/face.ts'
import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { factSpan } from '../core/journey/fact-span.ts'
import type { EventCounts, FactKind, FactWindow } from '../core/journey/facts.ts'
import { ownZone, ZONE_ATTRIBUTE } from '../core/sending/gate.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../core/time/calendar.ts'
import { loadPoints } from '../loyalty/face.ts'
import { countEvents, type EventSpan, loadAttribute, loadCalendar, loadMembership, loadTag } from '../members/face.ts'
import { loadReachability, loadSendingRules } from '../reach/face.ts'
import { numbers } from '../store/literal.ts'
import { membersSql } from '../store/sql/members.ts'
import type { Row, Tx } from '../store/store.ts'
import type { FactLoader, FactSubject } from './facts.ts'

type EntryRow = Row<'enrol.entry'>

async function entriesOf(tx: Tx, subjects: readonly FactSubject[]): Promise<Map<EnrolmentId, EntryRow>> {
  const inside = subjects.filter((s) => s.traveller.enrolment !== null)
  const rows = await tx.sql.query(membersSql.entry, [
    numbers(inside.map((s) => s.traveller.member)),
    numbers(inside.map((s) => s.traveller.enrolment ?? 0)),
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

const membersOf = (subjects: readonly FactSubject[]): MemberId[] => subjects.map((s) => s.traveller.member)

/** Of events received later than the moment of judgement nothing was known then, however late the judgement is carried out. */
function spanOfSubject(window: FactWindow, subject: FactSubject, entry: EntryRow | undefined, zone: string): EventSpan {
  const { at, due = false, traveller } = subject
  const { member, enteredAt, previousAt, arrivedAt } = traveller
  const beginning = entry && { sinceAt: entry.since_at, event: entry.event_id }
  return { member, knownAt: at, ...factSpan(window, { at, due, enteredAt, previousAt, arrivedAt }, beginning, zone) }
}

const calendars = new WeakMap<Tx, Promise<Calendar>>()

/** The workspace's calendar, read once a transaction. */
function calendarIn(tx: Tx): Promise<Calendar> {
  const known = calendars.get(tx)
  if (known) return known
  const calendar = loadCalendar(tx)
  calendars.set(tx, calendar)
  return calendar
}

/** One set-based loader for every kind of fact. */
export const loaders: { readonly [K in FactKind]: FactLoader<K> } = {
  attribute: (tx, { name }, subjects) => loadAttribute(tx, membersOf(subjects), name),
  tag: (tx, { tag }, subjects) =>
    loadTag(
      tx,
      subjects.map((s) => ({ member: s.traveller.member, at: s.at })),
      tag,
    ),
  membership: (tx, set, subjects, { zone }) =>
    loadMembership(
      tx,
      set,
      subjects.map((s) => ({ member: s.traveller.member, at: s.at })),
      zone,
    ),
  points: (tx, { account }, subjects) => loadPoints(tx, membersOf(subjects), account),
  reach: (tx, { channel, purpose }, subjects) => loadReachability(tx, membersOf(subjects), channel, purpose),
  calendar: async (tx, _request, subjects) => {
    const calendar = await calendarIn(tx)
    return subjects.map(() => calendar)
  },
  'quiet-hours': async (tx, { own }, subjects) => {
    const quiet = own ?? (await loadSendingRules(tx)).quietHours
    if (!quiet) return subjects.map(() => undefined)
    const asksCalendar = quiet.days !== 'any'
    const [zones, calendar] = await Promise.all([
      loadAttribute(tx, membersOf(subjects), ZONE_ATTRIBUTE),
      asksCalendar ? calendarIn(tx) : WEEKDAYS_ALONE,
    ])
    return zones.map((zone) => ({ quiet, zone: ownZone(zone), calendar }))
  },
  'entry-data': async (tx, _request, subjects) => {
    const entries = await entriesOf(tx, subjects)
    return subjects.map(({ traveller }) => (traveller.enrolment && entries.get(traveller.enrolment)?.data) || {})
  },
  arm: async (tx, _request, subjects, { journey, node, publishedAt = 0 }) => {
    // Who is here for the first time for certain has no arm yet: nothing is read.
    const mayReturn = ({ traveller: { entryNo, enteredAt } }: FactSubject) =>
      entryNo !== 1 || node.isOnCycle || enteredAt < publishedAt
    const returning = subjects.filter(mayReturn).map((s) => s.traveller.member)
    const arms = await loadArms(tx, { journey, nodeKey: node.key }, returning)
    return subjects.map((s) => arms.get(s.traveller.member))
  },
  winner: async (tx, _request, subjects, { journey, node }) => {
    const winner = await loadWinner(tx, { journey, nodeKey: node.key })
    return subjects.map(() => winner)
  },
  events: async (tx, { matches, window }, subjects, { zone }) => {
    const entries = window.kind === 'entered' ? await entriesOf(tx, subjects) : new Map<EnrolmentId, EntryRow>()
    const entryOf = (s: FactSubject) => (s.traveller.enrolment ? entries.get(s.traveller.enrolment) : undefined)
    const spans = subjects.map((s) => spanOfSubject(window, s, entryOf(s), zone))
    const counts = await countEvents(tx, spans, matches, zone)
    return counts.map((found): EventCounts => ({ counts: found }))
  },
}
