import { afterEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { endByMachine } from '../testing/oracle.ts'
import { ownPostgres, ownTemporal } from '../testing/own-servers.ts'
import { startProviders } from '../testing/providers.ts'
import { endOf } from '../testing/same-end.ts'
import { live, peopleOf } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { testWorkspace } from '../testing/workspace.ts'

const PEOPLE = 200

describe.each(driverNames)('the %s driver', (name) => {
  const stops: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  it('outlives its servers: they restart under it again and again, and it stops cleanly', async () => {
    const postgres = await ownPostgres()
    stops.push(() => postgres.stop())
    const temporal = name === 'temporal' ? await ownTemporal() : undefined
    if (temporal) stops.push(() => temporal.stop())
    const w = await testWorkspace({ registry, effects }, undefined, { admin: postgres.address })
    stops.push(() => w.close())
    const catcher = await startProviders()
    stops.push(() => catcher.stop())
    const persons = await peopleOf(w, PEOPLE, catcher)
    const published = await w.publish(wholeJourney(16))
    const settings = temporal ? { address: temporal.address } : {}
    const driver = await (await testDriver(name, w.url, settings)).start(w.engine)
    let part = 0
    let restarts = Promise.resolve()
    const course = await live(w, persons, PEOPLE / 10, () => {
      const server = part++ % 4 === 3 && temporal ? temporal : postgres
      if (part % 2 === 0) restarts = restarts.then(() => server.restart())
    })
    await restarts
    await driver.stop()
    expect(await endOf(w)).toEqual((await endByMachine(w, published, persons, course)).end)
  }, 180_000)
})
