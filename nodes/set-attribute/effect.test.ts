import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EnrolmentId, id } from '../../engine/core/ids.ts'
import type { Json } from '../../engine/core/json.ts'
import { changeAttribute } from '../../engine/members/face.ts'
import { storeEvents } from '../../engine/runtime/unit-of-work.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })

describe('setting attributes', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterAll(() => w.close())

  const attributes = async (member: number) =>
    (await w.query<{ attributes: object }>('SELECT attributes FROM member WHERE id = $1', [member]))[0]?.attributes
  const raised = (member: number) =>
    w.query("SELECT properties, depth FROM event WHERE member_id = $1 AND name = 'member changed' ORDER BY id", [
      member,
    ])

  it('writes what an order says, counts it, and tells of each change, one deeper', async () => {
    const key = 'spend'
    const set = (of: string, settings: object) => node(of, 'set-attribute', settings)
    const order = ['start', 'city', 'spend', 'again', 'gone']
    await w.publish({
      ...{ schema: 1, key, name: key, settings: { zone: 'UTC', reentry: { rule: 'any-time' } } },
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'order' }] }),
        set('city', { kind: 'text', attribute: 'city', text: '{{event.city}}' }),
        set('spend', { kind: 'add', attribute: 'spend', amount: { kind: 'event', of: 'event.amount' } }),
        set('again', { kind: 'add', attribute: 'visits', amount: { kind: 'fixed', number: 1 } }),
        set('gone', { kind: 'clear', attribute: 'lead' }),
      ],
      edges: order.slice(1).map((to, i) => ({ from: order[i], outcome: 'next', to })),
    })
    const member = await w.member({ lead: true, visits: 2 })
    const post = (properties: object) => ({ member, name: 'order', at: w.now, properties: { ...properties } })
    await w.engine.store.inTenant(w.tenant, (tx) =>
      storeEvents(w.engine, tx, [post({ city: 'A', amount: 0.1 }), post({ city: 'A', amount: 0.2 })]),
    )
    await w.drain()
    // Exact, as decimals are.
    expect(await attributes(member)).toEqual({ city: 'A', spend: 0.3, visits: 4 })
    const changed = (name: string) => ({ properties: { attributes: name }, depth: 1 })
    expect(await raised(member)).toEqual(['city', 'spend', 'visits', 'lead'].map(changed))
  })

  it('does so once for a visit, however often it is asked, in one batch or over several', async () => {
    const member = await w.member({})
    const change = (visit: number, value: Json) => ({
      ...{ member, enrolment: id<EnrolmentId>(77), visit, value, enteredAt: w.now, at: w.now + visit },
    })
    const changing =
      (how: 'set' | 'add') =>
      (...changes: ReturnType<typeof change>[]) =>
        w.engine.store.inTenant(w.tenant, (tx) => changeAttribute(tx, 'n', how, changes))
    const [add, set] = [changing('add'), changing('set')]
    expect(await add(change(1, 5), change(2, 2))).toHaveLength(1)
    expect(await add(change(1, 5))).toEqual([])
    expect(await add(change(1, 5), change(3, -7))).toHaveLength(1)
    expect(await attributes(member)).toEqual({ n: 0 })
    expect(await set(change(5, 'late'), change(4, 'early'))).toHaveLength(1)
    expect(await attributes(member)).toEqual({ n: 'late' })
    expect(await set(change(6, 'late'))).toEqual([])
    expect(await set(change(7, null))).toHaveLength(1)
    expect(await attributes(member)).toEqual({})
  })
})
