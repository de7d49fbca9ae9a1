import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { SendingRules } from '../core/sending/rules.ts'
import { saveSendingRules } from '../reach/face.ts'
import { insist } from '../store/insist.ts'
import { openStore } from '../store/store.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'
import { engineOf } from './engine.ts'

const HOUR = 3_600_000
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const note = (id: string, more: object = {}) => node(id, 'send-inbox', { title: 'Hi', body: 'there', ...more })
const journey = (key: string, notes: readonly object[], settings: object = {}) => {
  const nodes = [node('start', 'trigger-event', { events: [{ event: 'hello' }] }), ...notes] as { id: string }[]
  return {
    ...{ schema: 1, key, name: key, settings: { zone: 'UTC', shards: 1, ...settings }, nodes },
    edges: nodes.slice(1).map(({ id }, i) => ({ from: nodes[i]?.id, outcome: i === 0 ? 'next' : 'sent', to: id })),
  }
}
const own = (of: string, most: number, per = 'day') => ({ caps: { kind: 'own', list: [{ of, most, per }] } })

describe('caps', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const setRules = (rules: object) =>
    w.engine.store.inTenant(w.tenant, (tx) => saveSendingRules(tx, SendingRules.parse(rules), 'test'))
  const sent = () =>
    w.query<{ member_id: number; n: number }>('SELECT member_id, count(*)::int AS n FROM message GROUP BY 1 ORDER BY 1')
  const came = async (member: Parameters<TestWorkspace['post']>[0]) => {
    await w.post(member, 'hello')
    await w.drain()
  }

  it('of the workspace are never gone over, however many journeys advance a member at once', async () => {
    await setRules({ caps: [{ of: 'company', most: 3, per: 'day' }] })
    const published = []
    for (let n = 0; n < 8; n++) published.push(await w.publish(journey(`j${n}`, [note('a'), note('b')])))
    const members = await w.members(Array.from({ length: 20 }, () => ({})))
    for (const member of members) await w.post(member, 'hello')
    const store = openStore(w.url, { connections: 1, advancers: 8 })
    const engine = engineOf(store, registry, effects)
    try {
      await Promise.all(
        published.map(async ({ journey: id }) => {
          for (let moved = 1; moved > 0; )
            moved = (
              await insist(() => advance(engine, w.tenant, [{ tenant: w.tenant, journey: id, shard: 0 }], { most: 3 }))
            ).members
        }),
      )
    } finally {
      await store.close()
    }
    expect((await w.states()).completed).toBe(160)
    expect((await sent()).map(({ n }) => n)).toEqual(members.map(() => 3))
  })

  it('say in the trace what stopped a message, and let one through as the window slides on', async () => {
    await w.publish(journey('j', [note('a')], { ...own('journey', 1), reentry: { rule: 'any-time' } }))
    const member = await w.member({})
    await came(member)
    await came(member)
    await w.wind(w.now + 24 * HOUR)
    await came(member)
    expect(await w.paths()).toEqual({ [member]: 'start:next a:sent | start:next a:blocked | start:next a:sent' })
    const [, blocked] = await w.query<{ facts: object }>('SELECT facts FROM trace ORDER BY enrolment_id, visit')
    expect(blocked?.facts).toEqual({ '1': { reason: 'cap', of: 'journey', most: 1, per: 'day' } })
  })

  it('do not count transactional messages, nor those that failed; a journey may have its own or none', async () => {
    await setRules({ caps: [{ of: 'inbox', most: 1, per: 'week' }] })
    const member = await w.member({})
    await w.publish(
      journey('codes', [note('a', { purpose: 'transactional' }), note('b', { purpose: 'transactional' })]),
    )
    await w.publish(journey('failing', [note('a')]))
    await came(member)
    expect(await sent()).toEqual([{ member_id: member, n: 3 }])
    await w.query("UPDATE message SET state = 8 WHERE purpose = 'marketing'")
    await w.publish(journey('again', [note('a')]))
    await w.publish(journey('free', [note('a'), note('b')], { caps: { kind: 'off' } }))
    await came(member)
    const paths = (await w.paths())[member]
    expect(paths).toBe('start:next a:sent b:sent | start:next a:sent | start:next a:sent | start:next a:sent b:sent')
  })
})
