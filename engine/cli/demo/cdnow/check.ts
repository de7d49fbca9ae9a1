import { readFileSync } from 'node:fs'
import type { TenantId } from '../../../core/ids.ts'
import { ENROLMENT_STATES } from '../../../core/lifecycles/enrolment.ts'
import { MESSAGE_STATES } from '../../../core/lifecycles/message.ts'
import type { Published } from '../../../runtime/publish.ts'
import { texts } from '../../../store/literal.ts'
import type { Store } from '../../../store/store.ts'
import { checkSql } from './check-sql.ts'
import type { NodeFunnel } from './funnel.ts'

/** A fact about a customer that SQL has and the engine has not, or the other way round. */
interface Difference {
  readonly side: 'missing' | 'unexpected'
  readonly what: string
  readonly customer: string
}

export interface Checked {
  /** Facts that SQL expects: of how many customers each is true. */
  readonly expected: ReadonlyMap<string, number>
  readonly differences: readonly Difference[]
  /** What is true of each customer in the journey, by what the engine stored. */
  readonly facts: ReadonlyMap<string, readonly string[]>
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
    for (const statement of checkSql.PREPARE) await sql.query(statement)
    await sql.query(checkSql.LOAD, [readFileSync(file, 'latin1')])
    await sql.query('ANALYZE cdnow')
    await sql.query(checkSql.EXPECT, [journey])
    await sql.query(checkSql.OBSERVE, [texts(MESSAGE_STATES), texts(ENROLMENT_STATES), texts(mailedTo)])
    const differences = await sql.query<Difference & Record<string, unknown>>(checkSql.COMPARE)
    const expected = await sql.query<{ what: string; n: number }>(checkSql.COUNT)
    const facts = await sql.query<{ customer: string; facts: string[] }>(checkSql.FACTS)
    return {
      expected: new Map(expected.map(({ what, n }) => [what, n])),
      differences,
      facts: new Map(facts.map((row) => [row.customer, row.facts])),
    }
  })
}

/** Where the counts that the funnel shows differ from the customers that SQL finds. */
export function checkFunnel(funnel: readonly NodeFunnel[], expected: Checked['expected']): string[] {
  const counted = funnel.flatMap(({ id, waiting, failed, by }) => [
    ...Object.entries(by).map(([outcome, n]) => ({ what: `${id} → ${outcome}`, n })),
    { what: `${id} waits`, n: waiting },
    { what: `${id} failed`, n: failed },
  ])
  return counted.flatMap(({ what, n }) => {
    const wanted = expected.get(what) ?? 0
    return n === wanted ? [] : [`${what}: the funnel counts ${n}, SQL ${wanted}`]
  })
}

/** Some customers, each chosen for what is true of few and of none chosen before. */
export function varied(facts: Checked['facts'], most: number): string[] {
  const people = new Map<string, number>()
  for (const fact of [...facts.values()].flat()) people.set(fact, (people.get(fact) ?? 0) + 1)
  const seen = new Set<string>()
  const worth = (mine: readonly string[]) =>
    mine.reduce((sum, fact) => sum + (seen.has(fact) ? 0 : 1 / (people.get(fact) ?? 1)), 0)
  return Array.from({ length: Math.min(most, facts.size) }, () => {
    const [customer, mine] = [...facts].reduce((best, one) => (worth(one[1]) > worth(best[1]) ? one : best))
    for (const fact of mine) seen.add(fact)
    return customer
  })
}
