import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import type { TenantId } from '../../core/ids.ts'
import { type EventImport, type ImportResult, importEvents, importMembers, readRows } from '../../members/face.ts'
import type { Engine } from '../../runtime/engine.ts'
import { heedImport } from '../../runtime/imported.ts'
import { storeEvents } from '../../runtime/unit-of-work.ts'
import { judgeCrossings } from '../../runtime/watching.ts'
import { delimiterOf, type EventMapOptions, eventMapOf, MAP_HELP, memberMapOf } from '../import-map.ts'
import { unreadable } from '../json-file.ts'
import { Progress } from '../progress.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

/** Imported, but not every line. */
const SOME_REFUSED = 2

interface FileOptions extends WorkspaceOptions {
  readonly map: readonly string[]
  readonly delimiter?: string
  readonly header: boolean
  readonly source?: string
}

interface EventOptions extends FileOptions, EventMapOptions {
  readonly zone?: string
  readonly live?: boolean
}

export function importCommand(): Command {
  return new Command('import')
    .description('bring in members, or events as history')
    .addCommand(membersCommand())
    .addCommand(eventsCommand())
}

const fileCommand = (name: string, description: string): Command =>
  inWorkspace(new Command(name).argument('<file>', 'a file of lines with cells, UTF-8').description(description))
    .option(
      '--map <mapping>',
      'what a column holds, see below; once for each',
      (text, all: string[]) => [...all, text],
      [],
    )
    .option(
      '--delimiter <characters>',
      'comma, tab, semicolon, whitespace (runs of it) or the characters; else by the name of the file',
    )
    .option('--no-header', 'the first line holds values, not names')
    .option('--source <name>', 'the name its lines are remembered by; else that of the file')

function membersCommand(): Command {
  return fileCommand('members', 'find or make each member, and merge what is known of them')
    .addHelpText(
      'after',
      `${MAP_HELP}\n\n  waymark import members people.csv --map user=id --map name=name --map spend:number=total`,
    )
    .action((file: string, options: FileOptions) => {
      const map = memberMapOf(options.map)
      return importFile(file, options, (engine, tenant, lines) =>
        importMembers(engine.store, tenant, {
          ...{ ...lines, map },
          changed: (tx, imported) => heedImport(engine, tx, imported),
        }),
      )
    })
}

function eventsCommand(): Command {
  return fileCommand('events', 'store events as history: nobody enters a journey by them, unless --live')
    .option('--event <name>', 'what all of them are called')
    .option('--event-column <column>', 'or where each is called by its name')
    .requiredOption('--at <column>', 'when it was: a day as 2026-03-01 or 20260301, or an instant with its offset')
    .option('--time <HH:MM>', 'the time of day that a day stands for', '00:00')
    .option('--zone <zone>', "the zone of days; else the workspace's")
    .option('--id <column>', 'an id of the event: lines with one id are one event')
    .option('--live', 'route them: members enter journeys and are woken by them')
    .addHelpText(
      'after',
      `${MAP_HELP}

  waymark import events orders.txt --delimiter whitespace --event "order completed" \\
    --map user=1 --at 2 --time 12:00 --zone UTC --map quantity:number=3 --map amount:number=4`,
    )
    .action((file: string, options: EventOptions) => {
      eventMapOf(options, options.zone ?? 'UTC') // before anything is opened
      return importFile(file, options, async (engine, tenant, lines) => {
        const map = eventMapOf(options, options.zone ?? (await zoneOf(engine, tenant)))
        const live = options.live
          ? ({ live: (tx, events) => storeEvents(engine, tx, events) } satisfies Live)
          : ({ stored: (tx, members) => judgeCrossings(engine, tx, members, { quietly: true }) } satisfies Live)
        return importEvents(engine.store, tenant, { ...lines, map, ...live })
      })
    })
}

type Live = Pick<EventImport, 'live' | 'stored'>
type Lines = Pick<EventImport, 'source' | 'rows' | 'onProgress'>

async function zoneOf({ store }: Engine, tenant: TenantId): Promise<string> {
  const found = await store.withDb(tenant, ({ db }) => db.tenant.findUniqueOrThrow({ where: { id: BigInt(tenant) } }))
  return found.zone
}

async function importFile(
  file: string,
  { workspace, json, delimiter, header, source = basename(file) }: FileOptions,
  run: (engine: Engine, tenant: TenantId, lines: Lines) => Promise<ImportResult>,
): Promise<void> {
  const format = { delimiter: delimiterOf(delimiter, file), header }
  const { size } = await opened(file)
  await withWorkspace(workspace, async (engine, tenant) => {
    const stream = createReadStream(file)
    const progress = new Progress(basename(file), 'lines')
    const onProgress = (lines: number) => progress.show(lines, size === 0 ? 1 : stream.bytesRead / size)
    const result = await run(engine, tenant, { source, rows: readRows(stream, format), onProgress }).finally(() =>
      progress.end(),
    )
    tell(result, json)
  })
}

/** The size of a file that can be read. */
async function opened(file: string): Promise<{ size: number }> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return found
  } catch (error) {
    throw unreadable(file, error)
  }
}

function tell(result: ImportResult, json: boolean | undefined): void {
  const { lines, stored, repeated, rejected, problems } = result
  if (!json) for (const { line, detail } of problems) console.error(`line ${line}: ${detail}`)
  if (!json && rejected > problems.length) console.error(`… and ${rejected - problems.length} more lines`)
  answer(json, result, () => `${lines} lines: ${stored} stored, ${repeated} there already, ${rejected} refused`)
  if (rejected > 0) process.exitCode = SOME_REFUSED
}
