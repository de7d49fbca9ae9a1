import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { EnrolmentId, MemberId } from '../core/ids.ts'
import type { InFlight } from '../core/journey/in-flight.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { moveChunk } from './move.ts'
import { traceMember } from './trace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const days = (id: string, amount: number) => node(id, 'wait', { kind: 'duration', duration: { amount, unit: 'day' } })
const forEvent = (id: string, event: string) =>
  node(id, 'wait', { kind: 'event', events: [{ event }], timeout: { amount: 30, unit: 'day' } })
const start = node('start', 'trigger-event', { events: [{ event: 'joined' }] })

/** One node after another, by main outcomes. */
const chain = (nodes: readonly { id: string; type: string }[], settings: object = {}) => ({
  ...{ schema: 1, key: 'j', name: 'j', settings: { shards: 2, zone: 'UTC', ...settings }, nodes },
  edges: nodes.slice(1).map((to, i) => {
    const from = nodes[i] ?? to
    const main =
      from.type === 'wait' ? registry.get('wait')?.outcomes((from as { settings?: unknown }).settings)[0] : undefined
    return { from: from.id, outcome: main ?? (from.type === 'grant-points' ? 'granted' : 'next'), to: to.id }
  }),
})
const move = (targets: InFlight['targets'] = {}): InFlight => ({ policy: 'move', targets })

