import { Command, Option } from 'commander'
import { UserError } from '../../../core/errors.ts'
import { check, checkFunnel } from './check.ts'
import { funnelOf, variedTraces } from './funnel.ts'
import { printFunnel, printTrace } from './print.ts'
import { makeWorkspace, runCdnow, type Say } from './run.ts'
import { type ServerOptions, startServers } from './servers.ts'

const MOST_DIFFERENCES = 50

/** Progress goes to a terminal, each line in the place of the one before; elsewhere it would be noise. */
const progress: Say = (line) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}

async function demo(file: string, options: ServerOptions & { json?: boolean }): Promise<void> {
  const began = performance.now()
  const servers = await startServers(options)
  process.once('SIGINT', () => void servers.stop().finally(() => process.exit(130)))
  try {
    const { engine, mail } = servers
    const ready = performance.now()
    const tenant = await makeWorkspace(engine, mail)
    const published = await runCdnow(engine, tenant, file, progress)
    const ran = performance.now()
    progress('working it out again in SQL')
    const funnel = await funnelOf(engine, tenant, published)
    const mailedTo = mail.messages.flatMap((message) => message.to)
    const { expected, differences } = await check(engine.store, tenant, published, file, mailedTo)
    const wrong = [
      ...checkFunnel(funnel, expected),
      ...differences.map(({ side, what, customer }) => `customer ${customer}: ${side} “${what}”`),
    ]
    const traces = await variedTraces(engine, tenant, published, 5)
    progress('')
    const facts = [...expected.values()].reduce((sum, n) => sum + n, 0)
    const seconds = {
      setUp: seconds_(ready - began),
      run: seconds_(ran - ready),
      check: seconds_(performance.now() - ran),
    }
    const { driver, database } = servers
    if (options.json)
      console.log(JSON.stringify({ driver, database, seconds, funnel, traces, facts, differences: wrong }))
    else {
      const lines = [
        `Driver    ${driver}`,
        `Database  ${database}`,
        '',
        ...printFunnel(funnel),
        '',
        ...traces.flatMap((trace) => [...printTrace(trace), '']),
        `Half a year in ${seconds.run} s (set-up ${seconds.setUp} s, check ${seconds.check} s).`,
        wrong.length === 0
          ? `The engine and plain SQL agree on all ${facts} facts about ${expected.get('start → next') ?? 0} members, one by one.`
          : `The engine and plain SQL differ ${wrong.length} times:`,
        ...wrong.slice(0, MOST_DIFFERENCES).map((line) => `  ${line}`),
        ...(wrong.length > MOST_DIFFERENCES
          ? [`  … and ${wrong.length - MOST_DIFFERENCES} more: --json tells all.`]
          : []),
      ]
      console.log(lines.join('\n'))
    }
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    await servers.stop()
  }
}

const seconds_ = (ms: number) => Number((ms / 1_000).toFixed(1))

const program = new Command('demo:cdnow')
  .description('Runs a win-back journey over half a year of real orders, and works the same out again in plain SQL.')
  .argument('<file>', 'cdnow_master.txt: customer, day, number of CDs, dollars')
  .addOption(
    new Option('--driver <name>', 'which driver; Temporal where it is found').choices(['embedded', 'temporal']),
  )
  .option('--keep', 'keep the database on the server of DATABASE_URL', false)
  .option('--json', 'for programs')
  .action(demo)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
