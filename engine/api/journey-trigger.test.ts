import { describe, expect, it } from 'vitest'
import { issueApiKey } from '../members/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const key = await w.engine.store.inTenant(w.tenant, (tx) => issueApiKey(tx, 'test', ['write'], 'test'))

const call = async (journey: string, payload: object, authorization = `Bearer ${key}`) => {
  const url = `/v1/journeys/${journey}/trigger`
  const answer = await api.app.inject({ method: 'POST', url, payload, headers: { authorization } })
  return [answer.statusCode, answer.json()]
}
const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })

describe('calling a journey', () => {
  it('lets a member in with data, once for an idempotency key, and says why not otherwise', async () => {
    await w.publish({
      ...{ schema: 1, key: 'welcome', name: 'welcome', settings: { zone: 'UTC' } },
      nodes: [
        node('called', 'trigger-api', { member: { field: 'member.closed', op: 'empty' } }),
        node('note', 'set-attribute', { kind: 'event', attribute: 'plan', of: 'event.plan' }),
        node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
      ],
      edges: [
        { from: 'called', outcome: 'next', to: 'note' },
        { from: 'note', outcome: 'next', to: 'wait' },
      ],
    })
    const first = { userId: 'u', data: { plan: 'gold' }, idempotencyKey: 'k1' }
    expect(await call('welcome', first)).toEqual([200, { taken: true }])
    expect(await call('welcome', first)).toEqual([200, { taken: false, reason: 'repeated' }])
    expect(await call('welcome', { userId: 'u' })).toEqual([200, { taken: false, reason: 'already-entered' }])
    await w.drain()
    expect(await w.query('SELECT attributes FROM member')).toEqual([{ attributes: { plan: 'gold' } }])
    await w.query('UPDATE member SET attributes = attributes || \'{"closed": true}\'')
    expect(await call('welcome', { userId: 'u' })).toEqual([200, { taken: false, reason: 'member-filter' }])
    expect(await w.states()).toEqual({ live: 1 })
  })

  it.each([
    ['nowhere', { userId: 'u' }, 404, 'journey-takes-no-calls'],
    ['welcome', { data: {} }, 400, 'invalid-request'],
    ['welcome', { userId: 'u', properties: {} }, 400, 'invalid-request'],
  ])('refuses a call of %s with %j', async (journey, body, status, code) => {
    expect(await call(journey, body)).toMatchObject([status, { code }])
  })

  it('asks for a key', async () => expect(await call('welcome', { userId: 'u' }, 'Bearer x')).toMatchObject([401, {}]))

  it('cannot be gone round by an event of that name', async () => {
    const payload = { userId: 'u', event: 'journey called/welcome' }
    const answer = await api.app.inject({
      ...{ method: 'POST', url: '/v1/track', payload },
      headers: { authorization: `Bearer ${key}` },
    })
    expect(answer.statusCode).toBe(400)
  })
})
