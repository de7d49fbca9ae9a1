// `npm run histories:record`: runs every workflow on a real server with scripted work, and keeps what Temporal wrote down.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@temporalio/client'
import { temporalConfig } from '../../temporal.config.ts'
import { findTemporal } from '../cli/set-up/find-temporal.ts'
import { startTemporal } from '../cli/set-up/local-temporal.ts'
import type { ShardRef } from '../core/ids.ts'
import { workflowBundle } from '../drivers/temporal/bundle.ts'
import { connectClient } from '../drivers/temporal/connection.ts'
import { startTemporalDriver } from '../drivers/temporal/driver.ts'
import { openStore } from '../store/store.ts'

const FOLDER = fileURLToPath(new URL('../drivers/temporal/histories/', import.meta.url))
/** So many events until Temporal suggests to continue as new: far fewer than it takes by itself. */
const SUGGEST_AT = 45
const LONG_MS = 600_000

/** What the work answers, time after time: it sleeps until its timer fires, until a poke, and is done; or it goes on and on. */
const SCRIPTS: Record<string, (number | null)[]> = {
  ended: [0, 50, LONG_MS, null],
  continued: Array.from({ length: 10 }, () => 20),
}
const ARGS = {
  journeyShard: [{ tenant: 1, journey: 1, shard: 3 } as ShardRef], // ids that no table has to vouch for
  delivery: [{ tenant: 1, account: 1, lane: 0 }],
  clock: [],
}

const found = await findTemporal({ get: false })
if ('none' in found) throw new Error(found.none)
const directory = mkdtempSync(join(tmpdir(), 'waymark-record-'))
const server = await startTemporal({
  program: found.program,
  dbFile: join(directory, 'temporal.db'),
  dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': SUGGEST_AT },
})
const settings = { ...temporalConfig, address: server.address }
const connection = await connectClient(settings)
const client = new Client({ connection, namespace: settings.namespace })
let answers: (number | null)[] = []
let asleep = () => {}
const next = async () => {
  const [sleepMs = null] = answers.splice(0, 1)
  if (sleepMs === LONG_MS) setTimeout(() => asleep(), 500) // the timer is set once the answer has arrived
  return { sleepMs }
}
const nothing = openStore('postgresql://nowhere') // connects when asked, and nobody asks
const work = { advance: next, deliver: next, tick: next }
const driver = await startTemporalDriver(settings, nothing, work, await workflowBundle(), { dispatcher: false })
mkdirSync(FOLDER, { recursive: true })
for (const [workflow, args] of Object.entries(ARGS)) {
  for (const [name, script] of Object.entries(SCRIPTS)) {
    answers = [...script]
    const workflowId = `${workflow}-${name}`
    const sleeping = new Promise<void>((resolve) => {
      asleep = resolve
    })
    const { taskQueue } = settings
    const handle = await client.workflow.signalWithStart(workflow, {
      ...{ workflowId, taskQueue, args, signal: 'poke', signalArgs: [] },
    })
    if (script.includes(LONG_MS)) {
      await sleeping
      await handle.signal('poke')
    }
    await handle.result()
    const runId = handle.signaledRunId
    const show = ['workflow', 'show', '-w', workflowId, '-r', runId, '--output', 'json', '--address', server.address]
    const history = execFileSync(found.program, show, { encoding: 'utf8' })
    // Who worked was this machine: nothing that a replay looks at.
    const anonymous = history.replace(/"\d+@[^"]*"/g, '"recorder"')
    writeFileSync(join(FOLDER, `${workflowId}.json`), anonymous)
    console.log(`${workflowId}: ${JSON.parse(history).events.length} events`)
  }
}
await driver.stop()
await nothing.close()
await connection.close()
await server.stop()
rmSync(directory, { recursive: true })
