import { describe, expect, it } from 'vitest'
import { loadSendingRules } from '../reach/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [admin, operator] = [await api.person('admin@x.io', 'admin'), await api.person('operator@x.io', 'operator')]

const ask = (method: 'GET' | 'PUT', payload?: object, cookie = admin.cookie) =>
  api.app.inject({ method, url: '/api/w/t/sending-rules', headers: { cookie }, ...(payload ? { payload } : {}) })
const night = { hours: { from: '22:00', to: '09:00' }, weekdays: [], days: 'any', meanwhile: 'hold' }

describe('sending rules', () => {
  it('are none at first, and are put in place of those there were, audited', async () => {
    expect((await ask('GET', undefined, operator.cookie)).json()).toEqual({ caps: [] })
    const caps = [{ of: 'company', most: 3, per: 'week' }]
    const rules = { quietHours: night, caps }
    expect((await ask('PUT', { quietHours: { hours: night.hours }, caps })).json()).toEqual(rules)
    expect(await w.engine.store.inTenant(w.tenant, loadSendingRules)).toEqual(rules)
    expect((await ask('PUT', {})).json()).toEqual({ caps: [] })
    expect((await ask('GET')).json()).toEqual({ caps: [] })
    const audit = await w.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit WHERE action = 'sending-rules.save'",
    )
    expect(audit).toEqual([{ n: 2 }])
  })

  it('are refused with what is wrong, and written by admins only', async () => {
    const refused = await ask('PUT', { quietHours: { hours: { from: '09:00', to: '09:00' } } })
    expect([refused.statusCode, refused.json().errors]).toEqual([
      400,
      [{ pointer: '/quietHours/hours', detail: 'from and to are the same time' }],
    ])
    expect((await ask('PUT', {}, operator.cookie)).json().code).toBe('not-allowed')
  })
})
