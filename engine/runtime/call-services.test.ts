import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { type SendMessage, saveConnection } from '../reach/face.ts'
import { type FakeService, startFakeService } from '../testing/fake-service.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { deliverBatch } from './deliver.ts'

const SECOND = 1_000
const ENDS = ['gold', 'other', 'rejected', 'failed']
const journey = {
  ...{ schema: 1, key: 'ask', name: 'ask' },
  nodes: [
    { id: 'start', type: 'trigger-event', settings: { events: [{ event: 'order' }] } },
    {
      id: 'ask',
      type: 'call-service',
      settings: {
        ...{
          connection: 'crm',
          path: '/members/{{event.card}}',
          data: [{ name: 'amount', value: '{{event.amount}}' }],
        },
        answers: [
          { from: 'score', as: 'score', type: 'number' },
          { from: 'tier.name', as: 'tier', type: 'text' },
        ],
      },
    },
    { id: 'is', type: 'attribute-check', settings: { rule: { field: 'event.tier', op: 'eq', value: 'gold' } } },
    ...ENDS.map((id) => ({ id, type: 'end', settings: {} })),
  ].map((node) => ({ version: 1, name: node.id, ...node })),
  edges: [
    ['start', 'next', 'ask'],
    ['ask', 'done', 'is'],
    ['ask', 'rejected', 'rejected'],
    ['ask', 'failed', 'failed'],
    ['is', 'yes', 'gold'],
    ['is', 'no', 'other'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
}

describe('a service that a journey calls', () => {
  let w: TestWorkspace
  let service: FakeService
  let secret = ''
  let account = 0
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    service = await startFakeService()
    const crm = { key: 'crm', name: 'CRM', url: service.url, timeoutSeconds: 2, headers: { authorization: 'Bearer x' } }
    const saved = await w.engine.store.withDb(w.tenant, (tx) => saveConnection(tx, w.engine.senders.box, crm, 'test'))
    secret = saved.secret ?? ''
    const [row] = await w.query<{ id: number }>('SELECT id FROM account')
    account = row?.id ?? 0
    await w.publish(journey)
    ann = await w.member({})
  })
  afterEach(async () => {
    w.engine.senders.close()
    await w.close()
    await service.stop()
  })

  const lane = () => ({ tenant: w.tenant, account })
  const own = () => w.engine.store.inTenant(w.tenant, (tx) => w.engine.senders.of(tx, account))
  const deliver = async (send?: SendMessage) => {
    const { sleepMs } = await deliverBatch(w.engine, lane(), send ?? (await own()))
    await w.drain()
    return sleepMs
  }
  const order = async () => {
    await w.post(ann, 'order', { card: 'A 7', amount: 5 })
    await w.drain()
  }
  const calls = async () =>
    (await w.query<{ state: number; reason: string | null; attempts: number }>('SELECT * FROM message')).map(
      (row) => `${MESSAGE_STATES[row.state]} ${row.reason ?? '-'} ${row.attempts}`,
    )
  const way = async () => (await w.paths())[ann]

  it('is called once, signed, and its answer is known to what comes after', async () => {
    await order()
    expect(await deliver()).toBeNull()
    expect(service.calls).toMatchObject([
      { path: '/members/A%207', body: { amount: 5 }, headers: { authorization: 'Bearer x' } },
    ])
    expect(service.calls[0]?.isSignedBy(secret)).toBe(true)
    expect(await calls()).toEqual(['accepted - 1'])
    expect(await way()).toBe('start:next ask:done is:yes gold:ended')
    expect(await w.query('SELECT data FROM enrolment')).toEqual([
      { data: { card: 'A 7', amount: 5, score: 7, tier: 'gold' } },
    ])
  })

  it('leaves what it does not answer as missing, whatever was there before', async () => {
    service.answer = (response) => void response.end('no JSON')
    await w.post(ann, 'order', { card: 'x', tier: 'gold' })
    await w.drain()
    await deliver()
    expect(await way()).toBe('start:next ask:done is:no other:ended')
  })

  it('says no: the member leaves as rejected, with the status', async () => {
    service.answer = (response) => void response.writeHead(404).end()
    await order()
    await deliver()
    expect(await calls()).toEqual(['failed http-404 1'])
    expect(await way()).toBe('start:next ask:rejected rejected:ended')
  })

  it('is called again under the same id while it is out of order, as late as it asks, until it is given up', async () => {
    service.answer = (response) => void response.writeHead(503, { 'retry-after': '7' }).end()
    await order()
    expect(await deliver()).toBe(7 * SECOND)
    for (let i = 0; i < 4; i++) {
      await w.windOnly(w.now + 7 * SECOND)
      await deliver()
    }
    expect(await calls()).toEqual(['failed http-503 5'])
    expect(service.calls).toHaveLength(5)
    expect(new Set(service.calls.map((call) => call.id)).size).toBe(1)
    expect(await way()).toBe('start:next ask:failed failed:ended')
  })

  it.each([
    ['hangs', () => {}, 'timeout'],
    ['cuts the connection', (response) => void response.destroy(), 'net-econnreset'],
    ['redirects', (response) => void response.writeHead(302, { location: 'http://127.0.0.1/' }).end(), 'http-302'],
    ['says too much', (response) => void response.end('x'.repeat(70_000)), 'answer-too-long'],
  ] satisfies [string, FakeService['answer'], string][])(
    'is not waited for or followed where it %s',
    async (_, answer, reason) => {
      service.answer = answer
      await order()
      await deliver()
      expect((await calls())[0]).toContain(reason)
      expect(service.calls).toHaveLength(1)
    },
  )

  it.each([true, false])(
    'is called again after a crash, under the same id: it took the call before: %s',
    async (took) => {
      await order()
      const send = await own()
      await new Promise<void>((begun) => {
        void deliver(async (message) => {
          if (took) await send(message)
          begun()
          return new Promise(() => {})
        })
      })
      expect(await calls()).toEqual(['sending - 1'])
      expect(await deliver()).toBe(60 * SECOND)
      await w.windOnly(w.now + 60 * SECOND)
      await deliver()
      expect(await calls()).toEqual(['accepted - 2'])
      expect(service.calls).toHaveLength(took ? 2 : 1)
      expect(new Set(service.calls.map((call) => call.id)).size).toBe(1)
      expect(await way()).toBe('start:next ask:done is:yes gold:ended')
    },
  )

  it('is not called while its journey is paused, and not at all once it is stopped', async () => {
    await order()
    await w.control('ask', 'pause')
    await deliver()
    expect(service.calls).toEqual([])
    await w.control('ask', 'resume')
    await w.control('ask', 'stop')
    await w.drain()
    await deliver()
    expect(service.calls).toEqual([])
    expect(await calls()).toEqual(['blocked journey-stopped 0'])
  })

  it('is called as fast as its pace says, and is looked at again at once where that becomes another', async () => {
    const keep = (pace: { calls: number; per: 'minute' } | null) =>
      w.engine.store.withDb(w.tenant, (tx) =>
        saveConnection(
          tx,
          w.engine.senders.box,
          { key: 'crm', name: 'CRM', url: service.url, timeoutSeconds: 2, pace },
          'test',
        ),
      )
    await keep({ calls: 2, per: 'minute' })
    for (let i = 0; i < 3; i++) await w.post(await w.member({}), 'order', { card: 'x' })
    await w.drain()
    expect(await deliver()).toBe(30 * SECOND)
    expect(service.calls).toHaveLength(1)
    expect(await w.query('SELECT FROM poke WHERE kind = 1')).toEqual([])
    await keep(null)
    expect(await w.query('SELECT owner FROM poke WHERE kind = 1')).toEqual([{ owner: account }])
    expect(await deliver()).toBeNull()
    expect(service.calls).toHaveLength(3)
  })

  it('needs nobody’s consent, and counts for no cap', async () => {
    await w.query(
      `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
       VALUES ($1, $2, 'email', 'marketing', false, 'test', now())`,
      [w.tenant, ann],
    )
    await order()
    await deliver()
    expect(await calls()).toEqual(['accepted - 1'])
  })

  it('is reached at no private address that the installation does not allow', async () => {
    await w.query('UPDATE account SET settings = settings || \'{"url": "http://[::ffff:10.0.0.1]"}\'')
    await order()
    await deliver()
    expect(await calls()).toEqual(['failed address-refused 1'])
    expect(await way()).toBe('start:next ask:failed failed:ended')
  })
})
