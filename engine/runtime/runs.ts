import type { JourneyId, MemberId, RunId, TenantId, VersionId } from '../core/ids.ts'
import type { AudienceSpec } from '../core/journey/audience.ts'
import type { Insider } from '../core/journey/exclusion.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { groupIds, inGroupsSql } from '../members/face.ts'
import { codeOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, lockMembers } from '../store/moment.ts'
import { anniversariesSql } from '../store/sql/anniversaries.ts'
import { runsSql } from '../store/sql/runs.ts'
import type { Tx } from '../store/store.ts'
import { type AnniversaryFire, dueMembers } from './anniversaries.ts'
import { type Engine, planOf } from './engine.ts'
import { type Admitted, admit, enrol, historyOf, loadNow, perMemberShards } from './enrol.ts'
import { insidersOf } from './exclusion.ts'

const CHUNK = 5_000
const NOBODY: Rule = { any: [] }

export interface Firing {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly nodeKey: number
  readonly occurrence: number
}

/**
 * Begins a run: stores its audience in one statement, for chunks to enrol. A run begun twice is one run; one whose segment is
 * gone fails, on record. The journey must be shared.
 */
export async function beginRun(tx: Tx, plan: BoundPlan, firing: Firing, audience: AudienceSpec): Promise<void> {
  const { journey, version, nodeKey, occurrence } = firing
  const [run] = await tx.sql.query(runsSql.begin, [tx.tenant, journey, version, nodeKey, occurrence])
  if (!run) return
  const at = await clockOf(tx)
  const values: unknown[] = [tx.tenant, run.id]
  const next = (value: unknown) => `$${values.push(value)}`
  const condition = await audienceCondition(tx, { audience, at, zone: plan.zone, journey, nodeKey }, next)
  if ('gone' in condition) {
    const why = `${condition.gone} is gone: choose another in the journey's trigger.`
    tx.sql.write(runsSql.fail, [run.id, why])
    return
  }
  const { anniversary } = audience
  // An audience is most of the members: here reading them all is right. Those whose day it is are few, and found by an index.
  if (!anniversary) tx.sql.write('SET LOCAL enable_seqscan = on')
  const from = anniversary
    ? await onceAYear(tx, { ...firing, anniversary, firing: audience.firing, zone: plan.zone }, condition.text, next)
    : `SELECT m.id FROM member m WHERE ${condition.text}`
  const text = `WITH found AS (${from}), taken AS (INSERT INTO run_member (tenant_id, run_id, member_id)
      SELECT $1::bigint, $2::bigint, id FROM found${anniversary ? ' GROUP BY id' : ''} RETURNING 1)
    SELECT count(*)::int AS n FROM taken`
  const [count] = await tx.sql.query<{ n: number }>(text, values)
  const size = count?.n ?? 0
  if (size === 0 && anniversary) {
    tx.sql.write(anniversariesSql.drop, [run.id])
    return
  }
  await tx.sql.query(runsSql.stored, [run.id, size, perMemberShards(plan, size, await loadNow(tx))])
}

/** Members whose day it is, of those who meet a condition, as they are put on record for their year: as a statement for WITH. */
async function onceAYear(
  tx: Tx,
  fire: Firing & AnniversaryFire,
  condition: string,
  next: (value: unknown) => string,
): Promise<string> {
  const due = await dueMembers(tx, fire, next)
  return `INSERT INTO anniversary_entry (tenant_id, run_id, journey_id, node_key, member_id, year)
    SELECT $1::bigint, $2::bigint, ${next(fire.journey)}::bigint, ${next(fire.nodeKey)}::int, m.id, x.year FROM ${due}
    WHERE ${condition} ON CONFLICT DO NOTHING RETURNING member_id AS id`
}

