import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { waitingWithDoomed } from '../testing/long-wait.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

/** Two chunks. */
const PEOPLE = 6_000
const CHUNK = 5_000
const DAY = 86_400_000

describe.each(driverNames)('a stop on the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('everyone', { all: [] })
  })
  afterEach(() => w.close())

  const state = async () => (await w.query<{ state: string }>('SELECT state FROM journey'))[0]?.state

  it('whose worker is killed half-way is finished by the next one', async () => {
    const { published, gone } = await waitingWithDoomed(w, name, { people: PEOPLE, days: 1 })
    expect(await w.control('long', 'stop')).toEqual({ state: 'stopping', people: PEOPLE })
    await gone
    expect([await state(), await w.states()]).toEqual(['stopping', { live: PEOPLE - CHUNK, stopped: CHUNK }])

    await w.windOnly(w.now + 2 * DAY)
    const next = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await eventually(async () => (await state()) === 'finished', 'the stop is finished')
    } finally {
      await next.stop()
    }
    expect(await w.states()).toEqual({ stopped: PEOPLE })
    await w.reconcileCounts(published)
  })
})
