import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { type CrossingsWorkspace, crossedJourney, crossingsWorkspace, node } from '../testing/crossings.ts'
import { takeIn } from './take-in.ts'
import { storeEvents } from './unit-of-work.ts'
import { judgeCrossings } from './watching.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const gold = { field: 'member.level', op: 'eq', value: 'gold' }
const active = { events: { event: 'order', window: { kind: 'last', duration: { amount: 3, unit: 'day' } } } }
const enters = (...segments: string[]) => ({ on: 'segment-entered', segments })
const leaves = (...segments: string[]) => ({ on: 'segment-left', segments })

describe('a watched segment', () => {
  let w: CrossingsWorkspace
  let ann: MemberId
  let bob: MemberId
  beforeEach(async () => {
    w = await crossingsWorkspace()
    const members = await w.known([{ level: 'gold' }, { level: 'silver' }])
    ;[ann, bob] = members as [MemberId, MemberId] // two were made
    await w.save('gold', gold)
  })
  afterEach(() => w.close())

  const watches = () =>
    w.query(
      'SELECT key, by_time, ended, (SELECT count(*)::int FROM watched_member m WHERE m.watch_id = w.id) AS size FROM segment_watch w ORDER BY id',
    )

  it('has those who were there when watching began, and tells of nobody then', async () => {
    await w.publish(crossedJourney('in', enters('gold')))
    await w.drain()
    expect(await watches()).toEqual([{ key: 'gold', by_time: false, ended: false, size: 1 }])
    expect([await w.told(), await w.entered()]).toEqual([{}, {}])
  })

  it('tells of each who comes and each who leaves, one deeper than what caused it', async () => {
    await w.publish(crossedJourney('in', enters('gold')))
    await w.publish(crossedJourney('out', leaves('gold')))
    await w.identify(2, { level: 'gold' })
    await w.identify(2, { level: 'gold', city: 'A' })
    await w.identify(1, { level: null })
    await w.drain()
    expect(await w.told()).toEqual({ [ann]: '-gold', [bob]: '+gold' })
    expect(await w.entered()).toEqual({ in: 1, out: 1 })
    expect(await w.query("SELECT DISTINCT depth FROM event WHERE name LIKE 'segment%'")).toEqual([{ depth: 1 }])
  })

  it('is judged after events, tags and points as after attributes, and after nothing else', async () => {
    await w.save('keen', {
      any: [
        { events: { event: 'order', atLeast: 2 } },
        { field: 'tags', op: 'has', value: 'vip' },
        { field: 'points.spendable', op: 'gte', value: 5 },
      ],
    })
    await w.publish(crossedJourney('in', enters('keen')))
    const start = (event: string) => ({ ...node('start', 'trigger-event', { events: [{ event }] }) })
    const journey = (key: string, event: string, step: ReturnType<typeof node>) => ({
      ...{ schema: 1, key, name: key, settings: { reentry: { rule: 'any-time' } }, nodes: [start(event), step] },
      edges: [{ from: 'start', outcome: 'next', to: step.id }],
    })
    await w.publish(journey('tag', 'tag', node('t', 'tag-member', { kind: 'add', tags: ['vip'] })))
    await w.publish(journey('untag', 'untag', node('t', 'tag-member', { kind: 'remove', tags: ['vip'] })))
    await w.publish(journey('give', 'give', node('g', 'grant-points', { amount: { kind: 'fixed', points: 5 } })))
    for (const event of ['tag', 'untag', 'visit', 'order', 'order', 'order']) {
      await w.post(ann, event)
      await w.drain()
    }
    await w.post(bob, 'give')
    await w.drain()
    expect(await w.told()).toEqual({ [ann]: '+keen -keen +keen', [bob]: '+keen' })
  })

  it('crosses whoever comes and leaves in one batch not at all', async () => {
    await w.publish(crossedJourney('in', enters('gold')))
    const person = [{ namespace: 'user', value: '2' }]
    await takeIn(w.engine, w.tenant, [
      [
        { person, attributes: { level: 'gold' } },
        { person, attributes: { level: 'x' } },
      ],
    ])
    expect(await w.told()).toEqual({})
    await takeIn(w.engine, w.tenant, [
      [
        { person, attributes: { level: 'x' } },
        { person, attributes: { level: 'gold' } },
      ],
    ])
    expect(await w.told()).toEqual({ [bob]: '+gold' })
  })

  it('is looked at every full hour where time alone turns it, and every day else', async () => {
    await w.save('active', active)
    await w.publish(crossedJourney('in', enters('active', 'gold')))
    await w.publish(crossedJourney('out', leaves('active')))
    const start = w.now
    await w.post(ann, 'order')
    await w.windTo(start + 3 * DAY - HOUR)
    expect(await w.told()).toEqual({ [ann]: '+active' })
    await w.windTo(start + 3 * DAY + HOUR)
    expect(await w.told()).toEqual({ [ann]: '+active -active' })
    expect(await w.entered()).toEqual({ in: 1, out: 1 })
    const next = await w.query<{ next_at: number }>('SELECT next_at FROM segment_watch ORDER BY key')
    expect(next.map((row) => row.next_at - w.now)).toEqual([HOUR, DAY - HOUR])
    expect(await w.query("SELECT depth, at FROM event WHERE name = 'segment left'")).toEqual([
      { depth: 0, at: start + 3 * DAY + HOUR },
    ])
  })

  it('is watched anew, silently, when its rule is edited; and goes on when only its name is', async () => {
    await w.publish(crossedJourney('in', enters('gold')))
    await w.publish(crossedJourney('out', leaves('gold')))
    await w.save('gold', { field: 'member.level', op: 'in', value: ['silver', 'gold'] })
    await w.drain()
    expect(await w.told()).toEqual({})
    expect(await watches()).toMatchObject([{ ended: true }, { ended: false, size: 2 }])
    await w.identify(2, { level: 'none' })
    expect(await w.told()).toEqual({ [bob]: '-gold' })
    await w.save('gold', { field: 'member.level', op: 'in', value: ['silver', 'gold'] })
    expect(await watches()).toHaveLength(2)
    await w.windTo(w.now + 2 * HOUR)
    expect(await watches()).toMatchObject([{ ended: false, size: 1 }])
  })

  it('is watched once for all journeys that ask, and until the last of them has ended', async () => {
    await w.publish(crossedJourney('one', enters('gold')))
    await w.publish(crossedJourney('two', enters('gold')))
    expect(await watches()).toHaveLength(1)
    await w.control('one', 'stop')
    await w.identify(2, { level: 'gold' })
    await w.drain()
    expect(await w.entered()).toEqual({ two: 1 })
    await w.control('two', 'stop')
    await w.identify(1, { level: 'silver' })
    expect(await w.told()).toEqual({ [bob]: '+gold' })
    await w.windTo(w.now + 2 * DAY)
    expect(await watches()).toEqual([])
  })

  it('forgets what it knew of the time in which nobody asked', async () => {
    await w.publish(crossedJourney('one', enters('gold')))
    await w.control('one', 'stop')
    await w.drain()
    await w.identify(2, { level: 'gold' })
    await w.publish(crossedJourney('one', enters('gold')))
    await w.drain()
    expect([await w.told(), await w.sets('gold')]).toEqual([{}, { told: [ann, bob], holds: [ann, bob] }])
  })

  it('goes on over a new version, and is let go by one that asks no more', async () => {
    await w.publish(crossedJourney('one', enters('gold')))
    await w.publish(crossedJourney('one', enters('gold')))
    expect(await watches()).toHaveLength(1)
    await w.publish(crossedJourney('one', { on: 'tag-gained', tags: ['vip'] }))
    await w.identify(2, { level: 'gold' })
    expect(await w.told()).toEqual({})
  })

  it('tells at once what happens while its journey is paused, and what time does once it is resumed', async () => {
    await w.save('active', active)
    await w.publish(crossedJourney('out', leaves('active', 'gold')))
    await w.post(ann, 'order')
    await w.control('out', 'pause')
    await w.identify(1, { level: 'none' })
    await w.windTo(w.now + 4 * DAY)
    expect(await w.told()).toEqual({ [ann]: '+active -gold' })
    await w.control('out', 'resume')
    await w.drain()
    expect(await w.told()).toEqual({ [ann]: '+active -gold -active' })
  })

  it('loses members who were merged or erased without a word', async () => {
    await w.publish(crossedJourney('out', leaves('gold')))
    await w.query('UPDATE member SET status = 4 WHERE id = $1', [ann])
    await w.windTo(w.now + 2 * DAY)
    expect([await w.told(), await w.sets('gold')]).toEqual([{}, { told: [], holds: [] }])
  })

  it('hears of an import, and only its set of one of history', async () => {
    await w.publish(crossedJourney('in', enters('gold')))
    const judged = (quietly: boolean) =>
      w.engine.store.inTenant(w.tenant, (tx) => judgeCrossings(w.engine, tx, [ann, bob], { quietly }))
    await w.query(`UPDATE member SET attributes = '{"level": "gold"}' WHERE id = $1`, [bob])
    await judged(true)
    expect([await w.told(), await w.sets('gold')]).toEqual([{}, { told: [ann, bob], holds: [ann, bob] }])
    await w.query(`UPDATE member SET attributes = '{}'`)
    await judged(false)
    expect(await w.told()).toEqual({ [ann]: '-gold', [bob]: '-gold' })
  })

  it('comes to rest, and says so, where journeys push somebody in and out', async () => {
    await w.save('new', { field: 'tags', op: 'has-not', value: 'seen' })
    const tags = (kind: string) => node('tag', 'tag-member', { kind, tags: ['seen'] })
    await w.query(
      "INSERT INTO member_tag (tenant_id, member_id, tag, source, at) VALUES ($1, $2, 'seen', 'x', now())",
      [w.tenant, ann],
    )
    await w.publish(crossedJourney('in', enters('new'), [tags('add')]))
    await w.publish(crossedJourney('out', leaves('new'), [tags('remove')]))
    await w.drain()
    await w.publish({
      ...crossedJourney('clear', {}),
      nodes: [node('start', 'trigger-event', { events: [{ event: 'go' }] }), tags('remove'), node('end', 'end')],
      edges: [
        { from: 'start', outcome: 'next', to: 'tag' },
        { from: 'tag', outcome: 'next', to: 'end' },
      ],
    })
    await w.post(ann, 'go')
    await w.drain()
    const [{ depth, n } = { depth: 0, n: 0 }] = await w.query<{ depth: number; n: number }>(
      "SELECT max(depth)::int AS depth, count(*)::int AS n FROM event WHERE name LIKE 'segment%'",
    )
    expect([depth, n]).toEqual([20, 10])
    expect(await w.query('SELECT count(*)::int AS n FROM refusal')).toEqual([{ n: 1 }])
  })

  it('costs one look-up where none is watched', async () => {
    const asked: string[] = []
    await w.engine.store.inTenant(w.tenant, (tx) => {
      const query = ((statement: { name?: string } | string, values?: unknown[]) => {
        asked.push(typeof statement === 'string' ? statement : (statement.name ?? ''))
        return tx.sql.query(statement as string, values)
      }) as typeof tx.sql.query
      const sql = { query, write: tx.sql.write.bind(tx.sql), flush: () => tx.sql.flush() }
      return storeEvents(w.engine, { ...tx, sql }, [{ member: ann, name: 'order', at: w.now, properties: {} }])
    })
    expect(asked.filter((name) => name.includes('watch'))).toEqual(['watches.woken-by'])
  })
})
