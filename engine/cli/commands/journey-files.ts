import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command, Option } from 'commander'
import { UserError } from '../../core/errors.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import { Base, printOf } from '../journey-files/base.ts'
import {
  journeyFileIn,
  journeyFilesAt,
  readJourneyFile,
  writeJourneyFile,
  writeSchemas,
} from '../journey-files/files.ts'
import { JourneyServer, SIGN_IN } from '../journey-files/journey-server.ts'
import { isRefused, type Step, stepOf, wouldWrite } from '../journey-files/plan-push.ts'
import { stepText } from '../journey-files/plan-text.ts'
import { answer, inWorkspace, type WorkspaceOptions } from '../workspace.ts'

interface ServerOptions extends WorkspaceOptions {
  readonly server: string
}

/** Gives a command the server it asks by the HTTP API. */
const onServer = (command: Command): Command =>
  inWorkspace(command).addOption(
    new Option('--server <url>', 'where Waymark is').env('WAYMARK_URL').default('http://127.0.0.1:4000'),
  )

function openServer({ server, workspace }: ServerOptions): Promise<JourneyServer> {
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol))
    throw new UserError(
      'server-url',
      `--server ${server} is no address: write one such as https://waymark.example.com.`,
    )
  const { WAYMARK_SIGN_IN_EMAIL: email, WAYMARK_SIGN_IN_PASSWORD: password } = process.env
  if (!email || !password) throw new UserError('sign-in-unset', SIGN_IN)
  return JourneyServer.open({ url: new URL(server).origin, workspace, email, password })
}

export const pullCommand = (): Command =>
  onServer(new Command('pull'))
    .description('write what is drawn of each journey into a folder, as files that differ only where the journey does')
    .argument('[folder]', 'where to', '.')
    .option('--key <keys...>', 'these journeys only')
    .option('--force', 'overwrite files that were edited since they were pulled')
    .action(async (folder: string, options: ServerOptions & { key?: string[]; force?: boolean }) => {
      const server = await openServer(options)
      const base = Base.open(folder, server.name)
      const drawn: JourneyDocument[] = []
      for (const key of options.key ?? (await server.keys())) {
        const there = await server.draft(key)
        if (!there) throw new UserError('journey-unknown', `There is no journey “${key}” in ${server.name}.`)
        drawn.push(there.document)
      }
      if (!options.force) refuseOverwriting(folder, drawn, base)
      const written = drawn.map((document) => {
        const file = writeJourneyFile(folder, document)
        base.agree(document)
        return file
      })
      writeSchemas(folder)
      answer(options.json, { files: written }, () => `pulled ${written.length} journeys into ${folder}`)
    })

/** Files that were edited since they were pulled hold work that the server has not. */
function refuseOverwriting(folder: string, drawn: readonly JourneyDocument[], base: Base): void {
  const edited = drawn.flatMap((document) => {
    const file = journeyFileIn(folder, document.key)
    if (!existsSync(file)) return []
    const print = printOf(readJourneyFile(file).document)
    return print === base.print(document.key) || print === printOf(document) ? [] : [file]
  })
  if (edited.length > 0)
    throw new UserError(
      'pull-overwrites',
      `Edited here since they were pulled: ${edited.join(', ')}. Nothing was pulled: push them, pull into another folder, or overwrite them with --force.`,
    )
}

/** What pushing each file would do; a folder's base is opened once. */
async function stepsOf(paths: readonly string[], server: JourneyServer): Promise<{ step: Step; base: Base }[]> {
  const bases = new Map<string, Base>()
  const steps: { step: Step; base: Base }[] = []
  for (const file of journeyFilesAt(paths.length > 0 ? paths : ['.'])) {
    const folder = dirname(file)
    const base = bases.get(folder) ?? Base.open(folder, server.name)
    bases.set(folder, base)
    steps.push({ step: await stepOf(readJourneyFile(file), server, base), base })
  }
  return steps
}

const forPrograms = ({ kind, mine, file }: Step) => ({ key: mine.key, file, step: kind })

export const planCommand = (): Command =>
  onServer(new Command('plan'))
    .description('show what push would change; ends with 0: nothing, 2: something, 1: a conflict')
    .argument('[paths...]', 'journey files, or folders of them; else the folder you are in')
    .action(async (paths: string[], options: ServerOptions) => {
      const steps = (await stepsOf(paths, await openServer(options))).map(({ step }) => step)
      answer(options.json, { journeys: steps.map(forPrograms) }, () => steps.map(stepText).join('\n'))
      if (steps.some(isRefused)) process.exitCode = 1
      else if (steps.some(wouldWrite)) process.exitCode = 2
    })

export const pushCommand = (): Command =>
  onServer(new Command('push'))
    .description(
      'save files as drafts of their journeys; where one was edited there since it was pulled, nothing is pushed',
    )
    .argument('[paths...]', 'journey files, or folders of them; else the folder you are in')
    .option('--publish', 'publish what is pushed, and drafts that are as their files and not published yet')
    .option('--ask <why>', 'with --publish: where a second person must publish, ask for that, and say what it is for')
    .action(async (paths: string[], options: ServerOptions & { publish?: boolean; ask?: string }) => {
      const server = await openServer(options)
      const steps = await stepsOf(paths, server)
      const refused = steps.filter(({ step }) => isRefused(step))
      if (refused.length > 0)
        throw new UserError(
          'push-conflict',
          `${refused.map(({ step }) => stepText(step)).join('\n')}\nNothing was pushed.`,
        )
      const done: object[] = []
      for (const { step, base } of steps) {
        const revision = await push(step, server, base)
        const isWanted =
          options.publish === true && (wouldWrite(step) || (step.kind === 'unchanged' && step.there.isAhead))
        const sent =
          isWanted && revision !== undefined ? await publish(server, step.mine.key, revision, options.ask) : {}
        done.push({ ...forPrograms(step), ...sent })
        if (!options.json) console.log(stepText(step) + sentText(sent))
      }
      if (options.json) answer(true, { journeys: done }, () => '')
    })

/** What became of publishing: a version, or a request that a second person publish. */
type Sent = { readonly version?: number; readonly asked?: true }

const sentText = ({ version, asked }: Sent): string =>
  version !== undefined
    ? `\n    published as version ${version}`
    : asked
      ? '\n    a second person is asked to publish it'
      : ''

/** Publishes a draft; where a second person must, asks for that if there is something to say of it. */
async function publish(server: JourneyServer, key: string, revision: number, note: string | undefined): Promise<Sent> {
  try {
    return { version: await server.publish(key, revision) }
  } catch (error) {
    if (note === undefined || !(error instanceof UserError) || error.code !== 'approval-needed') throw error
    await server.askApproval(key, revision, note)
    return { asked: true }
  }
}

/** Carries a step out; answers the revision that the draft is at, where the file and it agree. */
async function push(step: Step, server: JourneyServer, base: Base): Promise<number | undefined> {
  if (step.kind === 'create' || step.kind === 'change') {
    const { mine } = step
    const revision = step.kind === 'create' ? await server.create(mine) : await server.save(mine, step.there.revision)
    base.agree(mine)
    return revision
  }
  if (step.kind !== 'unchanged') return undefined
  base.agree(step.mine)
  return step.there.revision
}
