import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Command } from 'commander'
import { PROJECT } from '../workspace.ts'

/** A process of its own, as `npm run bench`: benchmarks want a heap of another shape. */
export const benchCommand = (): Command =>
  new Command('bench')
    .description('run benchmarks on a database of their own: all, or those named, such as P1')
    .argument('[names...]')
    .option('--sizes <numbers>', 'how many members, such as 10000,100000')
    .action(async (names: string[], { sizes }: { sizes?: string }) => {
      const args = ['--max-semi-space-size=64', '--import', 'tsx', 'bench/run.ts', ...names]
      if (sizes !== undefined) args.push('--sizes', sizes)
      const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' })
      const [code] = await once(child, 'exit')
      process.exitCode = Number(code ?? 1)
    })
