import { afterEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type DriverName, driverNames, testBundle, testSettings } from '../testing/drivers.ts'
import { endByMachine } from '../testing/oracle.ts'
import { startProviders } from '../testing/providers.ts'
import { endOf } from '../testing/same-end.ts'
import { live, peopleOf } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { standby } from '../testing/worker-child.ts'
import type { WorkerOrder } from '../testing/worker-process.ts'
import { testWorkspace } from '../testing/workspace.ts'

const PEOPLE = 100

describe.each(driverNames)('a frozen worker on the %s driver', (name: DriverName) => {
  const stops: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  it.each([
    ['in the middle of a transaction', 'before-commit'],
    ['before it could tell of one', 'before-reply'],
  ] as const)(
    'is replaced, and comes back to life without doubling anything: %s',
    async (_title, point) => {
      const w = await testWorkspace({ registry, effects })
      stops.push(() => w.close())
      const catcher = await startProviders()
      stops.push(() => catcher.stop())
      const persons = await peopleOf(w, PEOPLE, catcher)
      const published = await w.publish(wholeJourney(4))
      const temporal =
        name === 'temporal' ? { settings: await testSettings(w.url), bundle: await testBundle() } : undefined
      const order: WorkerOrder = { url: w.url, signal: 'SIGSTOP', ...(temporal ? { temporal } : {}) }
      const begin = async () => {
        const worker = standby()
        stops.push(() => worker.kill('SIGKILL'))
        const works = worker.says('works')
        worker.order(order)
        await works
        return worker
      }
      const frozen = await begin()
      frozen.arm({ point, nth: 2 })
      const struck = frozen.says('struck')
      const others = struck.then(begin)
      let part = 0
      let awake: Promise<void> | undefined
      const course = await live(w, persons, PEOPLE / 5, () => {
        part++
        if (part === 4) awake = others.then(() => frozen.kill('SIGCONT'))
      })
      await awake
      expect(await endOf(w)).toEqual((await endByMachine(w, published, persons, course)).end)
      const ids = catcher.messages.map((m) => m.messageId)
      expect(new Set(ids).size).toBe(ids.length)
    },
    120_000,
  )
})
