import { UserError } from '../core/errors.ts'
import { waymarkProgram } from './program.ts'

try {
  await waymarkProgram().parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
