import { UserError } from '../core/errors.ts'
import type { MemberId } from '../core/ids.ts'
import type { Json } from '../core/json.ts'
import type { Moment } from '../core/rules/evaluate.ts'
import { Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { hashOf } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import type { DbTx, Tx } from '../store/store.ts'
import { loadPeople, type Page, type Person, unknownPlace } from './people.ts'
import { lockSegment } from './segment-lock.ts'
import { watchAnew } from './watches.ts'

export interface Segment {
  readonly key: string
  readonly name: string
  readonly rule: Rule
  /** Another one after every change. */
  readonly revision: string
}

const segmentOf = ({ key, name, rule }: { key: string; name: string; rule: unknown }): Segment => {
  const parsed = Rule.parse(rule)
  return { key, name, rule: parsed, revision: hashOf(JSON.stringify([name, parsed])) }
}

/** Every segment of a workspace, by name. */
export async function listSegments(tx: DbTx): Promise<Segment[]> {
  const rows = await tx.db.segment.findMany({ orderBy: [{ name: 'asc' }, { key: 'asc' }] })
  return rows.map(segmentOf)
}

/** Undefined where there is none of this key. */
export async function findSegment(tx: DbTx, key: string): Promise<Segment | undefined> {
  const row = await tx.db.segment.findFirst({ where: { key } })
  return row ? segmentOf(row) : undefined
}

/** Makes a segment, or changes it for everybody who uses it: those who watch it begin anew. Throws a UserError where the rule is not valid. */
export async function saveSegment(tx: DbTx, segment: { key: string; name: string; rule: unknown }): Promise<Segment> {
  const { key, name } = segment
  await lockSegment(tx, key)
  const rule = askedRule(segment.rule, `Segment “${key}”: `)
  const tenantId = BigInt(tx.tenant)
  const json = JSON.parse(JSON.stringify(rule)) // drops undefined, as the column does
  const saved = await tx.db.segment.upsert({
    where: { tenantId_key: { tenantId, key } },
    create: { tenantId, key, name, rule: json },
    update: { name, rule: json },
  })
  await watchAnew(tx, key)
  return segmentOf(saved)
}

export const deleteSegment = async (tx: DbTx, key: string): Promise<void> => {
  await tx.db.segment.deleteMany({ where: { key } })
}

/** Throws a UserError that says what is wrong with a rule. */
function askedRule(rule: unknown, before = ''): Rule {
  const { data, error } = Rule.safeParse(rule)
  if (!data) throw new UserError('segment-invalid', `${before}${error.issues[0]?.message}`)
  return data
}

/** Conditions over one query's parameters. `member` and `attributes` are those of `member m`. */
function compiling(moment: Moment) {
  const values: unknown[] = []
  const next = (value: unknown) => `$${values.push(value)}`
  const compile = (rule: Rule) => compileRule(rule, moment, { member: 'm.id', attributes: 'm.attributes', next })
  return { values, next, compile }
}

/** Asked while somebody types: what takes longer is given up. Throws a UserError `too-slow` then. */
async function patiently<T>(tx: Tx, milliseconds: number, ask: () => Promise<T>): Promise<T> {
  // A rule reads many members or all of them: here reading whole tables is right.
  tx.sql.write(`SET LOCAL statement_timeout = ${Math.round(milliseconds)}; SET LOCAL enable_seqscan = on`)
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '57014')) throw error
    const seconds = Math.round(milliseconds / 1_000)
    const message = `Counting takes longer than ${seconds} s: ask fewer events, or a shorter time, and it will be quick.`
    throw new UserError('too-slow', message, { seconds })
  }
}

/** Where a rule's days begin, and how long its answer may take. */
interface Asked {
  readonly zone: string
  readonly milliseconds: number
}

/** How many members a rule holds for now. Throws UserErrors `segment-invalid` and `too-slow`. */
export async function countRule(tx: Tx, rule: unknown, { zone, milliseconds }: Asked): Promise<number> {
  const { values, compile } = compiling({ at: await clockOf(tx), zone })
  const condition = compile(askedRule(rule))
  const text = `SELECT count(*) AS n FROM member m WHERE m.status < 4 AND ${condition}`
  const [row] = await patiently(tx, milliseconds, () => tx.sql.query<{ n: number }>(text, values))
  return row?.n ?? 0
}

/** The members a rule holds for now, oldest first. Throws as `countRule` does. */
export async function peopleOfRule(
  tx: Tx,
  rule: unknown,
  { zone, milliseconds, after, limit }: Asked & { after?: string | undefined; limit: number },
): Promise<Page<Person>> {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) throw unknownPlace()
  const { values, next, compile } = compiling({ at: await clockOf(tx), zone })
  const condition = compile(askedRule(rule))
  const text = `SELECT m.id FROM member m WHERE m.status < 4 AND m.id > ${next(Number(after ?? 0))} AND ${condition}
    ORDER BY m.id LIMIT ${next(limit + 1)}`
  const found = await patiently(tx, milliseconds, () => tx.sql.query<{ id: MemberId }>(text, values))
  const page = found.slice(0, limit).map((row) => row.id)
  return { rows: await loadPeople(tx, page), next: found.length > limit ? String(page.at(-1)) : null }
}

export interface JudgedSegment {
  readonly key: string
  readonly name: string
  /** Whether it has the member now. */
  readonly holds: boolean
  /** Of what it asks at once, that which the member does not meet. */
  readonly unmet: readonly Rule[]
}

/** What segments say of one member, in the order of the keys; those that are gone are left out. */
export async function judgeSegments(
  tx: Tx,
  member: MemberId,
  keys: readonly string[],
  moment: Moment,
): Promise<JudgedSegment[]> {
  const rows = await tx.sql.query<{ key: string; name: string; rule: Json }>(
    'SELECT s.key, s.name, s.rule FROM unnest($1::text[]) WITH ORDINALITY k(key, o) JOIN segment s ON s.key = k.key ORDER BY o',
    [keys],
  )
  const judged: JudgedSegment[] = []
  for (const row of rows) {
    const rule = Rule.parse(row.rule)
    const parts = 'all' in rule ? rule.all : [rule]
    const { values, next, compile } = compiling(moment)
    const columns = parts.map(compile)
    const text = `SELECT ARRAY[${columns.join(', ')}]::boolean[] AS met FROM member m WHERE m.id = ${next(member)}`
    const [found] = await tx.sql.query<{ met: boolean[] }>(text, values)
    const unmet = parts.filter((_, i) => found?.met[i] !== true)
    judged.push({ key: row.key, name: row.name, holds: unmet.length === 0, unmet })
  }
  return judged
}
