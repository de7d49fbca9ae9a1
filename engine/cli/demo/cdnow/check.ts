import { readFileSync } from 'node:fs'
import type { TenantId } from '../../../core/ids.ts'
import { ENROLMENT_STATES } from '../../../core/lifecycles/enrolment.ts'
import { MESSAGE_STATES } from '../../../core/lifecycles/message.ts'
import type { Published } from '../../../runtime/publish.ts'
import { texts } from '../../../store/literal.ts'
import type { Store } from '../../../store/store.ts'
import { expectedSql } from './expected.ts'
import type { NodeFunnel } from './funnel.ts'

/** Where engine and SQL differ: a fact about a customer that one has and the other has not, or a count of the funnel. */
export interface Difference {
  readonly side: 'missing' | 'unexpected'
  readonly what: string
  readonly customer: string
}

export interface Checked {
  /** Facts that SQL expects, by kind: how many customers each is true of. */
  readonly expected: ReadonlyMap<string, number>
  readonly differences: readonly Difference[]
}

/** Works everything out again in SQL from the file alone, and compares it with what the engine did, customer by customer. */
export function check(
  store: Store,
  tenant: TenantId,
  { journey }: Published,
  file: string,
  mailedTo: readonly string[],
): Promise<Checked> {
  return store.inTenant(tenant, async ({ sql }) => {
    await sql.query(expectedSql.WHOLE)
    for (const statement of [...expectedSql.TABLES.split(';'), expectedSql.CHANCE]) {
      if (statement.trim() !== '') await sql.query(statement)
    }
    await sql.query(expectedSql.LOAD, [readFileSync(file, 'latin1')])
    await sql.query(expectedSql.EXPECT, [journey])
    await sql.query(expectedSql.OBSERVE, [texts(MESSAGE_STATES), texts(ENROLMENT_STATES), texts(mailedTo)])
    const differences = await sql.query<Difference & Record<string, unknown>>(expectedSql.COMPARE)
    const counts = await sql.query<{ what: string; n: number }>(expectedSql.COUNT)
    return { expected: new Map(counts.map(({ what, n }) => [what, n])), differences }
  })
}

/** Where the counts that the funnel shows differ from the customers that SQL finds. */
export function checkFunnel(funnel: readonly NodeFunnel[], expected: Checked['expected']): string[] {
  return funnel
    .flatMap(({ id, waiting, failed, outcomes }) => [
      ...outcomes.map(({ outcome, n }) => [`${id} → ${outcome}`, n] as const),
      [`${id} waits`, waiting] as const,
      [`${id} failed`, failed] as const,
    ])
    .flatMap(([what, n]) => {
      const wanted = expected.get(what) ?? 0
      return n === wanted ? [] : [`${what}: the funnel counts ${n}, SQL ${wanted}`]
    })
}
