import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { registryOf } from '../core/journey/node.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { type Identity, resolveMembers, setAttributes, setIdentities } from './face.ts'

const user = (value: string): Identity => ({ namespace: 'user', value })
const device = (value: string): Identity => ({ namespace: 'anonymous', value })

describe('resolving members', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry: registryOf([]), effects: new Map() })
  })
  afterEach(() => w.close())

  const resolve = (...people: Identity[][]) => w.engine.store.inTenant(w.tenant, (tx) => resolveMembers(tx, people, 0))
  const members = () => w.query<{ id: MemberId; status: number }>('SELECT id, status FROM member ORDER BY id')

  it('makes an unknown person a visitor, once', async () => {
    const [first] = await resolve([user('u')])
    expect(await resolve([user('u')], [user('u')])).toEqual([first, first])
    expect(await members()).toEqual([{ id: first, status: 0 }])
  })

  it('links a user id to the visitor its device was', async () => {
    const [visitor] = await resolve([device('d')])
    expect(await resolve([user('u'), device('d')], [user('u')])).toEqual([visitor, visitor])
  })

  it('lets the first known identity decide, and leaves the others where they are', async () => {
    const [ann, bo] = await resolve([user('ann')], [device('bo')])
    expect(await resolve([user('ann'), device('bo')], [device('bo')])).toEqual([ann, bo])
  })

  it('takes a second user of one device for another person', async () => {
    const [ann, bo, device1] = await resolve([user('ann'), device('d')], [user('bo'), device('d')], [device('d')])
    expect(bo).not.toBe(ann)
    expect(device1).toBe(ann)
    expect((await resolve([user('cy'), device('d')]))[0]).not.toBe(ann)
  })

  it('makes one member for 64 clients who bring the same new identities at once, and leaves no orphan', async () => {
    const clients = Array.from({ length: 64 }, (_, i) =>
      i % 2 ? resolve([user('u'), device('d')]) : resolve([device('d'), user('u')], [user('u')]),
    )
    const found = new Set((await Promise.all(clients)).flat())
    expect(found.size).toBe(1)
    expect((await members()).map((m) => m.id)).toEqual([...found])
  })

  it('never waits in a ring when batches name the same people in different orders', async () => {
    const people = Array.from({ length: 50 }, (_, i) => [user(`u${i}`), device(`d${i}`)])
    const batches = await Promise.all(
      Array.from({ length: 10 }, (_, i) => resolve(...(i % 2 ? people : people.toReversed()))),
    )
    expect(batches.map((b, i) => (i % 2 ? b : b.toReversed()))).toEqual(batches.map(() => batches[1]))
    expect(await members()).toHaveLength(50)
  })

  it('merges attributes in order and removes those set to null', async () => {
    const member = await w.member({ city: '上海', age: 30, deep: { kept: null } })
    const rows = [{ age: null, plan: 'a' }, { plan: 'b' }].map((attributes) => ({ member, attributes }))
    await w.engine.store.inTenant(w.tenant, (tx) => setAttributes(tx, rows))
    const [row] = await w.query<{ attributes: object }>('SELECT attributes FROM member')
    expect(row?.attributes).toEqual({ city: '上海', plan: 'b', deep: { kept: null } })
  })

  it('replaces an address, takes it away, and never takes one from somebody else', async () => {
    const [ann, bo] = (await w.members([{}, {}])) as [MemberId, MemberId] // two were made
    const set = (member: MemberId, value: string | null) =>
      w.engine.store.inTenant(w.tenant, (tx) => setIdentities(tx, [{ member, namespace: 'email', value }]))
    const addresses = () => w.query("SELECT member_id AS m, value FROM identity WHERE namespace = 'email' ORDER BY 1")
    await set(ann, 'a@x.io')
    await set(ann, 'b@x.io')
    await set(bo, 'b@x.io')
    await set(bo, 'c@x.io')
    expect(await addresses()).toEqual([
      { m: ann, value: 'b@x.io' },
      { m: bo, value: 'c@x.io' },
    ])
    await set(ann, null)
    expect(await addresses()).toEqual([{ m: bo, value: 'c@x.io' }])
  })
})
