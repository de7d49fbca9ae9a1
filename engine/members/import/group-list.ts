import { UserError } from '../../core/errors.ts'
import type { MemberId } from '../../core/ids.ts'
import { texts } from '../../store/literal.ts'
import { clockOf } from '../../store/moment.ts'
import { groupsSql } from '../../store/sql/groups.ts'
import type { DbTx, Tx } from '../../store/store.ts'
import { lockGroup, putInGroups } from '../groups.ts'
import type { Identity } from '../identities.ts'
import type { Row } from './rows.ts'

/** A line of a list: what it calls somebody, best first; or why it cannot be read. Lines count from 1. */
export type ListLine =
  | { readonly line: number; readonly person: readonly Identity[] }
  | { readonly line: number; readonly code: 'unreadable' | 'names-nobody' | 'bad-value'; readonly detail: string }

/** A line that puts nobody in. `code` is stable, `detail` says the same in English, with what stands there. */
export interface BadLine {
  readonly line: number
  readonly code: Extract<ListLine, { code: string }>['code'] | 'unknown'
  readonly detail: string
}

export interface Listed {
  readonly lines: number
  /** Members put in who were not there. */
  readonly added: number
  /** Lines that name somebody who was in it already, or whom a line before names. */
  readonly already: number
  readonly rejected: number
  /** The first hundred. */
  readonly problems: readonly BadLine[]
  /** False where lines were bad and nothing was wanted then. */
  readonly kept: boolean
}

const CHUNK = 2_000
const MOST_PROBLEMS = 100
/** Of one upload: all of it is one transaction. */
const MOST_LINES = 200_000

/**
 * Puts the people of a list into a group: they must be known. Bad lines are told one by one; the good ones are kept, or nothing
 * is, as asked. Throws a UserError where there is no such group, or the list is too long.
 */
export async function uploadList(
  tx: DbTx,
  key: string,
  lines: AsyncIterable<ListLine> | Iterable<ListLine>,
  { bad, actor }: { bad: 'keep-good' | 'keep-nothing'; actor: string },
): Promise<Listed> {
  const group = await lockGroup(tx, key)
  const found = new Set<MemberId>()
  const problems: BadLine[] = []
  let [count, good] = [0, 0]
  let chunk: Extract<ListLine, { person: unknown }>[] = []
  const look = async () => {
    const members = await membersOf(tx, chunk)
    chunk.forEach(({ line, person }, i) => {
      const member = members[i]
      if (member === undefined) problems.push({ line, code: 'unknown', detail: `nobody is known by ${saidOf(person)}` })
      else {
        good++
        found.add(member)
      }
    })
    chunk = []
  }
  for await (const line of lines) {
    if (++count > MOST_LINES)
      throw new UserError('list-too-long', `A list may have ${MOST_LINES} lines: upload it in parts.`)
    if ('code' in line) problems.push(line)
    else chunk.push(line)
    if (chunk.length >= CHUNK) await look()
  }
  await look()
  problems.sort((a, b) => a.line - b.line)
  const kept = problems.length === 0 || bad === 'keep-good'
  const added = kept ? await putAll(tx, group, [...found], actor) : 0
  const told = { lines: count, added, already: kept ? good - added : 0, rejected: problems.length }
  if (kept) {
    const detail = { people: added, rejected: problems.length }
    await tx.db.audit.create({
      data: { tenantId: BigInt(tx.tenant), actor, action: 'group.upload', subject: key, detail },
    })
  }
  return { ...told, problems: problems.slice(0, MOST_PROBLEMS), kept }
}

const saidOf = (person: readonly Identity[]) => person.map(({ namespace, value }) => `${namespace} ${value}`).join(', ')

/** The member of each line by the first of its identities that is known. */
async function membersOf(
  tx: Tx,
  lines: readonly { readonly person: readonly Identity[] }[],
): Promise<(MemberId | undefined)[]> {
  const asked = lines.flatMap(({ person }, of) => person.map((identity) => ({ ...identity, of })))
  const rows = await tx.sql.query(groupsSql.known, [
    texts(asked.map((one) => one.namespace)),
    texts(asked.map((one) => one.value)),
  ])
  const members = lines.map((): MemberId | undefined => undefined)
  for (const { o, member_id } of [...rows].sort((a, b) => a.o - b.o)) {
    const of = asked[o - 1]?.of
    if (of !== undefined) members[of] ??= member_id
  }
  return members
}

async function putAll(tx: Tx, group: number, members: readonly MemberId[], actor: string): Promise<number> {
  const at = await clockOf(tx)
  let added = 0
  for (let i = 0; i < members.length; i += CHUNK)
    added += await putInGroups(tx, [group], members.slice(i, i + CHUNK), actor, at)
  return added
}

const LONGEST = 255

function checked(line: number, person: readonly Identity[]): ListLine {
  if (person.length === 0) return { line, code: 'names-nobody', detail: 'names nobody' }
  const bad = person.find(({ value }) => value.length > LONGEST || value.includes('\0') || /\p{Surrogate}/u.test(value))
  if (!bad) return { line, person }
  return { line, code: 'bad-value', detail: `${bad.namespace} is too long, or holds a character that cannot be stored` }
}

/** The lines of a file with a header, whose columns are named as identities are: `user`, `email`, `phone`, … or `member`. */
export async function* linesOfRows(rows: AsyncIterable<Row>): AsyncGenerator<ListLine> {
  for await (const row of rows) {
    if ('problem' in row) yield { line: row.line, code: 'unreadable', detail: row.problem }
    else {
      const named = [...row.cells].filter(([column, value]) => !/^\d+$/.test(column) && value.trim() !== '')
      yield checked(
        row.line,
        named.map(([column, value]) => ({ namespace: column.trim(), value: value.trim() })),
      )
    }
  }
}

/** The lines of a list of objects whose keys are named as identities are. */
export function* linesOfObjects(people: readonly Readonly<Record<string, string>>[]): Generator<ListLine> {
  for (const [i, person] of people.entries())
    yield checked(
      i + 1,
      Object.entries(person).map(([namespace, value]) => ({ namespace, value })),
    )
}
