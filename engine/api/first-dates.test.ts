import { describe, expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [admin, viewer] = [await api.person('admin@x.io', 'admin'), await api.person('viewer@x.io', 'viewer')]

const ask = (method: 'GET' | 'PUT', payload?: object, cookie = admin.cookie) =>
  api.app.inject({ ...{ method, url: '/api/w/t/first-dates', headers: { cookie } }, ...(payload ? { payload } : {}) })

describe('first dates', () => {
  it('are told, said anew by an admin, and audited', async () => {
    expect((await ask('GET', undefined, viewer.cookie)).json()).toEqual({ dates: [] })
    const dates = [
      { attribute: 'firstPurchase', events: ['order completed', 'Order Completed'] },
      { attribute: 'firstVisit', events: ['visited'] },
    ]
    expect((await ask('PUT', { dates })).json()).toEqual({ dates })
    expect((await ask('PUT', { dates: dates.slice(0, 1) })).json()).toEqual({ dates: dates.slice(0, 1) })
    expect(await w.query("SELECT detail FROM audit WHERE action = 'first-dates.save' ORDER BY id")).toEqual([
      { detail: dates },
      { detail: dates.slice(0, 1) },
    ])
  })

  it.each([
    ['an address', { attribute: 'email', events: ['x'] }, 'e-mail addresses'],
    ['a name with a dot', { attribute: 'a.b', events: ['x'] }, 'without a dot'],
    ['no event', { attribute: 'first', events: [] }, 'events'],
  ])('are refused for %s', async (_, date, said) => {
    const answer = await ask('PUT', { dates: [date] })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain(said)
  })

  it('are refused where an attribute is there twice, and to who is no admin', async () => {
    const date = { attribute: 'first', events: ['x'] }
    expect((await ask('PUT', { dates: [date, date] })).body).toContain('twice')
    expect((await ask('PUT', { dates: [date] }, viewer.cookie)).statusCode).toBe(403)
  })
})
