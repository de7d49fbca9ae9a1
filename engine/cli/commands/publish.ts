import { Command, Option } from 'commander'
import { UserError } from '../../core/errors.ts'
import { InFlight } from '../../core/journey/in-flight.ts'
import { problemText } from '../../core/journey/problems.locale.ts'
import { moveProgress, type Rehearsal, rehearseMove, TURNS } from '../../runtime/journeys/in-flight.ts'
import { publish } from '../../runtime/publish.ts'
import { readJourneyFile } from '../journey-files/files.ts'
import { table } from '../table.ts'
import { answer, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

const ACTOR = 'cli'

interface PublishOptions extends WorkspaceOptions {
  readonly inside: InFlight['policy']
  readonly map: readonly string[]
  readonly dryRun?: boolean
}

export const publishCommand = () =>
  new Command('publish')
    .description('publish a journey file as the newest version of its journey')
    .argument('<file>', 'a journey as JSON')
    .addOption(
      new Option('--inside <policy>', 'those inside older versions: finish there, move to the new one, or stop')
        .choices(['finish', 'move', 'stop'])
        .default('finish'),
    )
    .option('--map <old=new...>', 'where those of a node go that is gone; old=leave: out of the journey', [])
    .option('--dry-run', 'tell what would become of those inside, and publish nothing')
    .action(async (file: string, { workspace, json, inside: policy, map, dryRun }: PublishOptions) => {
      const { document } = readJourneyFile(file)
      const inFlight = InFlight.parse({ policy, targets: Object.fromEntries(map.map(targetOf)) })
      await withWorkspace(workspace, async (engine, tenant) => {
        if (dryRun) {
          const told = await engine.store.withDb(tenant, (tx) =>
            rehearseMove(engine, tx, document.key, inFlight, document),
          )
          answer(json, told, () => rehearsalText(told))
          return
        }
        const { journey, version, number, spent } = await engine.store.withDb(tenant, (tx) =>
          publish(engine, tx, document, ACTOR, inFlight),
        )
        const kept = spent.length > 0 ? `; has run, and does not run again: ${spent.join(', ')}` : ''
        answer(
          json,
          { journey: String(journey), version: String(version), number, spent },
          () => `published as version ${number}${kept}`,
        )
      })
    })

function targetOf(text: string): [string, string | null] {
  const [, from, to] = /^([^=]+)=([^=]+)$/.exec(text) ?? []
  if (from === undefined || to === undefined)
    throw new UserError('option-invalid', `“${text}” is no pair of nodes: write --map old=new, or --map old=leave.`)
  return [from, to === 'leave' ? null : to]
}

function rehearsalText({ people, crowds, isEstimate, problems }: Rehearsal): string {
  const rows = crowds.map((crowd) => [
    ...[crowd.node, crowd.name, crowd.people, crowd.failed, crowd.to ?? ''],
    ...TURNS.map((turn) => crowd.turns[turn]),
  ])
  return [
    `${people} inside${isEstimate ? '; of many, a sample was judged' : ''}`,
    table(['node', 'name', 'people', 'failed', 'to', ...TURNS], rows),
    ...problems.map((problem) => `${problem.number}: ${problemText(problem, 'en')}`),
  ].join('\n')
}

export const movedCommand = () =>
  new Command('moved')
    .description('how far those inside have come on their way to the newest version')
    .argument('<key>')
    .action(async (key: string, { workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async (engine, tenant) => {
        const move = await engine.store.inTenant(tenant, (tx) => moveProgress(engine, tx, key))
        answer(json, move ?? null, () => {
          if (!move) return 'nobody inside was ever moved'
          const what = move.policy === 'move' ? 'to move to' : 'to be stopped by'
          return `${move.left} of ${move.people} are left ${what} version ${move.version}${move.isDone ? '; done' : ''}`
        })
      })
    })
