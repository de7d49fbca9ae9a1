import { Command, Option } from 'commander'
import type { Language } from '../../core/say.ts'
import { control, retryFailed } from '../../runtime/control.ts'
import { explainMember } from '../../runtime/explain.ts'
import { countsOf } from '../../runtime/journeys/counts.ts'
import { listJourneys, report } from '../../runtime/report.ts'
import { findMember } from '../../runtime/trace.ts'
import { table } from '../table.ts'
import { traceText } from '../trace-text.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'
import { planCommand, pullCommand, pushCommand } from './journey-files.ts'
import { schemaCommand, testCommand } from './journey-tests.ts'
import { movedCommand, publishCommand } from './publish.ts'

const ACTOR = 'cli'

export function journeysCommand(): Command {
  const journeys = new Command('journeys').description('publish, steer and watch journeys')
  for (const command of [
    listCommand(),
    publishCommand(),
    movedCommand(),
    ...orderCommands(),
    retryCommand(),
    reportCommand(),
    budgetsCommand(),
    traceCommand(),
  ])
    journeys.addCommand(inWorkspace(command))
  for (const command of [pullCommand, planCommand, pushCommand, testCommand, schemaCommand])
    journeys.addCommand(command())
  return journeys
}

const listCommand = () =>
  new Command('list')
    .description('every journey, its state and who is inside')
    .action(async ({ workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async ({ store }, tenant) => {
        const rows = await store.withDb(tenant, listJourneys)
        const lines = rows.map(({ key, name, state, version, inside }) => [key, name, state, version ?? '', inside])
        answer(json, rows, () => table(['key', 'name', 'state', 'version', 'inside'], lines))
      })
    })

const ORDERS = {
  pause: 'hold all members where they are',
  resume: 'let all members go on',
  stop: 'end the journey for all members inside',
} as const

const orderCommands = () =>
  (['pause', 'resume', 'stop'] as const).map((order) =>
    new Command(order)
      .description(ORDERS[order])
      .argument('<key>')
      .action(async (key: string, { workspace, json }: WorkspaceOptions) => {
        await withWorkspace(workspace, async ({ store }, tenant) => {
          const done = await store.withDb(tenant, (tx) => control(tx, key, order, ACTOR))
          const ending = done.people > 0 ? `; ends for ${done.people} members` : ''
          answer(json, { key, ...done }, () => `${key} is ${done.state}${ending}`)
        })
      }),
  )

const retryCommand = () =>
  new Command('retry')
    .description('set failed members going again, from where they failed')
    .argument('<key>')
    .action(async (key: string, { workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async ({ store }, tenant) => {
        const people = await store.withDb(tenant, (tx) => retryFailed(tx, key, ACTOR))
        answer(json, { key, people }, () => `${people} members go on`)
      })
    })

const reportCommand = () =>
  new Command('report')
    .description('how many entered, left and stand at each node of the newest version')
    .argument('<key>')
    .action(async (key: string, { workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async (engine, tenant) => {
        const rows = await engine.store.withDb(tenant, (tx) => report(engine, tx, key))
        const lines = rows.map((row) => [row.id, row.name, row.in, row.waiting, row.failed, row.out])
        answer(json, rows, () => table(['node', 'name', 'entered', 'waiting', 'failed', 'left'], lines))
      })
    })

const budgetsCommand = () =>
  new Command('budgets')
    .description('what a journey has spent of its budgets, in all its versions')
    .argument('<key>')
    .action(async (key: string, { workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async (engine, tenant) => {
        const { budgets } = await engine.store.inTenant(tenant, (tx) => countsOf(engine, tx, key))
        const since = (at: number | null) => (at === null ? '' : new Date(at).toISOString())
        const lines = budgets.map(({ of, most, spent, currency, refused, alertedAt, stoppedAt }) => [
          ...[currency ? `${of} (${currency})` : of, most, spent, refused, since(alertedAt), since(stoppedAt)],
        ])
        const head = ['budget', 'most', 'spent', 'refused', 'alerted', 'no room since']
        answer(json, budgets, () => (lines.length > 0 ? table(head, lines) : `${key} has no budgets`))
      })
    })

const traceCommand = () =>
  new Command('trace')
    .description("one member's way: where it is, why it went that way, what would wake it, why it was not enrolled")
    .argument('<key>')
    .argument('<member>', 'user:123 (or 123), anonymous:…, email:…, phone:…, or #ID')
    .addOption(new Option('--language <language>', 'of the sentences').choices(['en', 'zh-CN']).default('en'))
    .action(
      async (key: string, who: string, { workspace, json, language }: WorkspaceOptions & { language: Language }) => {
        await withWorkspace(workspace, async (engine, tenant) => {
          const trace = await engine.store.withDb(tenant, async (tx) =>
            explainMember(engine, tx, key, await findMember(tx, who), language),
          )
          answer(json, { ...trace, member: String(trace.member) }, () => traceText(trace))
        })
      },
    )
