import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { takeIn } from './take-in.ts'

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const journey = (key: string, event: object, steps: ReturnType<typeof node>[] = []) => ({
  ...{ schema: 1, key, name: key, settings: { reentry: { rule: 'any-time' } } },
  nodes: [node('start', 'trigger-event', { events: [event] }), ...steps],
  edges: steps.map(({ id, type }, i) => ({
    from: steps[i - 1]?.id ?? 'start',
    outcome: steps[i - 1]?.type === 'grant-points' ? 'granted' : 'next',
    to: type ? id : '',
  })),
})

describe('what Waymark itself raises', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const own = () =>
    w.query("SELECT name, properties, depth FROM event WHERE name NOT IN ('hello', 'order') ORDER BY id")
  const told = (value: string, attributes: object) => ({
    person: [{ namespace: 'user', value }],
    attributes: attributes as Record<string, string | null>,
  })

  it('tells of tags only when they are gained or lost, one deeper than what caused it', async () => {
    const member = await w.member({})
    const tags = { kind: 'add', tags: ['vip'] }
    await w.publish(journey('tagging', { event: 'hello' }, [node('tag', 'tag-member', tags)]))
    await w.publish(
      journey('swap', { event: 'order' }, [node('swap', 'tag-member', { ...tags, kind: 'replace', tags: ['old'] })]),
    )
    for (const event of ['hello', 'hello', 'order']) {
      await w.post(member, event)
      await w.drain()
    }
    expect(await own()).toEqual([
      { name: 'tag gained', properties: { tag: 'vip' }, depth: 1 },
      { name: 'tag lost', properties: { tag: 'vip' }, depth: 1 },
      { name: 'tag gained', properties: { tag: 'old' }, depth: 1 },
    ])
  })

  it('begins journeys, by their properties', async () => {
    const member = await w.member({})
    const points = { amount: { kind: 'fixed', points: 5 } }
    await w.publish(journey('points', { event: 'hello' }, [node('points', 'grant-points', points)]))
    const filter = (value: number) => ({ field: 'event.amount', op: 'eq', value })
    await w.publish(journey('five', { event: 'points changed', filter: filter(5) }, [node('end', 'end')]))
    await w.publish(journey('six', { event: 'points changed', filter: filter(6) }, [node('end', 'end')]))
    await w.post(member, 'hello')
    await w.drain()
    const entered = await w.query('SELECT j.key FROM enrolment e JOIN journey j ON j.id = e.journey_id ORDER BY e.id')
    expect(entered).toEqual([{ key: 'points' }, { key: 'five' }])
  })

  it('begins journeys of those who unsubscribed from all channels', async () => {
    await w.publish(journey('farewell', { event: 'unsubscribed' }, [node('end', 'end')]))
    const consents = [{ channel: 'inbox', purpose: 'marketing', granted: false }] as const
    await takeIn(w.engine, w.tenant, [[{ person: [{ namespace: 'user', value: 'u' }], consents }]])
    await w.drain()
    expect(await own()).toEqual([{ name: 'unsubscribed', properties: {}, depth: 0 }])
    expect(await w.states()).toEqual({ completed: 1 })
  })

  it('comes to rest at depth 20 where journeys set each other off', async () => {
    const member = await w.member({})
    const points = node('points', 'grant-points', { amount: { kind: 'fixed', points: 1 } })
    await w.publish(journey('first', { event: 'hello' }, [points]))
    await w.publish(journey('again', { event: 'points changed' }, [points]))
    await w.post(member, 'hello')
    await w.drain()
    expect(await w.query('SELECT max(depth)::int AS depth, count(*)::int AS n FROM event')).toEqual([
      { depth: 20, n: 21 },
    ])
    expect(await w.query('SELECT count(*)::int AS n FROM refusal')).toEqual([{ n: 1 }])
  })

  it('tells which attributes an identify changed, and nothing where it changed none', async () => {
    const batch = [told('u', { city: '上海', age: '9', none: null })]
    await takeIn(w.engine, w.tenant, [batch])
    await takeIn(w.engine, w.tenant, [batch])
    await takeIn(w.engine, w.tenant, [[told('u', { city: null, age: '9' })]])
    expect(await own()).toEqual([
      { name: 'member changed', properties: { attributes: 'age, city' }, depth: 0 },
      { name: 'member changed', properties: { attributes: 'city' }, depth: 0 },
    ])
    expect(await w.query('SELECT attributes FROM member')).toEqual([{ attributes: { age: '9' } }])
  })
})
