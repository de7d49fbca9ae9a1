import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { saveFirstDates } from '../members/face.ts'
import { node } from '../testing/simulated.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { tick } from './clock.ts'
import { fillFirstDates } from './first-dates.ts'
import { storeEvents } from './unit-of-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const iso = (at: number) => new Date(at).toISOString()

describe('first dates', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    members = await w.members([{}, {}, { first: '2020-05-01' }])
  })
  afterEach(() => w.close())

  const keep = (...events: string[]) =>
    w.engine.store.inTenant(w.tenant, async (tx) =>
      saveFirstDates(tx, { dates: events.length > 0 ? [{ attribute: 'first', events }] : [] }, 'test'),
    )
  const store = (member: MemberId | undefined, at: number, name = 'ordered') =>
    w.engine.store.inTenant(
      w.tenant,
      (tx) => storeEvents(w.engine, tx, [{ member: member as MemberId, name, at, properties: {} }]), // there are three
    )
  const firsts = async () =>
    (await w.query<{ first: string | null }>("SELECT attributes ->> 'first' AS first FROM member ORDER BY id")).map(
      ({ first }) => first,
    )
  const journey = (key: string, trigger: ReturnType<typeof node>) => ({
    ...{ schema: 1, key, name: key, settings: { zone: 'UTC', reentry: { rule: 'any-time' } } },
    nodes: [trigger, node('end', 'end')],
    edges: [{ from: 'start', outcome: 'next', to: 'end' }],
  })

  it('are set by the first of some events, and by an earlier one that comes late', async () => {
    await keep('ordered', 'Order Completed')
    const [ann, ben] = members
    await store(ann, w.now - DAY)
    await store(ann, w.now)
    await store(ben, w.now, 'visited')
    expect(await firsts()).toEqual([iso(w.now - DAY), null, '2020-05-01'])
    await store(ann, w.now - 2 * DAY, 'Order Completed')
    await store(members[2], w.now)
    expect(await firsts()).toEqual([iso(w.now - 2 * DAY), null, '2020-05-01'])
  })

  it('are filled by the clock with what members did before, once', async () => {
    const [ann, ben, cat] = members
    await store(ann, w.now - 3 * DAY)
    await store(ben, w.now - DAY, 'visited')
    await store(cat, Date.parse('2019-01-01T00:00:00Z'))
    await keep('ordered')
    expect(await firsts()).toEqual([null, null, '2020-05-01'])
    await w.drain()
    expect(await firsts()).toEqual([iso(w.now - 3 * DAY), null, iso(Date.parse('2019-01-01T00:00:00Z'))])
    await w.query("UPDATE member SET attributes = '{}'")
    await tick(w.engine)
    expect(await firsts()).toEqual([null, null, null])
    await keep('ordered', 'visited')
    await w.drain()
    expect(await firsts()).toEqual([iso(w.now - 3 * DAY), iso(w.now - DAY), iso(Date.parse('2019-01-01T00:00:00Z'))])
  })

  it('stay where they are kept no more', async () => {
    await keep('ordered')
    await store(members[0], w.now - DAY)
    await keep()
    await store(members[0], w.now - 2 * DAY)
    await store(members[1], w.now)
    expect(await firsts()).toEqual([iso(w.now - DAY), null, '2020-05-01'])
  })

  it('are what later nodes, triggers and exit rules see of that very event', async () => {
    await keep('ordered')
    const rule = { field: 'member.first', op: 'not-empty' }
    const welcome = node('start', 'trigger-event', { events: [{ event: 'ordered' }], member: rule })
    await w.publish(journey('welcome', welcome))
    await w.publish({
      ...journey('before', node('start', 'trigger-event', { events: [{ event: 'visited' }] })),
      settings: { zone: 'UTC', exitRules: { member: rule } },
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'visited' }] }),
        node('end', 'wait', { kind: 'duration', duration: { amount: 9, unit: 'day' } }),
      ],
    })
    const [ann] = members
    await store(ann, w.now, 'visited')
    await w.drain()
    await store(ann, w.now)
    await w.drain()
    const states = await w.query(
      'SELECT j.key, e.state FROM enrolment e JOIN journey j ON j.id = e.journey_id ORDER BY e.id',
    )
    expect(states).toEqual([
      { key: 'before', state: 3 },
      { key: 'welcome', state: 2 },
    ])
    expect(await w.query("SELECT properties FROM event WHERE name = 'member changed'")).toEqual([
      { properties: { attributes: 'first' } },
    ])
  })

  it('begin a journey a year later', async () => {
    await keep('ordered')
    await w.query(`INSERT INTO segment (tenant_id, key, name, rule) VALUES (${w.tenant}, 'all', 'all', '{"all": []}')`)
    const date = { kind: 'attribute', attribute: 'first' }
    await w.publish(journey('year', node('start', 'trigger-anniversary', { date, include: ['all'], time: '10:00' })))
    const began = w.now
    await store(members[0], began)
    await w.wind(began + 366 * DAY)
    expect(await w.query('SELECT ms(entered_at) AS at FROM enrolment WHERE member_id = $1', [members[0]])).toEqual([
      { at: Date.parse('2027-03-01T10:00:00Z') },
    ])
  })

  it('are right whoever stores and fills at the same time', async () => {
    await Promise.all(members.map((member) => store(member, w.now - DAY)))
    await keep('ordered')
    await Promise.all([
      ...Array.from({ length: 4 }, () => fillFirstDates(w.engine, w.tenant, 'first')),
      ...Array.from({ length: 12 }, (_, i) => store(members[i % 3], w.now - ((i * 7) % 12) * DAY)),
    ])
    await w.drain()
    const earliest = await w.query<{ at: number }>(
      'SELECT ms(min(at)) AS at FROM event WHERE name = $1 GROUP BY member_id ORDER BY member_id',
      ['ordered'],
    )
    expect(await firsts()).toEqual([...earliest.slice(0, 2).map(({ at }) => iso(at)), '2020-05-01'])
  })
})