/** Whom an audience takes, as a condition on `member m` whose values `next` takes; or the segment or group that is gone. */
export async function audienceCondition(
  tx: Tx,
  of: { audience: AudienceSpec; at: number; zone: string; journey: JourneyId; nodeKey: number },
  next: (value: unknown) => string,
): Promise<{ text: string } | { gone: string }> {
  const { audience, at, zone, journey, nodeKey } = of
  const segments = [...audience.include, ...audience.exclude]
  const rules = await segmentRules(tx, segments)
  const gone = segments.find((key) => !rules.has(key))
  if (gone !== undefined) return { gone: `Segment “${gone}”` }
  const { groups = [], excludeGroups = [] } = audience
  const ids = await groupIds(tx, [...groups, ...excludeGroups])
  const goneGroup = [...groups, ...excludeGroups].find((key) => !ids.has(key))
  if (goneGroup !== undefined) return { gone: `Group “${goneGroup}”` }
  const inGroups = (keys: readonly string[]) =>
    keys.length === 0
      ? []
      : [
          inGroupsSql(
            keys.map((key) => ids.get(key) ?? 0),
            'm.id',
            next,
          ),
        ]
  const member = (key: string) =>
    compileRule(rules.get(key) ?? NOBODY, { at, zone }, { member: 'm.id', attributes: 'm.attributes', next })
  const include = [...audience.include.map(member), ...inGroups(groups)].join(' OR ')
  const exclude = [...audience.exclude.map(member), ...inGroups(excludeGroups)]
    .map((condition) => ` AND NOT (${condition})`)
    .join('')
  const fresh =
    audience.take === 'everyone'
      ? ''
      : ` AND NOT EXISTS (SELECT FROM run_member p JOIN run r ON r.id = p.run_id
          WHERE p.member_id = m.id AND p.refused IS NULL AND r.journey_id = ${next(journey)} AND r.node_key = ${next(nodeKey)})`
  return { text: `m.status < 4 AND (${include})${exclude}${fresh}` }
}

async function segmentRules(tx: Tx, keys: readonly string[]): Promise<Map<string, Rule>> {
  const rows = await tx.sql.query<{ key: string; rule: unknown }>(
    'SELECT key, rule FROM segment WHERE key = ANY($1::text[])',
    [texts(keys)],
  )
  return new Map(rows.map((row) => [row.key, Rule.parse(row.rule)]))
}

/** Enrols the next 5,000 of a run's audience, in one transaction; answers false when none are left. */
export async function enrolChunk(engine: Engine, tenant: TenantId, run: RunId): Promise<boolean> {
  return engine.store.advancing(tenant, async (tx) => {
    tx.sql.write(runsSql.share, [run])
    const [row] = await tx.sql.query(runsSql.lock, [run])
    if (!row) return false
    const plan = await planOf(engine, tx, row.version_id)
    const chunk = await tx.sql.query(runsSql.chunk, [run, row.after_member, CHUNK])
    const members = chunk.map((c) => c.member_id)
    const { at } = await lockMembers(tx, members)
    const history = await historyOf(tx, members, [row.journey_id])
    const excludes = plan.settings.exclusionGroup !== undefined
    const inside = excludes ? await insidersOf(engine, tx, members) : new Map<MemberId, readonly Insider[]>()
    const node = plan.nodes.findIndex((n) => n.key === row.node_key)
    const place = { journey: row.journey_id, version: row.version_id, plan, at, run, perMember: row.per_member }
    const admitted: Admitted[] = []
    const refused: { member: MemberId; reason: Refusal }[] = []
    for (const member of members) {
      const answer = admit(place, { member, node, sinceAt: at, depth: 0 }, history, inside.get(member) ?? [])
      if ('admitted' in answer) admitted.push(answer.admitted)
      else refused.push({ member, reason: answer.refused })
    }
    await enrol(tx, [{ place, admitted }])
    if (refused.length > 0) {
      const reasons = numbers(refused.map((r) => codeOf(REFUSALS, r.reason)))
      tx.sql.write(runsSql.refuse, [run, numbers(refused.map((r) => r.member)), reasons])
    }
    const tally: Record<string, number> = {}
    for (const { reason } of refused) tally[reason] = (tally[reason] ?? 0) + 1
    const over = chunk.length < CHUNK
    const last = members.at(-1) ?? row.after_member
    tx.sql.write(runsSql.progress, [run, last, admitted.length, over, JSON.stringify(tally)])
    return !over
  })
}
