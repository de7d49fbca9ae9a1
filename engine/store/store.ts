import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import type { TenantId } from '../core/ids.ts'
import type { Described } from './rows.gen.ts'

/** A statement of `sql/`. It is prepared once a connection. */
export interface Statement<Name extends string = string> {
  readonly name: Name
  readonly text: string
  /** Expressions among its columns that are never null, which PostgreSQL cannot know. */
  readonly never?: readonly string[]
}

/** Statements inside one transaction. What the named ones take and answer is in rows.gen.ts, as PostgreSQL describes it. */
export interface Sql {
  query<Name extends keyof Described>(statement: Statement<Name>, ...values: Values<Name>): Promise<Row<Name>[]>
  /** Text made while running: the caller says what its rows are. */
  query<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** Queues a statement whose answer nobody waits for: a failure fails the transaction at the next `query` or at its end. */
  write<Name extends keyof Described>(statement: Statement<Name>, ...values: Values<Name>): void
  write(text: string, values?: readonly unknown[]): void
  /** Waits for all queued statements. */
  flush(): Promise<void>
}

/** What a row of a statement holds. */
export type Row<Name extends keyof Described> = Described[Name]['row']

/** Any value may be null: PostgreSQL does not say where it must not. */
type OrNull<V extends readonly unknown[]> = { readonly [I in keyof V]: V[I] | null }
type Values<Name extends keyof Described> = Described[Name]['values'] extends []
  ? []
  : [values: OrNull<Described[Name]['values']>]

/** One transaction of one tenant: hot statements by `sql`, ordinary tables by `db`. */
export interface Tx {
  readonly tenant: TenantId
  readonly sql: Sql
}
export interface DbTx extends Tx {
  readonly db: Prisma.TransactionClient
}

export interface Store {
  /** Hot statements only. */
  inTenant<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same on a connection tuned for advances: pipelined, with generic plans. */
  advancing<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** With Prisma for ordinary tables, inside the same transaction. */
  withDb<T>(tenant: TenantId, work: (tx: DbTx) => Promise<T>): Promise<T>
  /** Past the tenants' walls: dispatcher, fold, reconcile, maintenance. */
  acrossTenants<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Connections for the library that keeps the embedded driver's jobs, which writes its own SQL. Whoever asks ends them. */
  jobConnections(most: number): pg.Pool
  /** Connections for the library that keeps sign-ins, in its own schema under a role that sees no other. Whoever asks ends them. */
  signInConnections(most: number): pg.Pool
  close(): Promise<void>
}

/** PostgreSQL ends a transaction whose process froze in the middle of it, so that others can have what it locked. */
const FROZEN_MS = 10_000

/** A bigint is a number (ids and counts stay below 2^53); a timestamptz is epoch milliseconds. */
const TYPES = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.TIMESTAMPTZ, (text) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
])
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => TYPES.get(oid) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig // pg's overloads cannot be met by one function type

/**
 * Hot statements look rows up. While a table is small the planner would rather scan it, and a prepared plan that scans is
 * kept while the table grows. Compiling takes longer than any of them runs.
 */
const HOT = '-c enable_seqscan=off -c jit=off'

class Statements implements Sql {
  private readonly pending: Promise<unknown>[] = []
  over: string | undefined

  constructor(private readonly client: pg.ClientBase) {}

  private send(statement: string | Statement, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    if (this.over) return Promise.reject(new Error(this.over))
    const query = typeof statement === 'string' ? { text: statement } : statement
    return this.client.query({ ...query, values: [...values] })
  }

  async query(statement: string | Statement, values?: readonly unknown[]) {
    const sent = this.send(statement, values)
    try {
      return (await sent).rows
    } catch (error) {
      // After a failed write every later statement fails too: the first failure is the cause.
      await this.flush()
      throw error
    }
  }

  write(statement: string | Statement, values?: readonly unknown[]): void {
    const sent = this.send(statement, values)
    sent.catch(() => {})
    this.pending.push(sent)
  }

  async flush(): Promise<void> {
    const pending = this.pending.splice(0)
    for (const settled of await Promise.allSettled(pending)) if (settled.status === 'rejected') throw settled.reason
  }
}

interface Owner {
  readonly client: pg.PoolClient
  readonly statements: Statements
}

/** Prisma's driver adapter over a transaction that `pg` began: outside one it refuses. */
class InsideAdapter implements Pick<SqlMigrationAwareDriverAdapterFactory, 'provider' | 'adapterName' | 'connect'> {
  readonly provider = 'postgres' as const
  readonly adapterName = 'waymark-inside'

