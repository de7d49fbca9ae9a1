import { Command } from 'commander'
import { UserError } from '../core/errors.ts'
import { importCommand } from './commands/import.ts'
import { journeysCommand } from './commands/journeys.ts'
import { keysCommand } from './commands/keys.ts'
import { migrateCommand } from './commands/migrate.ts'
import { reconcileCommand } from './commands/reconcile.ts'
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
  keysCommand,
  reconcileCommand,
  workspacesCommand,
]
const program = new Command('waymark').description('A marketing canvas whose journeys run durably, for every member.')
for (const command of commands) program.addCommand(command())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