describe('publishing while people are inside', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const join = async (): Promise<MemberId> => {
    const member = await w.member({})
    await w.post(member, 'joined')
    await w.drain()
    return member
  }
  const left = async (member: MemberId) =>
    (
      await w.query<{ ended: number | null }>('SELECT ms(ended_at) AS ended FROM enrolment WHERE member_id = $1', [
        member,
      ])
    )[0]?.ended
  const visits = async (member: MemberId) => {
    const trace = await w.engine.store.withDb(w.tenant, (tx) => traceMember(w.engine, tx, 'j', member))
    return trace.entries.flatMap((entry) => entry.visits.map((visit) => `${visit.node}:${visit.outcome}`))
  }
  const standing = () =>
    w.query(`SELECT v.number AS version, v.plan #>> ARRAY['nodes', t.node::text, 'id'] AS node, count(*)::int AS n, t.failed
      FROM token t JOIN version v ON v.id = t.version_id GROUP BY 1, 2, 4 ORDER BY 1, 2, 4`)
  const audit = () =>
    w.query("SELECT actor, action, detail FROM audit WHERE action IN ('journey.publish', 'journey.moved') ORDER BY id")

  it('lets a wait that became shorter end by its new length, counted from when each began to wait', async () => {
    await w.publish(chain([start, days('wait', 7)]))
    const began = w.now
    const [ann] = [await join()]
    await w.wind(began + 2 * DAY)
    const bo = await join()
    await w.wind(began + 3 * DAY)
    const second = await w.publish(chain([start, days('wait', 2)]), move())
    await w.drain()
    expect(await left(ann)).toBe(began + 3 * DAY)
    expect(await standing()).toEqual([{ version: 2, node: 'wait', n: 1, failed: false }])
    await w.wind(began + 10 * DAY)
    expect(await left(bo)).toBe(began + 4 * DAY)
    expect(await visits(bo)).toEqual(['start:next', 'wait:moved-out', 'wait:done'])
    await w.reconcileCounts(second)
    expect(await audit()).toEqual([
      { actor: 'test', action: 'journey.publish', detail: { number: 1, warnings: 0 } },
      {
        ...{ actor: 'test', action: 'journey.publish' },
        detail: { number: 2, warnings: 0, policy: 'move', targets: {}, people: 2 },
      },
      { actor: 'clock', action: 'journey.moved', detail: { version: 2, policy: 'move', people: 2 } },
    ])
  })

  it('lets a wait that became longer go on, also for whom the clock had not come by', async () => {
    await w.publish(chain([start, days('wait', 2)]))
    const began = w.now
    const ann = await join()
    await w.windOnly(began + 2 * DAY)
    await w.publish(chain([start, days('wait', 7)]), move())
    await w.wind(began + 20 * DAY)
    expect(await left(ann)).toBe(began + 7 * DAY)
  })

  it('leaves people on their version, unless told otherwise', async () => {
    await w.publish(chain([start, days('wait', 7)]))
    const began = w.now
    const ann = await join()
    await w.publish(chain([start, days('wait', 2)]))
    const bo = await join()
    await w.wind(began + 20 * DAY)
    expect([await left(ann), await left(bo)]).toEqual([began + 7 * DAY, began + 2 * DAY])
  })

  it('stops those inside, for the record, and takes newcomers', async () => {
    const first = await w.publish(chain([start, days('wait', 7)]))
    const ann = await join()
    await w.publish(chain([start, days('wait', 7)]), { policy: 'stop', targets: {} })
    await w.drain()
    expect(await w.states()).toEqual({ stopped: 1 })
    expect(await visits(ann)).toEqual(['start:next', 'wait:stopped'])
    expect(await w.query('SELECT facts FROM trace WHERE outcomes[1] = -6')).toEqual([{ facts: { 0: { version: 2 } } }])
    await join()
    expect(await w.states()).toEqual({ live: 1, stopped: 1 })
    await w.reconcileCounts(first)
  })

  it('asks for a target of every node that is gone while somebody stands there, and for none that it has', async () => {
    await w.publish(chain([start, days('old', 7), days('wait', 7)]))
    await join()
    const next = chain([start, days('new', 7), days('wait', 7)])
    await expect(w.publish(next, move())).rejects.toThrow('People inside at “old” (1)')
    await expect(w.publish(next, move({ old: 'nowhere' }))).rejects.toThrow('cannot go on at “nowhere”')
    await expect(w.publish(next, move({ old: 'start' }))).rejects.toThrow('cannot go on at “start”')
    expect(await w.query('SELECT number FROM version')).toEqual([{ number: 1 }])
    await w.publish(next, move({ old: 'new' }))
    expect(await w.query('SELECT number FROM version ORDER BY 1')).toEqual([{ number: 1 }, { number: 2 }])
  })

  it('leads those of a node that is gone to another one, as to a new visit that began when they began to wait', async () => {
    const first = await w.publish(chain([start, days('old', 7), node('end', 'end')]))
    const began = w.now
    const ann = await join()
    await w.wind(began + DAY)
    const gift = node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } })
    await w.publish(chain([start, days('new', 3), gift, node('end', 'end')]), move({ old: 'new' }))
    await w.wind(began + 10 * DAY)
    expect(await left(ann)).toBe(began + 3 * DAY)
    expect(await visits(ann)).toEqual(['start:next', 'old:moved-out', 'new:done', 'gift:granted', 'end:ended'])
    expect(await w.query('SELECT visit FROM point_entry')).toEqual([{ visit: 4 }])
    await w.reconcileCounts(first)
  })

  it('takes those of a node out whose target is to leave', async () => {
    const first = await w.publish(chain([start, days('old', 7)]))
    const ann = await join()
    await w.publish(chain([start, days('new', 7)]), move({ old: null }))
    await w.drain()
    expect(await w.states()).toEqual({ 'pulled-out': 1 })
    expect(await visits(ann)).toEqual(['start:next', 'old:pulled-out'])
    await w.reconcileCounts(first)
  })

  it('hears the events of the new version from the moment of publishing', async () => {
    await w.publish(chain([start, forEvent('wait', 'order')]))
    const [ann, bo] = [await join(), await join()]
    await w.publish(chain([start, forEvent('wait', 'visit')]), move())
    // Nothing was moved yet.
    await w.post(ann, 'visit')
    await w.post(bo, 'order')
    await w.drain()
    expect([await visits(ann), await visits(bo)]).toEqual([
      ['start:next', 'wait:moved-out', 'wait:event'],
      ['start:next', 'wait:moved-out'],
    ])
  })

  it('keeps an event that was there before, where the node still asks for it', async () => {
    await w.publish(chain([start, forEvent('wait', 'order'), days('day', 1)]))
    const ann = await join()
    await w.control('j', 'pause')
    await w.post(ann, 'order')
    await w.publish(chain([start, forEvent('wait', 'order'), days('day', 2)]), move())
    await w.drain()
    await w.control('j', 'resume')
    await w.drain()
    expect(await visits(ann)).toEqual(['start:next', 'wait:moved-out', 'wait:event'])
  })

  it('judges goals by the version that was entered, and lets whoever is told to leave leave', async () => {
    const goal = {
      id: 'buy',
      name: 'buy',
      events: [{ event: 'order' }],
      within: { amount: 30, unit: 'day' },
      leave: true,
    }
    const first = await w.publish(chain([start, days('wait', 7)], { goals: [goal] }))
    const [ann, bo] = [await join(), await join()]
    await w.control('j', 'pause')
    await w.post(ann, 'order')
    await w.publish(chain([start, days('wait', 7)]), move())
    await w.drain()
    await w.post(bo, 'order')
    await w.control('j', 'resume')
    await w.drain()
    expect(await w.states()).toEqual({ goal: 2 })
    expect(await w.query('SELECT version_id FROM goal_reached')).toEqual([
      { version_id: first.version },
      { version_id: first.version },
    ])
    await w.reconcileCounts(first)
  })

  it('judges exit rules of the new version alone', async () => {
    const exits = { exitRules: { events: [{ event: 'refunded' }] } }
    await w.publish(chain([start, days('wait', 7)], exits))
    const ann = await join()
    await w.publish(chain([start, days('wait', 7)]), move())
    await w.post(ann, 'refunded')
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
  })

  it('moves through several versions at once, by the map of each', async () => {
    const first = await w.publish(chain([start, days('a', 7)]))
    const began = w.now
    const ann = await join()
    await w.publish(chain([start, days('b', 7)]), move({ a: 'b' }))
    await w.publish(chain([start, days('c', 3)]), move({ b: 'c' }))
    await w.wind(began + 9 * DAY)
    expect(await left(ann)).toBe(began + 3 * DAY)
    expect(await visits(ann)).toEqual(['start:next', 'a:moved-out', 'c:done'])
    await w.reconcileCounts(first)
  })

  it('moves those of a paused journey, who wait for its end', async () => {
    await w.publish(chain([start, days('wait', 7)]))
    const began = w.now
    const ann = await join()
    await w.control('j', 'pause')
    await w.publish(chain([start, days('wait', 2)]), move())
    await w.wind(began + 3 * DAY)
    expect(await standing()).toEqual([{ version: 2, node: 'wait', n: 1, failed: false }])
    await w.control('j', 'resume')
    await w.drain()
    expect(await left(ann)).toBe(began + 3 * DAY)
  })

  it('is over with the journey, where that is stopped meanwhile', async () => {
    const first = await w.publish(chain([start, days('wait', 7)]))
    await join()
    await w.publish(chain([start, days('wait', 2)]), move())
    await w.control('j', 'stop')
    expect(await moveChunk(w.engine, w.tenant, first.journey)).toBe(false)
    await w.drain()
    expect(await w.states()).toEqual({ stopped: 1 })
    await w.reconcileCounts(first)
  })

  it('moves those who failed, who stay failed and are retried there', async () => {
    const broken = node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 2 } })
    const gift = node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } })
    const first = await w.publish(chain([start, broken, days('wait', 7)]))
    const member = await w.member({})
    await w.post(member, 'joined', { amount: 'ten' })
    await w.drain()
    expect(await w.states()).toEqual({ failed: 1 })
    await w.publish(chain([start, gift, days('wait', 7)]), move())
    await w.drain()
    expect(await standing()).toEqual([{ version: 2, node: 'gift', n: 1, failed: true }])
    await w.reconcileCounts(first)
    await w.retry('j')
    await w.drain()
    expect(await standing()).toEqual([{ version: 2, node: 'wait', n: 1, failed: false }])
    await w.reconcileCounts(first)
  })

  it('goes chunk by chunk, and where it was left', async () => {
    const first = await w.publish(chain([start, days('wait', 7)]))
    const members = await w.members(Array.from({ length: 25 }, () => ({})))
    for (const member of members) await w.post(member, 'joined')
    await w.drain()
    await w.publish(chain([start, days('wait', 2)]), move())
    const chunk = () => moveChunk(w.engine, w.tenant, first.journey, 10)
    const older = async () =>
      (await w.query<{ n: EnrolmentId }>('SELECT enrolment_id AS n FROM token WHERE version_id = $1', [first.version]))
        .length
    expect([await chunk(), await older()]).toEqual([true, 15])
    expect([await chunk(), await older()]).toEqual([true, 5])
    expect([await chunk(), await older()]).toEqual([true, 0])
    expect([await chunk(), await chunk()]).toEqual([false, false])
    expect(await w.misplaced()).toEqual([])
    await w.reconcileCounts(first)
  })
})
