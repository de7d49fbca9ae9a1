import { Command } from 'commander'
import { accountsCommand } from './commands/accounts.ts'
import { benchCommand } from './commands/bench.ts'
import { holidaysCommand } from './commands/holidays.ts'
import { importCommand } from './commands/import.ts'
import { journeysCommand } from './commands/journeys.ts'
import { keysCommand } from './commands/keys.ts'
import { migrateCommand } from './commands/migrate.ts'
import { peopleCommand } from './commands/people.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { segmentsCommand } from './commands/segments.ts'
import { serveCommand, workerCommand } from './commands/serve.ts'
import { startCommand } from './commands/start.ts'
import { workspacesCommand } from './commands/workspaces.ts'

const commands = [
  startCommand,
  serveCommand,
  workerCommand,
  migrateCommand,
  importCommand,
  journeysCommand,
  segmentsCommand,
  holidaysCommand,
  accountsCommand,
  keysCommand,
  peopleCommand,
  reconcileCommand,
  workspacesCommand,
  benchCommand,
]
/** The `waymark` command line. Throws UserErrors; answers go to standard output, what is amiss to standard error. */
export function waymarkProgram(): Command {
  const program = new Command('waymark').description('A marketing canvas whose journeys run durably, for every member.')
  for (const command of commands) program.addCommand(command())
  return program
}
