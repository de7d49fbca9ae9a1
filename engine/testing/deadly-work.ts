import type { Work } from '../runtime/work.ts'
import type { Sql, Statement, Store } from '../store/store.ts'

/** Where a process may die: with rows taken, all written, committed, or about to tell its driver. */
export const DEATH_POINTS = ['after-take', 'before-commit', 'after-commit', 'before-reply'] as const

/** At the `nth` time that a transaction which takes people on meets the point. */
export interface Death {
  readonly point: (typeof DEATH_POINTS)[number]
  readonly nth: number
}

/** Statements that take somebody on, where they answer rows: an advance, a claim or a record of messages, a chunk of a run, a stop or a move. */
const TAKING = ['advance.take', 'messages.take', 'messages.move', 'runs.chunk', 'stop.take', 'moves.take']

/** Wraps store and work so that `strike` is called where `arm` told, and nothing of the transaction goes on until it resolves. */
export function deadly(strike: () => Promise<void>) {
  let death: Death | undefined
  let left = 0
  let commits = 0
  const meet = async (point: Death['point']) => {
    if (death?.point === point && --left === 0) await strike()
  }

  const watched = (sql: Sql, took: () => void): Sql => ({
    query: async (statement: string | Statement, values?: readonly unknown[]) => {
      const rows = await sql.query<never>(statement as string, values) // asked of `sql` as it was asked here
      if (typeof statement === 'object' && TAKING.includes(statement.name) && rows.length > 0) {
        took()
        await meet('after-take')
      }
      return rows
    },
    write: sql.write.bind(sql),
    flush: () => sql.flush(),
  })

  const transaction =
    (begin: Store['inTenant']): Store['inTenant'] =>
    async (tenant, work) => {
      let taken = false
      const took = () => {
        taken = true
      }
      const result = await begin(tenant, async (tx) => {
        const done = await work({ ...tx, sql: watched(tx.sql, took) })
        if (taken) await tx.sql.flush()
        if (taken) await meet('before-commit')
        return done
      })
      if (taken) commits++
      if (taken) await meet('after-commit')
      return result
    }

  const replying =
    <Args extends unknown[], Answer>(work: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      const before = commits
      const answer = await work(...args)
      if (commits > before) await meet('before-reply')
      return answer
    }

  return {
    arm: (given: Death) => {
      death = given
      left = given.nth
    },
    store: (store: Store): Store => ({
      ...store,
      inTenant: transaction(store.inTenant),
      advancing: transaction(store.advancing),
    }),
    work: (work: Work): Work => ({
      advance: replying(work.advance),
      deliver: replying(work.deliver),
      tick: replying(work.tick),
    }),
  }
}
