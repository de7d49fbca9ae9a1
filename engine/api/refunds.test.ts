import { describe, expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [admin, viewer] = [await api.person('admin@x.io', 'admin'), await api.person('viewer@x.io', 'viewer')]

const ask = (method: 'GET' | 'PUT', payload?: object, cookie = admin.cookie) =>
  api.app.inject({ ...{ method, url: '/api/w/t/refund-rules', headers: { cookie } }, ...(payload ? { payload } : {}) })
const STANDARD = { events: ['order refunded', 'Order Refunded'], belowZero: [] }

describe('what is a refund', () => {
  it('is told, said anew by an admin, audited, and set back', async () => {
    expect((await ask('GET', undefined, viewer.cookie)).json()).toEqual(STANDARD)
    const own = { events: ['returned'], amount: 'event.sum', belowZero: ['spendable'] }
    expect((await ask('PUT', own)).json()).toEqual(own)
    expect((await ask('GET')).json()).toEqual(own)
    expect((await ask('PUT', {})).json()).toEqual(STANDARD)
    expect(await w.query("SELECT detail FROM audit WHERE action = 'refunds.save' ORDER BY id")).toEqual([
      ...[{ detail: own }, { detail: STANDARD }],
    ])
  })

  it('is refused where nothing could be read by it, or somebody else asks', async () => {
    expect((await ask('PUT', { events: [] })).statusCode).toBe(400)
    expect((await ask('PUT', { amount: 'sum' })).body).toContain('event.<')
    expect((await ask('PUT', {}, viewer.cookie)).statusCode).toBe(403)
    expect((await ask('GET')).json()).toEqual(STANDARD)
  })
})
