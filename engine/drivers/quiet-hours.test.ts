import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { SendingRules } from '../core/sending/rules.ts'
import { saveSendingRules } from '../reach/face.ts'
import { explainMember } from '../runtime/explain.ts'
import { peopleAt } from '../runtime/journeys/people.ts'
import { reconcile } from '../runtime/reconcile.ts'
import { storeEvents } from '../runtime/unit-of-work.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { eventually } from '../testing/eventually.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const HOUR = 3_600_000
/** A Tuesday, 23:00 in UTC. */
const NIGHT = Date.parse('2026-03-03T23:00:00Z')
const MORNING = Date.parse('2026-03-04T09:00:00Z')
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const journey = (settings: object, purpose = 'marketing') => ({
  ...{ schema: 1, key: 'night', name: 'night', settings: { zone: 'UTC', shards: 16, ...settings } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('note', 'send-inbox', { title: 'Hi', body: 'there', purpose }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'note' },
    { from: 'note', outcome: 'sent', to: 'end' },
  ],
})
const night = { hours: { from: '22:00', to: '09:00' } }

/** When its messages were planned, in that order. */
const messages = async (w: TestWorkspace) => {
  const rows = await w.query<{ at: number }>('SELECT ms(planned_at) AS at FROM message ORDER BY planned_at')
  return rows.map(({ at }) => at)
}

describe.each(driverNames)('quiet hours on the %s driver', (name) => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects }, NIGHT)
  })
  afterEach(() => w.close())

  const setRules = (rules: object) =>
    w.engine.store.inTenant(w.tenant, (tx) => saveSendingRules(tx, SendingRules.parse(rules), 'test'))
  const post = (members: Awaited<ReturnType<TestWorkspace['members']>>, event: string) =>
    w.engine.store.inTenant(w.tenant, (tx) =>
      storeEvents(
        w.engine,
        tx,
        members.map((member) => ({ member, name: event, at: w.now, properties: {} })),
      ),
    )
  const held = async () => (await w.query('SELECT FROM token WHERE step = 0 AND due_at > ts(waymark_clock())')).length
  const windTo = async (at: number) => {
    await w.windOnly(at)
    await reconcile(w.engine.store)
  }

  it('hold everybody until the opening, let exits through, and send each once', async () => {
    const members = await w.members(Array.from({ length: 50 }, (_, i) => (i === 0 ? { timezone: 'Asia/Tokyo' } : {})))
    await setRules({ quietHours: night })
    await w.publish(journey({ exitRules: { events: [{ event: 'bye' }] } }))
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await post(members, 'hello')
      // In Tokyo it is eight: that member's own night is over at midnight UTC.
      await eventually(async () => (await held()) === 50, 'all are held')
      await windTo(NIGHT + 2 * HOUR)
      await eventually(async () => (await messages(w)).length === 1, 'Tokyo has its message')
      await post(members.slice(1, 6), 'bye')
      await eventually(async () => (await w.states()).exited === 5, 'who leaves while held is out')
      await windTo(MORNING + HOUR)
      await eventually(async () => (await w.states()).completed === 45, 'everybody else is done')
      expect([...new Set(await messages(w))]).toEqual([NIGHT + 2 * HOUR, MORNING + HOUR])
      expect((await messages(w)).length).toBe(45)
    } finally {
      await driver.stop()
    }
  })
})

describe('quiet hours', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects }, NIGHT)
  })
  afterEach(() => w.close())

  const way = async () => {
    const rows = await w.query<{ facts: object | null }>('SELECT facts FROM trace ORDER BY enrolment_id, visit')
    return [Object.values(await w.paths()), rows.map(({ facts }) => facts).filter(Boolean)]
  }

  it.each([
    [
      'of the journey come before the workspace’s',
      { quietHours: { kind: 'own', ...night, meanwhile: 'skip' } },
      [['start:next note:blocked end:ended'], [{ '1': { reason: 'quiet-hours' } }]],
    ],
    ['are switched off by the journey', { quietHours: { kind: 'off' } }, [['start:next note:sent end:ended'], []]],
    [
      'of the workspace hold where the journey says nothing, and the trace says until when',
      {},
      [['start:next'], [{ '1': { heldUntil: MORNING } }]],
    ],
  ])('%s', async (_, settings, expected) => {
    await w.engine.store.inTenant(w.tenant, (tx) =>
      saveSendingRules(tx, SendingRules.parse({ quietHours: night }), 'test'),
    )
    await w.publish(journey(settings))
    await w.post(await w.member({}), 'hello')
    await w.drain()
    expect(await way()).toEqual(expected)
  })

  it('are told in words where somebody is held, and of the visit afterwards', async () => {
    await w.publish(journey({ quietHours: { kind: 'own', ...night } }))
    const member = await w.member({})
    await w.post(member, 'hello')
    await w.drain()
    const { store } = w.engine
    const words = () => store.withDb(w.tenant, (tx) => explainMember(w.engine, tx, 'night', member, 'en'))
    const [standing] = (await words()).entries
    expect(standing?.words.stands?.next).toContain('Held by quiet hours, to go 4 Mar 09:00 (in 10 h).')
    const filter = { state: 'waiting' } as const
    const { people } = await store.inTenant(w.tenant, (tx) => peopleAt(w.engine, tx, 'night', 'note', filter))
    expect(people.map(({ held, wakesAt }) => [held, wakesAt])).toEqual([[true, MORNING]])
    await w.wind(MORNING)
    const [done] = (await words()).entries
    expect(done?.words.steps[1]?.text).toMatch(/^Held by quiet hours, to go .*09:00\. /)
  })

  it('of a new version hold at once for those who are moved to it while held', async () => {
    await w.publish(journey({ quietHours: { kind: 'own', ...night } }))
    const member = await w.member({})
    await w.post(member, 'hello')
    await w.drain()
    await w.publish(journey({ quietHours: { kind: 'off' } }), { policy: 'move', targets: {} })
    await w.drain()
    expect(await messages(w)).toEqual([NIGHT])
    expect((await w.states()).completed).toBe(1)
  })

  it('let transactional messages go', async () => {
    await w.publish(journey({ quietHours: { kind: 'own', ...night } }, 'transactional'))
    await w.post(await w.member({}), 'hello')
    await w.drain()
    expect(await way()).toEqual([['start:next note:sent end:ended'], []])
  })
})
