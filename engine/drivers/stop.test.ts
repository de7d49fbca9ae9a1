import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { driverNames, testBundle, testDriver, testSettings } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { standby } from '../testing/worker-child.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

/** Two chunks. */
const PEOPLE = 6_000
const CHUNK = 5_000
const DAY = 86_400_000

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** Everyone → a day's wait → end. */
const journey = {
  schema: 1,
  key: 'long',
  name: 'long',
  settings: { zone: 'UTC', shards: 4 },
  nodes: [
    node('all', 'trigger-audience', { include: ['everyone'], firing: { kind: 'now' } }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'all', outcome: 'next', to: 'day' },
    { from: 'day', outcome: 'done', to: 'end' },
  ],
}

describe.each(driverNames)('a stop on the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('everyone', { all: [] })
  })
  afterEach(() => w.close())

  const waiting = async () => (await w.query('SELECT FROM token WHERE due_at > ts(waymark_clock())')).length
  const state = async () => (await w.query<{ state: string }>('SELECT state FROM journey'))[0]?.state

  it('whose worker is killed half-way is finished by the next one', async () => {
    await w.members(Array.from({ length: PEOPLE }, () => ({})))
    const worker = standby()
    const works = worker.says('works')
    const temporal =
      name === 'temporal' ? { settings: await testSettings(w.url), bundle: await testBundle() } : undefined
    worker.order({ url: w.url, ...(temporal ? { temporal } : {}) })
    await works
    const published = await w.publish(journey)
    await eventually(async () => (await waiting()) === PEOPLE, 'all wait')
    await eventually(async () => (await w.query('SELECT FROM poke')).length === 0, 'all pokes are consumed')
    worker.arm({ point: 'before-commit', nth: 2 })
    expect(await w.control('long', 'stop')).toEqual({ state: 'stopping', people: PEOPLE })
    await worker.gone
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
