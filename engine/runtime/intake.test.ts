import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registryOf } from '../core/journey/node.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { Intake } from './intake.ts'
import type { Told } from './take-in.ts'

describe('the intake', () => {
  let w: TestWorkspace
  let intake: Intake
  beforeEach(async () => {
    w = await testWorkspace({ registry: registryOf([]), effects: new Map() })
    intake = new Intake(w.engine)
  })
  afterEach(() => w.close())

  const order = (user: string, messageId: string): Told => ({
    person: [{ namespace: 'user', value: user }],
    event: { name: 'order', properties: {} },
    messageId,
  })
  const count = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM event'))[0]?.n

  it('answers each request for itself, however many share a transaction', async () => {
    const requests = Array.from({ length: 300 }, (_, i) => [order(`u${i % 40}`, `m${i}`), order('shared', 'the same')])
    const taken = await Promise.all(requests.map((batch) => intake.take(w.tenant, batch)))
    expect(taken.reduce((sum, t) => sum + t.stored, 0)).toBe(301)
    expect(taken.reduce((sum, t) => sum + t.repeated, 0)).toBe(299)
    expect(taken.every((t) => t.stored + t.repeated === 2)).toBe(true)
    expect(await count()).toBe(301)
  })

  it('lets a request that cannot be stored fail alone', async () => {
    const poison: Told = { ...order('bad', 'm0'), event: { name: 'order', properties: { text: '\0' } } }
    const taken = await Promise.allSettled(
      [[order('a', 'm1')], [order('b', 'm2'), poison], [order('c', 'm3')]].map((batch) => intake.take(w.tenant, batch)),
    )
    expect(taken.map((t) => t.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await count()).toBe(2)
  })

  it('stores each of 200 events with repeated ids, shuffled and sent by many clients, once', async () => {
    const ids = Array.from({ length: 200 }, (_, i) => `m${((i * 67) % 200) % 70}`)
    const taken = await Promise.all(ids.map((id, i) => intake.take(w.tenant, [order(`u${i % 9}`, id)])))
    expect(taken.filter((t) => t.stored === 1)).toHaveLength(70)
    expect(await count()).toBe(70)
  })
})
