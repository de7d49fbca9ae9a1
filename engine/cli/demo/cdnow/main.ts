import { Command, Option } from 'commander'
import { UserError } from '../../../core/errors.ts'
import { type ExplainedMember, explainMember } from '../../../runtime/explain.ts'
import { findMember } from '../../../runtime/trace.ts'
import { Progress } from '../../progress.ts'
import { traceText } from '../../trace-text.ts'
import { answer, withJson } from '../../workspace.ts'
import { check, checkFunnel, varied } from './check.ts'
import { funnelOf, funnelText, type NodeFunnel } from './funnel.ts'
import { JOURNEY, makeWorkspace, runCdnow } from './run.ts'
import { type ServerOptions, startServers } from './servers.ts'

const TRACES = 5
const MOST_DIFFERENCES = 50

interface Outcome {
  readonly driver: string
  readonly database: string
  readonly funnel: readonly NodeFunnel[]
  readonly traces: readonly (ExplainedMember & { customer: string })[]
  readonly members: number
  /** Facts about members that engine and SQL agree on, or should. */
  readonly facts: number
  readonly differences: readonly string[]
  readonly seconds: { readonly setUp: number; readonly run: number; readonly check: number }
}

/** Runs the journey over the file's orders, and works out the same in SQL. */
async function demo(file: string, options: ServerOptions): Promise<Outcome> {
  const [days, lines] = [new Progress('living', 'days'), new Progress('importing', 'lines')]
  const times = [performance.now()]
  const servers = await startServers(options)
  try {
    const { engine, mail, driver, database } = servers
    times.push(performance.now())
    const tenant = await makeWorkspace(engine, mail)
    const published = await runCdnow(engine, tenant, file, {
      imported: (n) => lines.show(n),
      lived: (n, of) => days.show(n, n / of),
    })
    days.end()
    times.push(performance.now())
    const funnel = await funnelOf(engine, tenant, published)
    const mailedTo = mail.messages.flatMap((message) => message.to)
    const { expected, differences, facts } = await check(engine.store, tenant, published, file, mailedTo)
    const traces = await engine.store.withDb(tenant, async (tx) => {
      const chosen: Outcome['traces'][number][] = []
      for (const customer of varied(facts, TRACES)) {
        const member = await findMember(tx, `user:${customer}`)
        chosen.push({ customer, ...(await explainMember(engine, tx, JOURNEY, member, 'en')) })
      }
      return chosen
    })
    times.push(performance.now())
    const [setUp = 0, run = 0, checked = 0] = times.map((at, i) => Math.round((times[i + 1] ?? at) - at) / 1_000)
    return {
      driver,
      database,
      funnel,
      traces,
      members: expected.get('start → next') ?? 0,
      facts: [...expected.values()].reduce((sum, n) => sum + n, 0),
      differences: [
        ...checkFunnel(funnel, expected),
        ...differences.map(({ side, what, customer }) => `customer ${customer}: ${side} “${what}”`),
      ],
      seconds: { setUp, run, check: checked },
    }
  } finally {
    await servers.stop()
  }
}

function outcomeText({ driver, database, funnel, traces, members, facts, differences, seconds }: Outcome): string {
  const more = differences.length - MOST_DIFFERENCES
  return [
    `driver    ${driver}`,
    `database  ${database}`,
    '',
    funnelText(funnel),
    ...traces.flatMap(({ customer, ...trace }) => ['', `customer ${customer}: ${traceText(trace)}`]),
    '',
    `Set up in ${seconds.setUp} s, half a year lived in ${seconds.run} s, checked in ${seconds.check} s.`,
    differences.length === 0
      ? `Engine and plain SQL agree on all ${facts} facts about ${members} members, to the last one.`
      : `Engine and plain SQL differ ${differences.length} times:`,
    ...differences.slice(0, MOST_DIFFERENCES).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more, which --json tells`] : []),
  ].join('\n')
}

const program = withJson(new Command('demo:cdnow'))
  .description('run a win-back journey over half a year of real orders, and work the same out again in plain SQL')
  .argument('<file>', 'cdnow_master.txt: customer, day, number of CDs, dollars')
  .addOption(new Option('--driver <name>', 'Temporal where it is found, unless told').choices(['embedded', 'temporal']))
  .option('--keep', 'leave the database on the server of DATABASE_URL until the next run', false)
  .action(async (file: string, { json, ...options }: ServerOptions & { json?: boolean }) => {
    const outcome = await demo(file, options)
    answer(json, outcome, () => outcomeText(outcome))
    if (outcome.differences.length > 0) process.exitCode = 1
  })

// The servers that were started end with the process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
