import { afterAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { stickyChance } from '../core/chance.ts'
import { DEATH_POINTS, type Death } from '../testing/deadly-work.ts'
import { type DriverName, driverNames, testBundle, testDriver, testSettings } from '../testing/drivers.ts'
import { insist } from '../testing/eventually.ts'
import { type MailCatcher, startMailCatcher } from '../testing/mail-catcher.ts'
import { ownPostgres, ownTemporal } from '../testing/own-servers.ts'
import { endOf } from '../testing/same-end.ts'
import { live, peopleOf, wholeJourney } from '../testing/whole-journey.ts'
import { standby, type WorkerChild } from '../testing/worker-child.ts'
import type { WorkerOrder } from '../testing/worker-process.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const PEOPLE = 2_000
const SHARDS = 16
const SLICE = 100
const WORKER_DEATHS = 9
const SEEDS = Array.from({ length: Number(process.env.WAYMARK_FAULT_SEEDS ?? 1) }, (_, i) => i + 1)

interface Plan {
  readonly deaths: readonly Death[]
  /** How many steps have been written when a server is killed. */
  readonly servers: readonly { server: 'postgres' | 'temporal'; traces: number }[]
}

/** The same seed is the same plan. */
function planOfKills(name: DriverName, seed: number, traces: number): Plan {
  const chance = (what: string) => stickyChance(`${seed}/${what}`)
  const deaths = Array.from({ length: WORKER_DEATHS }, (_, i) => ({
    point: DEATH_POINTS[(i + seed) % DEATH_POINTS.length] ?? 'after-take',
    nth: 1 + Math.floor(chance(`death-${i}`) * 2),
  }))
  const kinds =
    name === 'temporal' ? (['postgres', 'temporal', 'temporal'] as const) : (['postgres', 'postgres'] as const)
  const servers = kinds.map((server, i) => ({
    server,
    traces: Math.floor(((i + 0.2 + 0.6 * chance(`server-${i}`)) / kinds.length) * traces),
  }))
  return { deaths, servers }
}

async function undisturbed() {
  const w = await testWorkspace({ registry, effects })
  const catcher = await startMailCatcher()
  const persons = await peopleOf(w, PEOPLE, catcher)
  await w.publish(wholeJourney(SHARDS))
  const driver = await (await testDriver('embedded', w.url)).start(w.engine)
  await live(w, persons, SLICE)
  await driver.stop()
  const end = await endOf(w)
  const [traces] = await w.query<{ n: number }>('SELECT count(*)::int AS n FROM trace')
  w.engine.senders.close()
  await w.close()
  await catcher.stop()
  return { end, traces: traces?.n ?? 0 }
}

/** Keeps one worker going, whatever becomes of it; each life but the last ends as planned. */
function keepWorking(order: WorkerOrder, deaths: readonly Death[]) {
  let next = standby()
  let current: WorkerChild | undefined
  let killed = 0
  let over = false
  const lives = (async () => {
    while (!over) {
      current = next
      const death = deaths[killed]
      current.order(death ? { ...order, death } : order)
      next = standby()
      await current.gone
      if (!over) killed++
    }
  })()
  return {
    killed: () => killed,
    async stop() {
      over = true
      await Promise.all([current?.kill('SIGKILL'), next.kill('SIGKILL')])
      await lives
    },
  }
}

const reference = undisturbed()
const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function disturbed(name: DriverName, seed: number): Promise<{ w: TestWorkspace; catcher: MailCatcher }> {
  const { traces } = await reference
  const plan = planOfKills(name, seed, traces)
  console.log(
    `seed ${seed}, ${name}: worker dies ${plan.deaths.map((d) => `${d.point}#${d.nth}`).join(' ')}; ${plan.servers.map((s) => `${s.server} at ${s.traces} of ${traces} steps`).join(', ')}`,
  )
  const postgres = await ownPostgres()
  stops.push(() => postgres.stop())
  const temporal = name === 'temporal' ? await ownTemporal() : undefined
  if (temporal) stops.push(() => temporal.stop())
  const w = await testWorkspace({ registry, effects }, undefined, { admin: postgres.address })
  stops.push(() => w.close())
  const catcher = await startMailCatcher()
  stops.push(() => catcher.stop())
  const persons = await peopleOf(w, PEOPLE, catcher)
  await w.publish(wholeJourney(SHARDS))
  const quick = { workflowTaskTimeoutMs: 1_000, stickyScheduleToStartMs: 500 }
  const order: WorkerOrder = temporal
    ? {
        url: w.url,
        temporal: {
          settings: await testSettings(w.url, { address: temporal.address, ...quick }),
          bundle: await testBundle(),
        },
      }
    : { url: w.url }
  const worker = keepWorking(order, plan.deaths)
  stops.push(() => worker.stop())
  let restarts = 0
  let over = false
  const killServers = (async () => {
    for (const { server, traces: at } of plan.servers) {
      const reached = async () =>
        ((await w.query<{ n: number }>('SELECT count(*)::int AS n FROM trace'))[0]?.n ?? 0) >= at
      while (!over && !(await insist(reached))) await new Promise((resolve) => setTimeout(resolve, 20))
      await (server === 'postgres' ? postgres : temporal)?.restart()
      restarts++
    }
  })()
  try {
    await live(w, persons, SLICE)
  } finally {
    over = true
    await killServers
  }
  await worker.stop()
  expect(worker.killed()).toBeGreaterThanOrEqual(WORKER_DEATHS)
  expect(restarts).toBe(plan.servers.length)
  return { w, catcher }
}

describe.each(driverNames)('killed on the %s driver', (name) => {
  it.each(SEEDS)(
    'ends like an undisturbed run, seed %i',
    async (seed) => {
      const { w, catcher } = await disturbed(name, seed)
      const { end } = await reference
      const after = await endOf(w)
      for (const question of Object.keys(end)) expect(after[question], question).toEqual(end[question])
      const caught = catcher.messages.map((m) => m.messageId)
      expect(new Set(caught).size).toBe(caught.length)
      const [sent] = await w.query<{ accepted: number; unknown: number }>(
        `SELECT count(*) FILTER (WHERE state = 3)::int AS accepted, count(*) FILTER (WHERE state = 9)::int AS unknown
         FROM message WHERE channel = 'email'`,
      )
      const { accepted = 0, unknown = 0 } = sent ?? {}
      console.log(`${caught.length} mails caught, ${accepted} accepted, ${unknown} unknown`)
      expect(caught.length).toBeGreaterThanOrEqual(accepted)
      expect(caught.length).toBeLessThanOrEqual(accepted + unknown)
    },
    180_000,
  )
})
