import type { MemberId } from '../core/ids.ts'
import type { Membership, SetKind } from '../core/journey/facts.ts'
import { leavesOf, Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { numbers } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { groupsSql } from '../store/sql/groups.ts'
import { segmentSetsSql } from '../store/sql/segment-sets.ts'
import type { Tx } from '../store/store.ts'

/** Whose membership, as of when: epoch milliseconds. */
interface Subject {
  readonly member: MemberId
  readonly at: number
}

/**
 * Whether one segment or group has each of many members, in their order. A segment is judged by its rule, in one statement for
 * all who are asked about at one moment. Throws where it is gone.
 */
export async function loadMembership(
  tx: Tx,
  { of, key }: { of: SetKind; key: string },
  subjects: readonly Subject[],
  zone: string,
): Promise<Membership[]> {
  switch (of) {
    case 'segment':
      return inSegment(tx, key, subjects, zone)
    case 'segment-set':
      return inComputedSet(tx, key, subjects)
    case 'group': {
      const rows = await tx.sql.query(groupsSql.having, [key, numbers(subjects.map((s) => s.member))])
      if (rows.length === 0) throw new Error(`group “${key}” is gone`)
      const inside = new Set(rows.map((row) => row.member_id))
      return subjects.map(({ member }) => ({ holds: inside.has(member) }))
    }
  }
}

/** Whether what a rule says of a member may change while nothing is written. */
const asksTime = (rule: Rule): boolean =>
  leavesOf(rule).some((leaf) => 'events' in leaf || leaf.field === 'tags' || leaf.op === 'within-last')

async function inSegment(tx: Tx, key: string, subjects: readonly Subject[], zone: string): Promise<Membership[]> {
  const [row] = await tx.sql.query<{ rule: unknown }>('SELECT rule FROM segment WHERE key = $1', [key])
  if (!row) throw new Error(`segment “${key}” is gone`)
  const rule = Rule.parse(row.rule)
  const latest = Math.max(...subjects.map((s) => s.at))
  const momentOf = asksTime(rule) ? (s: Subject) => s.at : () => latest
  const askedAt = new Map<number, MemberId[]>()
  for (const subject of subjects) {
    const members = askedAt.get(momentOf(subject))
    if (members) members.push(subject.member)
    else askedAt.set(momentOf(subject), [subject.member])
  }
  const answers = await Promise.all(
    [...askedAt].map(async ([at, members]) => {
      const values: unknown[] = [numbers(members)]
      const next = (value: unknown) => `$${values.push(value)}`
      const condition = compileRule(rule, { at, zone }, { member: 'm.id', attributes: 'm.attributes', next })
      const text = `SELECT m.id FROM member m WHERE m.id = ANY($1::bigint[]) AND m.status < 4 AND ${condition}`
      const rows = await tx.sql.query<{ id: MemberId }>(text, values)
      return [at, new Set(rows.map(({ id }) => id))] as const
    }),
  )
  const inside = new Map(answers)
  return subjects.map((subject) => ({ holds: inside.get(momentOf(subject))?.has(subject.member) ?? false }))
}

async function inComputedSet(tx: Tx, key: string, subjects: readonly Subject[]): Promise<Membership[]> {
  const rows = await tx.sql.query(segmentSetsSql.having, [key, numbers(subjects.map((s) => s.member))])
  const [first] = rows
  if (!first) throw new Error(`the computed set of segment “${key}” is gone`)
  const inside = new Set(rows.map((row) => row.member_id))
  return subjects.map(({ member }) => ({ holds: inside.has(member), computedAt: first.computed_at }))
}

/** Every segment and group that has a member now, and the computed sets that do. */
export async function setsOf(tx: Tx, member: MemberId): Promise<{ of: SetKind; key: string }[]> {
  const [place] = await tx.sql.query<{ zone: string }>('SELECT zone FROM tenant')
  const segments = await tx.sql.query<{ key: string; rule: unknown }>('SELECT key, rule FROM segment')
  const values: unknown[] = [member]
  const next = (value: unknown) => `$${values.push(value)}`
  const moment = { at: await clockOf(tx), zone: place?.zone ?? 'UTC' }
  const columns = segments.map(({ rule }) =>
    compileRule(Rule.parse(rule), moment, { member: 'm.id', attributes: 'm.attributes', next }),
  )
  const text = `SELECT ARRAY[${columns.join(', ')}]::boolean[] AS holds FROM member m WHERE m.id = $1 AND m.status < 4`
  const [row] = await tx.sql.query<{ holds: boolean[] }>(text, values)
  const sets = await tx.sql.query(segmentSetsSql.of, [member])
  const groups = await tx.sql.query(groupsSql.of, [member])
  return [
    ...segments.flatMap(({ key }, i) => (row?.holds[i] ? [{ of: 'segment' as const, key }] : [])),
    ...sets.map(({ key }) => ({ of: 'segment-set' as const, key })),
    ...groups.map(({ key }) => ({ of: 'group' as const, key })),
  ]
}
