import { afterEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { stickyChance } from '../core/chance.ts'
import { DEATH_POINTS, type Death } from '../testing/deadly-work.ts'
import { type DriverName, driverNames, testBundle, testDriver, testSettings } from '../testing/drivers.ts'
import { endByMachine } from '../testing/oracle.ts'
import { ownPostgres, ownTemporal } from '../testing/own-servers.ts'
import { type Providers, startProviders } from '../testing/providers.ts'
import { endOf } from '../testing/same-end.ts'
import { live, peopleOf } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { standby } from '../testing/worker-child.ts'
import type { WorkerOrder } from '../testing/worker-process.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const PEOPLE = 2_000
const SHARDS = 16
const SLICE = 100
const WORKER_DEATHS = 9
/** Two minutes where nothing else runs; beside the other suites it is more. */
const MOST_MS = 480_000
const SEEDS = Array.from({ length: Number(process.env.WAYMARK_FAULT_SEEDS ?? 1) }, (_, i) => i + 1)

/** What dies in a part of the run: a server on the spot, a worker at a point of its own work. */
interface Kill {
  readonly part: number
  readonly what: Death | 'postgres' | 'temporal' | 'all of temporal'
}

/** Spread over all parts but the last; the same seed is the same plan. */
function planOfKills(name: DriverName, seed: number, parts: number): readonly Kill[] {
  const chance = (what: string) => stickyChance(`${seed}/${what}`)
  const deaths = Array.from({ length: WORKER_DEATHS }, (_, i): Death => {
    const point = DEATH_POINTS[(i + seed) % DEATH_POINTS.length] ?? 'after-take'
    return { point, nth: 1 + Math.floor(chance(`nth-${i}`) * 2) }
  })
  const servers =
    name === 'temporal' ? (['postgres', 'temporal', 'temporal'] as const) : (['postgres', 'postgres'] as const)
  return [...deaths, ...servers]
    .map((what, i) => ({ what, chance: chance(`order-${i}`) }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ what, chance }, i, all) => ({ what, part: Math.floor(((i + chance) / all.length) * (parts - 1)) }))
}

const inWords = ({ what, part }: Kill) => `${typeof what === 'string' ? what : `${what.point}#${what.nth}`} in ${part}`

async function undisturbed() {
  const w = await testWorkspace({ registry, effects })
  const catcher = await startProviders()
  const persons = await peopleOf(w, PEOPLE, catcher)
  const published = await w.publish(wholeJourney(SHARDS))
  const driver = await (await testDriver('embedded', w.url)).start(w.engine)
  let parts = 0
  const course = await live(w, persons, SLICE, () => {
    parts++
  })
  await driver.stop()
  const end = await endOf(w)
  expect(end).toEqual((await endByMachine(w, published, persons, course)).end)
  w.engine.senders.close()
  await w.close()
  await catcher.stop()
  return { end, parts }
}

/** Keeps one worker going, whatever becomes of it. */
function keepWorking(order: WorkerOrder) {
  let current = standby()
  let next = standby()
  let working = current.says('works')
  let over = false
  current.order(order)
  const lives = (async () => {
    for (;;) {
      await current.gone
      if (over) return
      current = next
      working = current.says('works')
      current.order(order)
      next = standby()
    }
  })()
  return {
    /** Resolves when it died of it; where it dies before, of something else, its successor is armed. */
    async dieOf(death: Death): Promise<void> {
      for (let struck = false; !struck && !over; ) {
        const mine = current
        await Promise.race([working, mine.gone])
        mine.arm(death)
        struck = await Promise.race([mine.says('struck').then(() => true), mine.gone.then(() => false)])
        await mine.gone
      }
    },
    async stop() {
      over = true
      await Promise.all([current.kill('SIGKILL'), next.kill('SIGKILL')])
      await lives
    },
  }
}

const reference = undisturbed()
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function disturbed(
  name: DriverName,
  planned: (parts: number) => readonly Kill[],
): Promise<{ w: TestWorkspace; catcher: Providers }> {
  const plan = planned((await reference).parts)
  console.log(`${name}: ${plan.map(inWords).join(', ')}`)
  const postgres = await ownPostgres()
  stops.push(() => postgres.stop())
  const temporal = name === 'temporal' ? await ownTemporal() : undefined
  if (temporal) stops.push(() => temporal.stop())
  const w = await testWorkspace({ registry, effects }, undefined, { admin: postgres.address })
  stops.push(() => w.close())
  const catcher = await startProviders()
  stops.push(() => catcher.stop())
  const persons = await peopleOf(w, PEOPLE, catcher)
  await w.publish(wholeJourney(SHARDS))
  const order: WorkerOrder = temporal
    ? {
        url: w.url,
        temporal: {
          settings: await testSettings(w.url, { address: temporal.address, namespace: 'default' }),
          bundle: await testBundle(),
        },
      }
    : { url: w.url }
  const worker = keepWorking(order)
  stops.push(() => worker.stop())
  let part = -1
  let killed = 0
  let kills = Promise.resolve()
  const kill = async ({ what }: Kill) => {
    if (typeof what === 'object') await worker.dieOf(what)
    else if (what === 'all of temporal') await temporal?.lose()
    else await (what === 'postgres' ? postgres : temporal)?.restart()
    killed++
  }
  await live(w, persons, SLICE, () => {
    part++
    for (const one of plan.filter((k) => k.part === part)) kills = kills.then(() => kill(one))
  })
  await kills
  await worker.stop()
  expect(killed).toBe(plan.length)
  return { w, catcher }
}

async function expectUndisturbed({ w, catcher }: Awaited<ReturnType<typeof disturbed>>): Promise<void> {
  const { end } = await reference
  expect(await endOf(w)).toEqual(end)
  const caught = catcher.messages.map((m) => m.messageId)
  expect(new Set(caught).size).toBe(caught.length)
  // A service is called again after a crash, with the same id: it sees each call under one.
  const [called] = await w.query<{ n: number }>("SELECT count(*)::int AS n FROM message WHERE channel = 'service'")
  expect(new Set(catcher.service.calls.map((call) => call.id)).size).toBe(called?.n)
  const [sent] = await w.query<{ accepted: number; unknown: number }>(
    `SELECT count(*) FILTER (WHERE state = 3)::int AS accepted, count(*) FILTER (WHERE state = 9)::int AS unknown
     FROM message WHERE channel = 'email'`,
  )
  const { accepted = 0, unknown = 0 } = sent ?? {}
  console.log(`${caught.length} mails caught, ${accepted} accepted, ${unknown} unknown`)
  expect(caught.length).toBeGreaterThanOrEqual(accepted)
  expect(caught.length).toBeLessThanOrEqual(accepted + unknown)
}

describe.each(driverNames)('a run on the %s driver', (name) => {
  it.each(SEEDS)(
    'ends like an undisturbed one where worker and servers are killed, seed %i',
    async (seed) => {
      await expectUndisturbed(
        await disturbed(name, (parts) => {
          const plan = planOfKills(name, seed, parts)
          expect(plan.length).toBeGreaterThanOrEqual(10)
          return plan
        }),
      )
    },
    MOST_MS,
  )
})

it.skipIf(!driverNames.includes('temporal'))(
  'a run ends like an undisturbed one where Temporal loses all it knows',
  async () => {
    const all = 'all of temporal'
    await expectUndisturbed(await disturbed('temporal', (parts) => [3, parts - 3].map((part) => ({ part, what: all }))))
  },
  MOST_MS,
)
