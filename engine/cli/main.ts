import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { UserError } from '../core/errors.ts'
import { id, type TenantId } from '../core/ids.ts'
import { documentJsonSchema } from '../core/journey/document.ts'
import { control, retryFailed } from '../runtime/control.ts'
import { type Engine, engineOf } from '../runtime/engine.ts'
import { publish } from '../runtime/publish.ts'
import { report } from '../runtime/report.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/store.ts'
import { start } from './start.ts'

/** The database of the commands that work on a running Waymark. */
function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (url) return url
  throw new UserError('database-unset', 'Set DATABASE_URL to the database of your Waymark; `npm start` prints it.')
}

async function withEngine(tenantKey: string, work: (engine: Engine, tenant: TenantId) => Promise<void>): Promise<void> {
  const store = openStore(databaseUrl())
  try {
    const [row] = await store.acrossTenants((sql) =>
      sql.query<{ id: number }>('SELECT id FROM tenant WHERE key = $1', [tenantKey]),
    )
    if (!row)
      throw new UserError('workspace-unknown', `There is no workspace “${tenantKey}”: name one with --workspace.`)
    await work(engineOf(store, registry, effects), id<TenantId>(row.id))
  } finally {
    await store.close()
  }
}

const program = new Command('waymark').description('A marketing canvas whose journeys run durably, for every member.')

program
  .command('start')
  .description('set up what is missing and run')
  .option('--empty', 'make no demo workspace')
  .action(start)
program
  .command('migrate')
  .description('bring the database up to this version')
  .action(async () => {
    const applied = await migrate(databaseUrl())
    console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
  })

const journeys = program
  .command('journeys')
  .description('publish and steer journeys')
  .option('--workspace <key>', 'the workspace', 'demo')
const workspace = () => String(journeys.opts().workspace)
journeys.command('publish <file>').action((file: string) =>
  withEngine(workspace(), async (engine, tenant) => {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const { number } = await engine.store.withDb(tenant, (tx) => publish(engine, tx, document, 'cli'))
    console.log(`published as version ${number}`)
  }),
)
for (const order of ['pause', 'resume', 'stop'] as const) {
  journeys.command(`${order} <key>`).action((key: string) =>
    withEngine(workspace(), async (engine, tenant) => {
      const { state, people } = await engine.store.withDb(tenant, (tx) => control(tx, key, order, 'cli'))
      console.log(`${key} is ${state}${people > 0 ? `; ${people} members ended` : ''}`)
    }),
  )
}
journeys.command('retry <key>').action((key: string) =>
  withEngine(workspace(), async (engine, tenant) => {
    console.log(`${await engine.store.withDb(tenant, (tx) => retryFailed(tx, key, 'cli'))} members go on`)
  }),
)
journeys
  .command('schema')
  .description('the JSON Schema of a journey file')
  .action(() => console.log(JSON.stringify(documentJsonSchema(), null, 2)))
journeys
  .command('report <key>')
  .option('--json', 'for programs')
  .action((key: string, { json }: { json?: boolean }) =>
    withEngine(workspace(), async (engine, tenant) => {
      const rows = await engine.store.withDb(tenant, (tx) => report(engine, tx, key))
      if (json) console.log(JSON.stringify(rows))
      else
        console.table(
          rows.map(({ name, in: entered, waiting, failed, out }) => ({ name, entered, waiting, failed, left: out })),
        )
    }),
  )

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