  constructor(
    private readonly pool: pg.Pool,
    private readonly owner: AsyncLocalStorage<Owner>,
  ) {}

  async connect(): Promise<SqlDriverAdapter> {
    const base = await new PrismaPg(this.pool).connect()
    const { provider, adapterName, owner } = this
    const refuse = () => Promise.reject(new Error('outside a transaction: use withDb'))
    return {
      provider,
      adapterName,
      queryRaw: refuse,
      executeRaw: refuse,
      executeScript: refuse,
      getConnectionInfo: () => base.getConnectionInfo(),
      dispose: () => base.dispose(),
      startTransaction: async (isolation): Promise<Transaction> => {
        const mine = owner.getStore()
        if (!mine || isolation) throw new Error('transactions begin with withDb')
        const on = Object.create(base, { client: { value: mine.client } }) as typeof base // the adapter's own code, on this connection
        const run = async (text: string) => void (await mine.client.query(text))
        return {
          provider,
          adapterName,
          options: { usePhantomQuery: true },
          queryRaw: (q) => on.queryRaw(q),
          executeRaw: (q) => on.executeRaw(q),
          commit: async () => {},
          rollback: async () => {
            mine.statements.over ??= 'Prisma rolled back'
          },
          createSavepoint: (name) => run(`SAVEPOINT ${name}`),
          rollbackToSavepoint: (name) => run(`ROLLBACK TO SAVEPOINT ${name}`),
          releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
        }
      },
    }
  }
}

/** A connection that dies is replaced; whoever was using it sees the error in its query. Without listeners, the process would end. */
function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ idle_in_transaction_session_timeout: FROZEN_MS, ...config })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Opens the one way to the database. `advancers` is how many advances may run at once. */
export function openStore(url: string, options: { connections?: number; advancers?: number } = {}): Store {
  const open = (max: number, settings: string) =>
    openPool({ connectionString: url, max, types, pipeline: true, options: settings })
  const pool = open(options.connections ?? 10, HOT)
  const advancers = open(options.advancers ?? 2, `${HOT} -c plan_cache_mode=force_generic_plan`)
  const owner = new AsyncLocalStorage<Owner>()
  const prisma = new PrismaClient({ adapter: new InsideAdapter(pool, owner) })

  async function transaction<T>(
    from: pg.Pool,
    role: string,
    tenant: TenantId | null,
    work: (owner: Owner) => Promise<T>,
  ) {
    const client = await from.connect()
    const statements = new Statements(client)
    let broken: Error | undefined
    try {
      // One round trip; all of it is local to the transaction. A tenant id is a checked whole number.
      statements.write(`BEGIN; SET LOCAL ROLE ${role}${tenant === null ? '' : `; SET LOCAL app.tenant = '${tenant}'`}`)
      const result = await work({ client, statements })
      const commit = statements.over ? undefined : client.query('COMMIT')
      commit?.catch(() => {})
      await statements.flush()
      const ended = await commit
      // PostgreSQL answers ROLLBACK, without an error, to the COMMIT of a failed transaction.
      if (ended?.command !== 'COMMIT')
        throw new Error(statements.over ?? 'a failed statement was swallowed: rolled back')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => {
        broken = e
      })
      throw error
    } finally {
      statements.over = 'the transaction is over'
      client.release(broken)
    }
  }

  return {
    inTenant: (tenant, work) =>
      transaction(pool, 'waymark_app', tenant, ({ statements }) => work({ tenant, sql: statements })),
    advancing: (tenant, work) =>
      transaction(advancers, 'waymark_app', tenant, ({ statements }) => work({ tenant, sql: statements })),
    withDb: (tenant, work) =>
      transaction(pool, 'waymark_app', tenant, (mine) => {
        // Ordinary queries may read whole tables.
        mine.statements.write('SET LOCAL enable_seqscan = on')
        return owner.run(mine, () =>
          prisma.$transaction((db) => work({ tenant, sql: mine.statements, db }), { timeout: 30_000 }),
        )
      }),
    acrossTenants: (work) => transaction(pool, 'waymark_all', null, ({ statements }) => work(statements)),
    jobConnections: (most) => openPool({ connectionString: url, max: most }),
    signInConnections: (most) =>
      openPool({ connectionString: url, max: most, options: '-c search_path=auth -c role=waymark_auth' }),
    close: async () => {
      await prisma.$disconnect()
      await Promise.all([pool.end(), advancers.end()])
    },
  }
}
