import { fileURLToPath } from 'node:url'
import { type Command, Option } from 'commander'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { UserError } from '../core/errors.ts'
import { id, type TenantId } from '../core/ids.ts'
import { type Engine, engineOf } from '../runtime/engine.ts'
import { missingMigrations } from '../store/missing-migrations.ts'
import { openStore } from '../store/store.ts'
import { checkDatabase } from './set-up/choose-database.ts'
import { dataRoot } from './set-up/data-root.ts'
import { runningPostgres } from './set-up/local-postgres.ts'

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** What every command that works in a workspace is told. */
export interface WorkspaceOptions {
  readonly workspace: string
  readonly json?: boolean
}

/** Gives a command `--workspace` and `--json`. */
export const inWorkspace = (command: Command): Command =>
  withJson(command.addOption(new Option('--workspace <key>', 'the workspace to work in').default('demo')))

export const withJson = (command: Command): Command =>
  command.option('--json', 'answer for programs, as one line of JSON')

/** DATABASE_URL, else the database of an `npm start` that runs here. Throws a UserError where there is neither, or it does not answer. */
export async function databaseUrl(): Promise<string> {
  const url = process.env.DATABASE_URL ?? runningPostgres(dataRoot(PROJECT))
  if (!url) {
    throw new UserError(
      'database-unset',
      'Set DATABASE_URL to the database of your Waymark, or start one here with `npm start`.',
    )
  }
  await checkDatabase(url)
  return url
}

/** An engine on the database. Throws a UserError for one that lacks migrations. */
export async function withEngine<T>(work: (engine: Engine, url: string) => Promise<T>): Promise<T> {
  const url = await databaseUrl()
  if ((await missingMigrations(url)).length > 0)
    throw new UserError('database-behind', 'The database is older than this program: run `waymark migrate` first.')
  const store = openStore(url)
  try {
    return await work(engineOf(store, registry, effects), url)
  } finally {
    await store.close()
  }
}

/** The same in a workspace, by its key. Throws a UserError for one that is not there. */
export const withWorkspace = <T>(key: string, work: (engine: Engine, tenant: TenantId) => Promise<T>): Promise<T> =>
  withEngine(async (engine) => {
    const rows = await engine.store.acrossTenants((sql) =>
      sql.query<{ id: number; key: string }>('SELECT id, key FROM tenant ORDER BY key'),
    )
    const found = rows.find((row) => row.key === key)
    if (found) return work(engine, id<TenantId>(found.id))
    const mend =
      rows.length > 0
        ? `name one with --workspace: ${rows.map((row) => row.key).join(', ')}`
        : 'make one with `waymark workspaces create`'
    throw new UserError('workspace-unknown', `There is no workspace “${key}”: ${mend}.`)
  })

/** Prints an answer: as JSON for programs, else as `text` says it. */
export function answer(json: boolean | undefined, value: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(value) : text())
}
