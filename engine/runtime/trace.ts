import { outcomeName } from '../core/edges.ts'
import { UserError } from '../core/errors.ts'
import type { StandingFacts, Unmet } from '../core/explain/facts.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import type { Because } from '../core/journey/node.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { nameOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { DbTx, Row, Tx } from '../store/store.ts'
import { unknownJourney } from './control.ts'
import { type Engine, planOf } from './engine.ts'
import { loadFacts } from './facts.ts'
import { keptUnmet } from './unmet.ts'

/** Everything that happened to a member in a journey. All times are epoch milliseconds. */
export interface MemberTrace {
  readonly member: MemberId
  readonly journey: { readonly key: string; readonly name: string; readonly state: string }
  /** Of the workspace. */
  readonly zone: string
  readonly entries: readonly EntryTrace[]
  /** Why the member was not enrolled; `event` is absent where a run of an audience left it out. */
  readonly refusals: readonly ({ readonly at: number; readonly reason: Refusal; readonly event?: string } & Unmet)[]
}

export interface EntryTrace {
  readonly enrolment: EnrolmentId
  /** The version that was entered, and those it was moved to. */
  readonly versionIds: readonly VersionId[]
  readonly entry: number
  readonly version: number
  readonly state: (typeof ENROLMENT_STATES)[number]
  readonly reason?: string
  readonly enteredAt: number
  readonly endedAt?: number
  readonly visits: readonly VisitTrace[]
  readonly stands?: StandingFacts
}

export interface VisitTrace {
  readonly at: number
  readonly node: string
  readonly name: string
  readonly outcome: string
  /** The facts behind the decision, where it used some. */
  readonly because?: Because
  /** Until when quiet hours kept it from sending. */
  readonly heldUntil?: number
}

/** Reads `user:123` (bare: a user id) or `#ID`. Throws a UserError where the workspace has no such member. */
export async function findMember(tx: Tx, text: string): Promise<MemberId> {
  const [, number] = /^#(\d{1,15})$/.exec(text) ?? []
  const [, namespace = 'user', value = text] = /^(user|anonymous|email|phone):(.+)$/s.exec(text) ?? []
  const [found] = number
    ? await tx.sql.query<{ id: MemberId }>('SELECT id FROM member WHERE id = $1', [number])
    : await tx.sql.query<{ id: MemberId }>('SELECT member_id AS id FROM identity WHERE namespace = $1 AND value = $2', [
        namespace,
        value,
      ])
  if (found) return found.id
  const who = number ? text : `${namespace}:${value}`
  throw new UserError('member-unknown', `There is no member ${who}: name one as user:123, email:a@b.c or #ID.`)
}

/** What happened to one member in a journey, newest entry last. Throws a UserError for a journey that is not there. */
export async function traceMember(engine: Engine, tx: DbTx, key: string, member: MemberId): Promise<MemberTrace> {
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  const tenant = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  const id = Number(journey.id) as JourneyId // a key of the table
  const rows = await tx.sql.query(tracesSql.refusals, [member, id])
  const refusals = []
  for (const row of rows) {
    const { at, reason, event } = row
    const unmet = await keptUnmet(engine, tx, row)
    refusals.push({ at, reason: nameOf(REFUSALS, reason), ...(event === null ? {} : { event }), ...unmet })
  }
  return {
    member,
    journey: { key, name: journey.name, state: journey.state },
    zone: tenant.zone,
    entries: await entriesOf(engine, tx, member, id),
    refusals,
  }
}

async function entriesOf(engine: Engine, tx: Tx, member: MemberId, journey: JourneyId): Promise<EntryTrace[]> {
  const place = [member, journey] as const
  const enrolments = await tx.sql.query(tracesSql.enrolments, place)
  const tokens = await tx.sql.query(tracesSql.tokens, place)
  const segments = await tx.sql.query(tracesSql.segments, [
    texts(enrolments.map((e) => enteredMonth(e.entered_at))),
    numbers(enrolments.map((e) => e.id)),
  ])
  // Whoever was moved has traces of several versions.
  const versions = new Set([...tokens, ...segments].map((row) => row.version_id))
  const plans = new Map<VersionId, BoundPlan>()
  for (const version of versions) plans.set(version, await planOf(engine, tx, version))
  const entries: EntryTrace[] = []
  for (const enrolment of enrolments) {
    const token = tokens.find((t) => t.enrolment_id === enrolment.id)
    const mine = segments.filter((s) => s.enrolment_id === enrolment.id)
    const been = [enrolment, ...mine, ...(token ? [token] : [])].map((row) => row.version_id)
    entries.push({
      enrolment: enrolment.id,
      versionIds: [...new Set(been)],
      entry: enrolment.entry_no,
      version: enrolment.version,
      state: nameOf(ENROLMENT_STATES, enrolment.state),
      ...(enrolment.reason === null ? {} : { reason: enrolment.reason }),
      enteredAt: enrolment.entered_at,
      ...(enrolment.ended_at === null ? {} : { endedAt: enrolment.ended_at }),
      visits: visitsOf(plans, mine),
      ...(token ? { stands: await standingOf(tx, plans, token, place) } : {}),
    })
  }
  return entries
}

type Plans = ReadonlyMap<VersionId, BoundPlan>

function visitsOf(plans: Plans, segments: readonly Row<'traces.segments'>[]): VisitTrace[] {
  const becauseOf = ({ facts }: Row<'traces.segments'>, i: number) => facts?.[i] as Because | undefined // as a walk wrote it
  return segments.flatMap((segment, nth) =>
    segment.nodes.map((index, i) => {
      const node = nodeOf(plans, segment.version_id, index)
      const because = becauseOf(segment, i)
      const outcome = outcomeName(node.outcomes, segment.outcomes[i] ?? 0)
      // Why a visit was held stands behind those that led to it.
      const before = i === 0 ? segments[nth - 1] : undefined
      const held = before && becauseOf(before, before.nodes.length)?.heldUntil
      return {
        ...{ at: segment.at, node: node.id, name: node.name, outcome },
        ...(because ? { because } : {}),
        ...(typeof held === 'number' ? { heldUntil: held } : {}),
      }
    }),
  )
}

async function standingOf(
  tx: Tx,
  plans: Plans,
  token: Row<'traces.tokens'>,
  [member, journey]: readonly [MemberId, JourneyId],
): Promise<StandingFacts> {
  const node = nodeOf(plans, token.version_id, token.node)
  const held = !token.failed && token.step === 0 && node.gate !== undefined
  const stands = {
    node: node.id,
    name: node.name,
    since: token.arrived_at,
    failed: token.failed,
    ...(token.due_at === null ? {} : { wakesAt: token.due_at }),
    held,
    listens: token.failed || held ? [] : node.listens,
  }
  const { soFar } = node.definition
  const plan = plans.get(token.version_id)
  if (!soFar || !plan || token.failed) return stands
  const { enrolment_id: enrolment, entry_no: entryNo } = token
  const times = { enteredAt: token.entered_at, arrivedAt: token.arrived_at, previousAt: token.previous_at }
  const subject = { at: await clockOf(tx), traveller: { member, enrolment, entryNo, ...times } }
  const [facts] = await loadFacts(tx, { journey, zone: plan.zone, node }, [subject])
  return facts ? { ...stands, soFar: soFar(node.settings, facts) } : stands
}

function nodeOf(plans: Plans, version: VersionId, index: number): BoundPlan['nodes'][number] {
  const node = plans.get(version)?.nodes[index]
  if (!node) throw new RangeError(`version ${version} has no node ${index}`)
  return node
}
