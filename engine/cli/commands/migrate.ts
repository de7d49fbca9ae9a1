import { Command } from 'commander'
import { migrate } from '../../store/migrate.ts'
import { answer, databaseUrl, withJson } from '../workspace.ts'

export const migrateCommand = (): Command =>
  withJson(new Command('migrate'))
    .description('bring the database up to this version')
    .action(async ({ json }: { json?: boolean }) => {
      const applied = await migrate(await databaseUrl())
      answer(json, { applied }, () => (applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply'))
    })
