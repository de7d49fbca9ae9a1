// Written by `npx vitest run engine/store -u` from what PostgreSQL says of the statements in sql/.
import type { EnrolmentId, EventId, JourneyId, MemberId, RunId, TenantId, VersionId } from '../core/ids.ts'
import type { Carrier, Purpose } from '../core/journey/facts.ts'
import type { Json, JsonObject } from '../core/json.ts'

/** By name of the statement: the values it takes, and a row it answers. Where it answers none, no row ever comes. */
export interface Described {
  'access.place': {
    values: [string, string]
    row: { tenant_id: TenantId; name: string; zone: string; role: string }
  }
  'advance.unpoke': {
    values: [string, string]
    row: never
  }
  'advance.take': {
    values: [string, string, string]
    row: { journey_id: JourneyId; shard: number; enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; node: number; step: number; visit: number; entry_no: number; depth: number; failed: boolean; again: boolean; entered_at: number; arrived_at: number; previous_at: number; due_at: number }
  }
  'members.lock': {
    values: [string]
    row: { n: number }
  }
  'clock': {
    values: []
    row: { at: number }
  }
  'advance.stimuli': {
    values: [string]
    row: { id: number; kind: number; enrolment_id: EnrolmentId; event_id: EventId | null; name: string; at: number; received_at: number; properties: JsonObject }
  }
  'advance.trace': {
    values: [number, number, number, string, string, string, string, string, string, string, string]
    row: never
  }
  'advance.put': {
    values: [number, number, number, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
    row: never
  }
  'edges.add': {
    values: [number, string, string, string, string, string, string]
    row: never
  }
  'advance.finish': {
    values: [string, string, string, string, string]
    row: never
  }
  'advance.next': {
    values: [string, string]
    row: { journey: number; shard: number; due_at: number | null; stirred: boolean }
  }
  'anniversaries.zones': {
    values: [string, string, string]
    row: { said: string | null }
  }
  'anniversaries.claimed': {
    values: [number, number, number]
    row: { occurrence: number }
  }
  'anniversaries.taken': {
    values: [number, number, number]
    row: { year: number; at: number }
  }
  'anniversaries.drop-run': {
    values: [number]
    row: never
  }
  'api-keys.find': {
    values: [string]
    row: { id: number; tenant_id: TenantId; scopes: string[] | null }
  }
  'approvals.rules': {
    values: [number]
    row: { rules: JsonObject }
  }
  'approvals.save-rules': {
    values: [number, string, string]
    row: never
  }
  'approvals.ask': {
    values: [number, number, string, number, number, string, number, string, string, string, string, number]
    row: { id: number }
  }
  'approvals.one': {
    values: [number]
    row: { id: number; key: string; name: string; journey_state: string; revision: number; base: number | null; in_flight: JsonObject; size: number | null; grounds: JsonObject; note: string; asked_by: string; asked_name: string; asked_at: number; state: string; decided_by: string | null; decided_name: string | null; decided_at: number | null; answer: string | null; version: number | null; journey_id: JourneyId; document: JsonObject }
  }
  'approvals.open': {
    values: [number]
    row: { id: number; asked_name: string }
  }
  'approvals.page': {
    values: [string, string, string, number, number]
    row: { id: number; key: string; name: string; journey_state: string; revision: number; base: number | null; in_flight: JsonObject; size: number | null; grounds: JsonObject; note: string; asked_by: string; asked_name: string; asked_at: number; state: string; decided_by: string | null; decided_name: string | null; decided_at: number | null; answer: string | null; version: number | null }
  }
  'approvals.waiting': {
    values: [string]
    row: { n: number }
  }
  'approvals.agreed': {
    values: [number]
    row: { version: number; asked_name: string; decided_name: string; decided_at: number }
  }
  'approvals.decide': {
    values: [number, string, string, string, string, number, string, number]
    row: never
  }
  'approvals.overtake': {
    values: [number, string, number, number]
    row: never
  }
  'attributes.change': {
    values: [number, number, string, boolean, string, string, string, string, string, string]
    row: { member_id: MemberId; at: number; was: Json; is: Json }
  }
  'budgets.set': {
    values: [number, number, string, string, number]
    row: never
  }
  'budgets.drop': {
    values: [number, string]
    row: never
  }
  'budgets.lock': {
    values: [number, string]
    row: { kind: string; most: number | null; spent: number; alerted: boolean }
  }
  'budgets.spend': {
    values: [number, string, string, string, string]
    row: never
  }
  'budgets.keep': {
    values: [number, number, string, string, string, string]
    row: never
  }
  'budgets.alert': {
    values: [number, string, number]
    row: never
  }
  'budgets.taken-from': {
    values: [string, string]
    row: { journey_id: JourneyId }
  }
  'budgets.give-back': {
    values: [string, string, string]
    row: never
  }
  'budgets.of': {
    values: [string]
    row: { journey_id: JourneyId; kind: string; most: number; spent: number; refused: number; stopped_at: number | null; alerted_at: number | null }
  }
  'budgets.spent': {
    values: [number]
    row: { kind: string; spent: number }
  }
  'calls.callable': {
    values: [string, string]
    row: { journey_id: JourneyId }
  }
  'calls.takers': {
    values: [string]
    row: { key: string; name: string }
  }
  'calls.answer': {
    values: [number, string, number]
    row: { entered: boolean; reason: number | null }
  }
  'catalogue.members': {
    values: [number]
    row: { member_id: MemberId }
  }
  'catalogue.attributes': {
    values: [string]
    row: { attributes: JsonObject }
  }
  'catalogue.tags': {
    values: [string]
    row: { tag: string; n: number }
  }
  'catalogue.events': {
    values: [string]
    row: { name: string; properties: JsonObject }
  }
  'catalogue.subscribed': {
    values: []
    row: { event: string }
  }
  'catalogue.segments': {
    values: [number]
    row: { key: string }
  }
  'closing.close': {
    values: [number, number]
    row: never
  }
  'closing.open': {
    values: [number]
    row: never
  }
  'closing.poke': {
    values: [number, number]
    row: never
  }
  'closing.todo': {
    values: []
    row: { tenant_id: TenantId; id: JourneyId; state: string }
  }
  'closing.lock': {
    values: [number]
    row: { key: string; state: string }
  }
  'closing.move': {
    values: [number, string, string]
    row: never
  }
  'consents.set': {
    values: [number, string, string, string, string, number]
    row: never
  }
  'consents.marketing': {
    values: [string]
    row: { member_id: MemberId; channel: Carrier; granted: boolean }
  }
  'controls.begin': {
    values: [number, number, string]
    row: never
  }
  'controls.lock': {
    values: [number, string]
    row: { state: JsonObject }
  }
  'controls.keep': {
    values: [number, string, string]
    row: never
  }
  'controls.forget': {
    values: [number, string]
    row: never
  }
  'controls.taken': {
    values: [string, boolean, string, string, string, string]
    row: { o: number; taken: number; mine: boolean }
  }
  'controls.take': {
    values: [number, string, string, string, string, string]
    row: never
  }
  'controls.keep-counting': {
    values: [number, number, string, string, string]
    row: never
  }
  'controls.arms': {
    values: [string, number, number]
    row: { member_id: MemberId; arm: string }
  }
  'controls.keep-arms': {
    values: [number, number, number, string, string, string]
    row: never
  }
  'controls.change-arms': {
    values: [number, number, number, string, string]
    row: never
  }
  'counts.totals': {
    values: [string]
    row: { journey_id: JourneyId; version_id: VersionId; node: number; outcome: number; n: number; today: number }
  }
  'counts.days': {
    values: [string, string, string, string]
    row: { version_id: VersionId; node: number; outcome: number; day: string; day_ends: number; n: number }
  }
  'counts.entered': {
    values: [string, number]
    row: { journey_id: JourneyId; ago: number; n: number }
  }
  'counts.place': {
    values: [string, number]
    row: { id: JourneyId; version_id: VersionId | null; number: number | null }
  }
  'counts.versions': {
    values: [number]
    row: { id: VersionId; number: number; published_at: number }
  }
  'counts.stays': {
    values: [number, number, number]
    row: { version_id: VersionId; node: number; median: number | null }
  }
  'counts.left-since': {
    values: [number, number, number]
    row: { n: number }
  }
  'drafts.follow': {
    values: [number, string]
    row: never
  }
  'journeys.create': {
    values: [number, string, string, string, string, string]
    row: { id: JourneyId }
  }
  'journeys.keys-like': {
    values: [string]
    row: { key: string }
  }
  'drafts.save': {
    values: [number, number, string, number, number, string, number]
    row: never
  }
  'journeys.page': {
    values: [string, string, string, string, number, number, number]
    row: { id: JourneyId; key: string; name: string; state: string; folder: string | null; labels: string[] | null; owner: string | null; updated_at: number; version_id: VersionId | null; version: number | null; draft: JsonObject | null; revision: number | null; published: number | null; next_fire: number | null }
  }
  'journeys.states': {
    values: [string, string, string]
    row: { name: string; count: number }
  }
  'journeys.folders': {
    values: []
    row: { name: string; count: number }
  }
  'journeys.labels': {
    values: []
    row: { name: string; count: number }
  }
  'events.dedupe': {
    values: [number, number, string]
    row: { hash: string }
  }
  'enrol.known-keys': {
    values: [string]
    row: { hash: string }
  }
  'enrol.keep-keys': {
    values: [number, string]
    row: never
  }
  'events.store': {
    values: [number, number, string, string, string, string, string]
    row: { id: EventId }
  }
  'events.hear': {
    values: [number, number, string]
    row: never
  }
  'events.hearers': {
    values: [string, string]
    row: { journey_id: JourneyId; version_id: VersionId; shard: number; enrolment_id: EnrolmentId; member_id: MemberId; entry_no: number; node: number; failed: boolean; due_at: number; told: number | null }
  }
  'events.insiders': {
    values: [string]
    row: { journey_id: JourneyId; version_id: VersionId; member_id: MemberId }
  }
  'events.subscriptions': {
    values: [string]
    row: { event: string; journey_id: JourneyId; version_id: VersionId; node: number }
  }
  'events.stimulate': {
    values: [number, number, string, string, string, string, string, string, string, string]
    row: never
  }
  'poke.add': {
    values: [number, number, string, string]
    row: never
  }
  'enrol.refuse': {
    values: [number, number, string, string, string, string, string, string]
    row: never
  }
  'enrol.history': {
    values: [string, string]
    row: { member_id: MemberId; journey_id: JourneyId; entry_no: number; entered_at: number; held_out: boolean; live: boolean }
  }
  'enrol.insert': {
    values: [number, string, string, number, number, string, string, string, string, string, string, string, string, string]
    row: { id: EnrolmentId }
  }
  'enrol.installation': {
    values: []
    row: { member_shards: number; poke_backlog: number }
  }
  'first-dates.all': {
    values: []
    row: { attribute: string; events: string[] }
  }
  'first-dates.of': {
    values: [string]
    row: { attribute: string; events: string[] }
  }
  'first-dates.save': {
    values: [number, string, string]
    row: never
  }
  'first-dates.earliest': {
    values: [string, string]
    row: { member_id: MemberId; at: number }
  }
  'first-dates.open': {
    values: []
    row: { tenant_id: TenantId; attribute: string }
  }
  'first-dates.lock': {
    values: [string]
    row: { events: string[]; after_member: number }
  }
  'first-dates.chunk': {
    values: [number, number]
    row: { id: MemberId }
  }
  'first-dates.progress': {
    values: [string, number, boolean]
    row: never
  }
  'forecast.doers': {
    values: [string, number, number]
    row: { n: number }
  }
  'forecast.done': {
    values: [string, number, number, number]
    row: { id: EventId; member_id: MemberId; name: string; at: number; properties: JsonObject; depth: number }
  }
  'forecast.heard': {
    values: [string, number, number, string]
    row: { id: EventId; member_id: MemberId; name: string; at: number; properties: JsonObject }
  }
  'goals.aim': {
    values: [number, number, number, string]
    row: never
  }
  'goals.aims': {
    values: [string]
    row: { version_id: VersionId; journey_id: JourneyId; key: string }
  }
  'goals.entries': {
    values: [string, string]
    row: { id: EnrolmentId; member_id: MemberId; journey_id: JourneyId; version_id: VersionId; entry_no: number; state: number; entered_at: number; since_at: number; event_id: EventId | null; reached: string[] }
  }
  'goals.reach': {
    values: [number, string, string, string, string, string, string, string, string, string, string]
    row: never
  }
  'goals.values': {
    values: [number, string, string]
    row: { goal: string; version_id: VersionId; held_out: boolean; value: number }
  }
  'goals.people': {
    values: [number, string, string, boolean, number, number]
    row: { enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; entry_no: number; entered_at: number; held_out: boolean; reached_at: number | null; value: number | null; name: string | null }
  }
  'groups.list': {
    values: [string]
    row: { id: number; key: string; name: string; updated_at: number; size: number }
  }
  'groups.by-key': {
    values: [string]
    row: { key: string; id: number }
  }
  'groups.lock': {
    values: [string]
    row: { id: number }
  }
  'groups.add': {
    values: [number, string, string, string, number]
    row: { group_id: number; member_id: MemberId }
  }
  'groups.remove': {
    values: [string, string]
    row: { group_id: number; member_id: MemberId }
  }
  'groups.empty': {
    values: [number]
    row: never
  }
  'groups.touch': {
    values: [string]
    row: never
  }
  'groups.people': {
    values: [number, number, number]
    row: { member_id: MemberId }
  }
  'groups.judge': {
    values: [string, number]
    row: { key: string; name: string; holds: boolean }
  }
  'groups.having': {
    values: [string, string]
    row: { member_id: MemberId | null }
  }
  'groups.of': {
    values: [number]
    row: { key: string }
  }
  'groups.known': {
    values: [string, string]
    row: { o: number; member_id: MemberId }
  }
  'holidays.own': {
    values: []
    row: { year: number; days: JsonObject }
  }
  'holidays.save': {
    values: [number, string, string, string]
    row: never
  }
  'holidays.share': {
    values: [number]
    row: { pg_advisory_xact_lock_shared: '' | null }
  }
  'holidays.close': {
    values: [number]
    row: { pg_advisory_xact_lock: '' | null }
  }
  'holidays.live': {
    values: []
    row: { id: JourneyId; version_id: VersionId }
  }
  'holidays.unplan': {
    values: [number, number, number]
    row: { one: number | null }
  }
  'holidays.forget': {
    values: [number, number, string]
    row: { id: number }
  }
  'identities.known': {
    values: [string, string, string]
    row: { namespace: string; value: string; member_id: MemberId; user_id: string | null }
  }
  'identities.make-members': {
    values: [number, number, number, number]
    row: { id: MemberId }
  }
  'identities.link': {
    values: [number, string, string, string]
    row: { linked: number | null }
  }
  'identities.replace': {
    values: [string, string, string]
    row: never
  }
  'members.set-attributes': {
    values: [string, string]
    row: { id: MemberId; was: Json }
  }
  'imports.begin': {
    values: [number, string, string]
    row: { id: number }
  }
  'imports.lock': {
    values: [number]
    row: { id: number }
  }
  'imports.end': {
    values: [number, number, number, number, number]
    row: never
  }
  'imports.claim': {
    values: [number, string, number, string]
    row: { hash: string; fresh: number }
  }
  'imports.count': {
    values: [number, string, number, string, string]
    row: { hash: string; fresh: number }
  }
  'journeys.share': {
    values: [string]
    row: { pg_advisory_xact_lock_shared: '' | null }
  }
  'journeys.close': {
    values: [number]
    row: { pg_advisory_xact_lock: '' | null }
  }
  'journeys.shut': {
    values: [string]
    row: { id: JourneyId }
  }
  'journeys.lock': {
    values: [string]
    row: { id: JourneyId }
  }
  'journeys.disarm': {
    values: [number]
    row: never
  }
  'journeys.subscribe': {
    values: [number, number, number, string, string]
    row: never
  }
  'journeys.pending': {
    values: [number]
    row: { node_key: number; occurrence: number; holidays: string[] }
  }
  'journeys.unfire': {
    values: [number]
    row: never
  }
  'journeys.fire': {
    values: [number, number, number, number, string]
    row: never
  }
  'journeys.holidays-taken': {
    values: [number, number]
    row: { holiday: string }
  }
  'journeys.poke-all': {
    values: [number, number]
    row: never
  }
  'journeys.retry': {
    values: [number, number, string, string]
    row: { version_id: VersionId; node: number; n: number }
  }
  'journeys.list': {
    values: []
    row: { key: string; name: string; state: string; version: number | null; inside: number }
  }
  'journeys.standing': {
    values: [number]
    row: { version_id: VersionId; node: number; failed: boolean; n: number }
  }
  'leaving.watch': {
    values: [number, number, number]
    row: never
  }
  'leaving.watched': {
    values: [string]
    row: { journey_id: JourneyId; version_id: VersionId; shard: number; enrolment_id: EnrolmentId; member_id: MemberId; entry_no: number; node: number }
  }
  'leaving.tell': {
    values: [number, number, string, string, string, string, string, string]
    row: never
  }
  'maintenance.missing-months': {
    values: [number, number]
    row: { parent: string; month: string }
  }
  'maintenance.make-month': {
    values: [string, string]
    row: { moved: number | null }
  }
  'maintenance.purge-message-ids': {
    values: [number]
    row: { n: number }
  }
  'maintenance.purge-notices': {
    values: []
    row: { n: number }
  }
  'maintenance.clear-counted': {
    values: [number]
    row: { n: number }
  }
  'maintenance.clear-ended': {
    values: [number]
    row: { n: number }
  }
  'maintenance.outside-months': {
    values: []
    row: { n: number }
  }
  'members.attribute': {
    values: [string, string]
    row: { id: MemberId; value: Json | null }
  }
  'members.tag': {
    values: [string, string]
    row: { member_id: MemberId; expires_at: number | null }
  }
  'members.events': {
    values: [string, string, string, string, string]
    row: { o: number; id: EventId; name: string; at: number; properties: JsonObject }
  }
  'loyalty.balances': {
    values: [string, number]
    row: { member_id: MemberId; balance: number }
  }
  'reach.consent': {
    values: [string, string, string, boolean]
    row: { id: MemberId; status: number; granted: boolean | null; address: string | null }
  }
  'enrol.entry': {
    values: [string, string]
    row: { id: EnrolmentId; since_at: number; event_id: EventId | null; data: JsonObject | null }
  }
  'messages.plan': {
    values: [number, number, number, number, number, string, string, number, number, string, string, string, string, string, string]
    row: never
  }
  'messages.account': {
    values: [string, string]
    row: { id: number }
  }
  'messages.sender': {
    values: [number]
    row: { channel: Carrier; key: string; settings: JsonObject }
  }
  'messages.states': {
    values: [number, string, string, string]
    row: { enrolment_id: EnrolmentId; visit: number; state: number; reason: string | null; answer: JsonObject | null }
  }
  'messages.recent': {
    values: [string, number, string]
    row: { member_id: MemberId; journey: number; channel: Carrier; at: number }
  }
  'messages.unpoke': {
    values: [number]
    row: never
  }
  'messages.due': {
    values: [number, number]
    row: { month: string; enrolment_id: EnrolmentId; visit: number; kind: number; member_id: MemberId }
  }
  'messages.take': {
    values: [number, string, string, string, string]
    row: { month: string; enrolment_id: EnrolmentId; visit: number; kind: number; member_id: MemberId; journey_id: JourneyId; version_id: VersionId; node: number; channel: Carrier; purpose: Purpose; state: number; attempts: number; variables: JsonObject | null; journey_state: string; enrolment_state: number | null; depth: number; leaving: boolean }
  }
  'messages.content': {
    values: [string, string]
    row: { version_id: VersionId; node: number; settings: Json }
  }
  'messages.move': {
    values: [number, string, string, string, string, string, string, string, string, string, string, string]
    row: { enrolment_id: EnrolmentId; visit: number; kind: number }
  }
  'messages.withdraw': {
    values: [number, number, number, string, string]
    row: { enrolment_id: EnrolmentId; visit: number }
  }
  'messages.next': {
    values: [number]
    row: { left: number }
  }
  'messages.bucket': {
    values: [number, number]
    row: { per_second: number; tokens: number }
  }
  'messages.spend': {
    values: [number, number, number]
    row: never
  }
  'messages.history': {
    values: [number, number, string, string, number]
    row: { key: string; enrolment_id: EnrolmentId; channel: Carrier; purpose: Purpose; state: number; reason: string | null; variables: JsonObject | null; planned_at: number; settled_at: number | null; journey: string; journey_name: string; node_name: string | null; settings: Json | null }
  }
  'messages.keep-accounts': {
    values: []
    row: { id: number }
  }
  'messages.lock-account': {
    values: [string, string]
    row: { id: number }
  }
  'messages.paces': {
    values: []
    row: { account_id: number; per_second: number }
  }
  'messages.keep-pace': {
    values: [number, number, number]
    row: never
  }
  'messages.drop-pace': {
    values: [number]
    row: never
  }
  'messages.poke-lane': {
    values: [number, number]
    row: never
  }
  'messages.accounts': {
    values: []
    row: { key: string; channel: Carrier }
  }
  'messages.keep-answers': {
    values: [string, string, string, string]
    row: never
  }
  'moves.add': {
    values: [number, number, number, number, number, string, string, number]
    row: never
  }
  'moves.of': {
    values: [string]
    row: { journey_id: JourneyId; version_id: VersionId; number: number; at: number; policy: string; targets: JsonObject }
  }
  'moves.open': {
    values: []
    row: { tenant_id: TenantId; journey_id: JourneyId }
  }
  'moves.lock': {
    values: [number]
    row: { id: JourneyId }
  }
  'moves.next': {
    values: [number]
    row: { version_id: VersionId; shard: number | null; due_at: number; found: boolean }
  }
  'moves.take': {
    values: [number, number, number, string, string, number]
    row: { journey_id: JourneyId; shard: number; enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; node: number; step: number; visit: number; entry_no: number; depth: number; failed: boolean; again: boolean; entered_at: number; arrived_at: number; previous_at: number; due_at: number }
  }
  'moves.told': {
    values: [string]
    row: { enrolment_id: EnrolmentId }
  }
  'moves.progress': {
    values: [number, number, number, boolean]
    row: never
  }
  'moves.done': {
    values: [number]
    row: never
  }
  'moves.give-up': {
    values: [number]
    row: never
  }
  'moves.turn-runs': {
    values: [number, number, string]
    row: never
  }
  'moves.last': {
    values: [number]
    row: { version_id: VersionId; number: number; at: number; policy: string; people: number; is_done: boolean }
  }
  'moves.sample': {
    values: [number, number]
    row: { journey_id: JourneyId; shard: number; enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; node: number; step: number; visit: number; entry_no: number; depth: number; failed: boolean; again: boolean; entered_at: number; arrived_at: number; previous_at: number; due_at: number; nth: number }
  }
  'notices.fresh': {
    values: [number, number, string, string, string, string, string]
    row: { enrolment_id: EnrolmentId; visit: number }
  }
  'notices.tell': {
    values: [number, string, string, string, number, number, number, number, string, string, string, number, number]
    row: { account_id: number }
  }
  'notices.list': {
    values: [string, number, number, number]
    row: { id: number; code: string; params: JsonObject; times: number; member_id: MemberId | null; at: number; journey: string | null; journey_name: string | null; node_name: string | null; is_read: boolean }
  }
  'notices.unread': {
    values: [string, string]
    row: { tenant: number; person: string; n: number }
  }
  'notices.read': {
    values: [string, string]
    row: never
  }
  'notices.due': {
    values: [number, number]
    row: { notice_id: number; person_id: string; state: number; attempts: number; code: string; params: JsonObject; times: number; journey_name: string | null; node_name: string | null }
  }
  'notices.move': {
    values: [string, string, string, string, string, string, string]
    row: never
  }
  'notices.next': {
    values: [number]
    row: { left: number }
  }
  'notices.addresses': {
    values: [number, string]
    row: { id: string; email: string }
  }
  'people.count': {
    values: []
    row: { n: number }
  }
  'people.newest': {
    values: [number, number]
    row: { id: MemberId }
  }
  'people.matching': {
    values: [string, string, number, number]
    row: { key: string; member_id: MemberId }
  }
  'people.rows': {
    values: [string]
    row: { id: MemberId; status: number; name: string | null; created_at: number; identities: Json; tags: string[]; points: number; last_event_at: number | null }
  }
  'people.lately': {
    values: [number, number]
    row: { name: string; at: number; properties: JsonObject }
  }
  'people.arms': {
    values: [number, string]
    row: { node: string; arm: string }
  }
  'people.one': {
    values: [number]
    row: { id: MemberId; status: number; attributes: JsonObject; created_at: number }
  }
  'people.identities': {
    values: [number]
    row: { namespace: string; value: string }
  }
  'people.tags': {
    values: [number]
    row: { tag: string; source: string; at: number; expires_at: number | null }
  }
  'people.consents': {
    values: [number]
    row: { channel: Carrier; purpose: Purpose; granted: boolean; source: string; at: number }
  }
  'people.points': {
    values: [number]
    row: { kind: number; balance: number; lapses_at: number | null; lapsing: number | null }
  }
  'points.grant': {
    values: [number, number, number, string, string, string, string, string, string, string]
    row: { enrolment_id: EnrolmentId; visit: number }
  }
  'pokes.waiting': {
    values: []
    row: { id: number; tenant_id: TenantId; kind: number; owner: number; part: number }
  }
  'pokes.lead': {
    values: []
    row: { mine: boolean }
  }
  'pokes.load': {
    values: []
    row: never
  }
  'pokes.seen': {
    values: []
    row: { pokesWaiting: number; memberShards: number; eventsStored: number }
  }
  'edges.fold': {
    values: []
    row: never
  }
  'pokes.reconcile': {
    values: []
    row: { id: number }
  }
  'refunds.rules': {
    values: []
    row: { settings: JsonObject }
  }
  'refunds.save-rules': {
    values: [number, string, string]
    row: never
  }
  'refunds.keep': {
    values: [number, string, string, string, string, string, string]
    row: { member_id: MemberId; order_id: string }
  }
  'refunds.amounts': {
    values: [string, string]
    row: { member_id: MemberId; order_id: string; nth: number; amount: number | null }
  }
  'refunds.keep-rewards': {
    values: [number, number, number, number, number, string, string, string, string, string]
    row: never
  }
  'refunds.early': {
    values: [string, string]
    row: { member_id: MemberId; order_id: string }
  }
  'refunds.points': {
    values: [string, string, number]
    row: { member_id: MemberId; order_id: string; enrolment_id: EnrolmentId; visit: number; order_amount: number | null; journey_id: JourneyId; version_id: VersionId; node: number; kind: number; amount: number; done: number[] }
  }
  'refunds.balances': {
    values: [string]
    row: { member_id: MemberId; kind: number; balance: number }
  }
  'refunds.lots': {
    values: [string]
    row: { member_id: MemberId; enrolment_id: EnrolmentId; visit: number; effect: number; kind: number; remaining: number }
  }
  'refunds.take-lots': {
    values: [string, string, string, string, string]
    row: never
  }
  'refunds.take-balances': {
    values: [string, string, string]
    row: never
  }
  'refunds.reverse': {
    values: [number, number, number, string, string, string, string, string, string, string, string]
    row: never
  }
  'refunds.begin': {
    values: [number, number, string, string, string, string, string, string, string]
    row: { id: EnrolmentId; event_id: EventId | null; journey_id: JourneyId; version_id: VersionId; shard: number; trigger_node: number; parent_id: number | null; parent_visit: number | null }
  }
  'clock.due': {
    values: []
    row: { tenant_id: TenantId; journey_id: JourneyId; node_key: number; occurrence: number }
  }
  'clock.next': {
    values: []
    row: { sleepMs: number | null }
  }
  'clock.open': {
    values: []
    row: { tenant_id: TenantId; id: RunId }
  }
  'runs.share': {
    values: [number]
    row: { pg_advisory_xact_lock_shared: '' | null }
  }
  'runs.fail': {
    values: [number, string]
    row: never
  }
  'clock.unpoke': {
    values: []
    row: never
  }
  'clock.claim': {
    values: [number, number, number]
    row: { one: number | null }
  }
  'runs.begin': {
    values: [number, number, number, number, number]
    row: { id: RunId }
  }
  'runs.stored': {
    values: [number, number, boolean]
    row: never
  }
  'runs.lock': {
    values: [number]
    row: { id: RunId; journey_id: JourneyId; version_id: VersionId; node_key: number; after_member: number; per_member: boolean; occurrence: number }
  }
  'runs.chunk': {
    values: [number, number, number]
    row: { member_id: MemberId }
  }
  'runs.refuse': {
    values: [number, string, string]
    row: never
  }
  'runs.progress': {
    values: [number, number, number, boolean, string]
    row: never
  }
  'runs.took': {
    values: [number]
    row: { node_key: number }
  }
  'runs.journey': {
    values: [number]
    row: { state: string; version_id: VersionId | null }
  }
  'sets.due': {
    values: []
    row: { tenant_id: TenantId; id: number }
  }
  'sets.lock': {
    values: [number]
    row: { id: number; every: string | null; rule: JsonObject | null; zone: string | null }
  }
  'sets.schedule': {
    values: [string, string, number]
    row: never
  }
  'sets.computed': {
    values: [number, number, number, number]
    row: never
  }
  'sets.drop': {
    values: [number]
    row: never
  }
  'sets.having': {
    values: [string, string]
    row: { computed_at: number | null; member_id: MemberId | null }
  }
  'sets.of': {
    values: [number]
    row: { key: string }
  }
  'sets.ages': {
    values: [string]
    row: { key: string; every: string | null; size: number | null; computed_at: number | null; next_at: number | null }
  }
  'sending.rules': {
    values: [number]
    row: { rules: JsonObject }
  }
  'sending.save': {
    values: [number, string, string]
    row: never
  }
  'steer.take': {
    values: [number, string, string, boolean]
    row: { journey_id: JourneyId; enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; shard: number; node: number; step: number; visit: number; entry_no: number; depth: number; failed: boolean; again: boolean; entered_at: number; arrived_at: number; previous_at: number; due_at: number }
  }
  'steer.inside': {
    values: [number, string, string, boolean]
    row: { enrolment_id: EnrolmentId; member_id: MemberId }
  }
  'steer.forget': {
    values: [string, boolean]
    row: never
  }
  'steer.revive': {
    values: [string, string]
    row: never
  }
  'steer.standing': {
    values: [number, string, string, boolean, string, number, number]
    row: { enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; entry_no: number; step: number; at: number; wakes_at: number | null; outcomes: number[] | null; reason: string | null; name: string | null }
  }
  'steer.gone': {
    values: [number, string, string, string, string, number, number]
    row: { enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; entry_no: number; step: number | null; at: number; wakes_at: number | null; outcomes: number[] | null; reason: string | null; name: string | null }
  }
  'steer.identities': {
    values: [string]
    row: { member_id: MemberId; namespace: string; value: string }
  }
  'stop.end-runs': {
    values: [number]
    row: never
  }
  'stop.inside': {
    values: [number]
    row: { n: number }
  }
  'stop.open': {
    values: []
    row: { tenant_id: TenantId; id: JourneyId }
  }
  'stop.lock': {
    values: [number]
    row: { id: JourneyId }
  }
  'stop.take': {
    values: [number, number]
    row: { journey_id: JourneyId; enrolment_id: EnrolmentId; member_id: MemberId; version_id: VersionId; node: number; failed: boolean }
  }
  'stop.block': {
    values: [number, number, number, number]
    row: { enrolment_id: EnrolmentId; visit: number }
  }
  'stop.finish': {
    values: [number, string]
    row: never
  }
  'tags.effect': {
    values: [number, number, string, string, string, string, string, string]
    row: never
  }
  'tags.add': {
    values: [number, string, string, string, string, string]
    row: { member_id: MemberId; tag: string; at: number }
  }
  'tags.remove': {
    values: [string, string, boolean, string]
    row: { member_id: MemberId; tag: string; at: number }
  }
  'tags.lapsed': {
    values: [number]
    row: { tenant_id: TenantId; member_id: MemberId }
  }
  'tags.lapse': {
    values: [string, number]
    row: { member_id: MemberId; tag: string; at: number }
  }
  'timeline.page': {
    values: [number, number, number, string, string, number, string]
    row: { at: number; kind: number; key: string; name: string | null; detail: Json; journey: string | null; journey_name: string | null; node_name: string | null }
  }
  'traces.enrolments': {
    values: [number, number]
    row: { id: EnrolmentId; entry_no: number; version_id: VersionId; version: number; state: number; reason: string | null; trigger_node: number; entered_at: number; ended_at: number | null }
  }
  'traces.segments': {
    values: [string, string]
    row: { enrolment_id: EnrolmentId; version_id: VersionId; nodes: number[]; outcomes: number[]; at: number; facts: JsonObject | null }
  }
  'traces.tokens': {
    values: [number, number]
    row: { enrolment_id: EnrolmentId; version_id: VersionId; node: number; step: number; failed: boolean; entry_no: number; arrived_at: number; entered_at: number; previous_at: number; due_at: number | null }
  }
  'traces.refusals': {
    values: [number, number]
    row: { at: number; reason: number; event: string | null; node: number | null; unmet: Json | null }
  }
  'traces.entries': {
    values: [number, number, number]
    row: { id: EnrolmentId; journey: string; journey_name: string; journey_state: string; version: number; entry_no: number; state: number; reason: string | null; entered_at: number; ended_at: number | null; failed: boolean | null; node_name: string | null; due_at: number | null }
  }
  'traces.enrolment': {
    values: [number, number]
    row: { journey: string; event: string | null; event_at: number | null; properties: JsonObject | null; run_at: number | null }
  }
  'traces.goals': {
    values: [number]
    row: { goal: string; at: number; value: number | null }
  }
  'traces.outside': {
    values: [number, string]
    row: { id: JourneyId; key: string; name: string; state: string; version_id: VersionId; published_at: number; entered_at: number | null; held_out: boolean; fires_at: number | null }
  }
  'traces.refused': {
    values: [number, string]
    row: { journey_id: JourneyId; at: number; reason: number; event: string | null; node: number; unmet: JsonObject | null }
  }
  'traces.runs': {
    values: [number, string]
    row: { journey_id: JourneyId; node_key: number; at: number; taken: boolean; refused: number | null }
  }
  'traces.did': {
    values: [number, string, number]
    row: { name: string; at: number; properties: JsonObject }
  }
  'trials.begin': {
    values: [number, number, number, string, string, string]
    row: never
  }
  'trials.of': {
    values: [number]
    row: { node_key: number; design: string; since: number; due_at: number; judged: boolean; winner: string | null; picked_at: number | null; picked_by: string | null }
  }
  'trials.winner': {
    values: [number, number]
    row: { winner: string | null }
  }
  'trials.pick': {
    values: [number, number, string, string]
    row: never
  }
  'trials.due': {
    values: []
    row: { tenant_id: TenantId; journey_id: JourneyId; node_key: number }
  }
  'trials.judge': {
    values: [number, number]
    row: { one: number | null }
  }
  'uses.versions': {
    values: []
    row: { journey_id: JourneyId; version_id: VersionId }
  }
  'watches.woken-by': {
    values: [string]
    row: { id: number; zone: string | null }
  }
  'watches.read': {
    values: [string]
    row: { id: number; key: string; rule: JsonObject }
  }
  'watches.of': {
    values: [string, number, boolean]
    row: { id: number; rule: JsonObject; watch: number | null }
  }
  'watches.begin': {
    values: [number, number, string, string, string, boolean, number]
    row: { id: number }
  }
  'watches.end': {
    values: [number, number, number]
    row: never
  }
  'watches.forget': {
    values: [number]
    row: never
  }
  'watches.ask': {
    values: [number, number, string]
    row: never
  }
  'watches.due': {
    values: []
    row: { tenant_id: TenantId; id: number }
  }
  'watches.one': {
    values: [number]
    row: { id: number; key: string; segment_id: number; by_time: boolean; ended: boolean; asked: boolean; zone: string | null }
  }
  'watches.looked': {
    values: [number, number, number]
    row: never
  }
  'watches.drop': {
    values: [number]
    row: never
  }
  'wind.wound': {
    values: []
    row: { at: number | null }
  }
  'wind.next': {
    values: [number, number]
    row: { at: number | null }
  }
  'wind.set': {
    values: [number]
    row: { wound: number | null }
  }
  'wind.poke': {
    values: [number]
    row: never
  }
  'wind.unsettled': {
    values: []
    row: { left: Json; sending: string | null }
  }
  'wind.lose': {
    values: [number]
    row: never
  }
}
