import { once } from 'node:events'
import { io } from 'socket.io-client'
import { beforeEach, describe, expect, it } from 'vitest'
import { id, type MemberId, type TenantId } from '../core/ids.ts'
import { tellTeam } from '../reach/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const url = await api.app.listen({ port: 0, host: '127.0.0.1' })
const [other] = await w.engine.store.acrossTenants((sql) =>
  sql.query<{ id: number }>("INSERT INTO tenant (key, name) VALUES ('other', 'Other') RETURNING id"),
)
const elsewhere = id<TenantId>(other?.id ?? 0)
const ann = await api.person('ann@x.io', 'operator')
const ben = await api.person('ben@x.io', 'operator')
const stranger = await api.person('eve@x.io', 'admin', elsewhere)

const member = id<MemberId>(7)
const told = (key: string, at: number, to: object = { roles: ['operator'] }, tenant = w.tenant) =>
  w.engine.store.inTenant(tenant, (tx) =>
    tellTeam(tx, { code: 'node-passed', params: { text: `notice ${key}` }, key, to, at, member }),
  )
const ask = async (cookie: string, query = '', ws = 't') =>
  (await api.app.inject({ url: `/api/w/${ws}/notices?language=en${query}`, headers: { cookie } })).json()
const read = async (cookie: string, payload: object) =>
  (await api.app.inject({ method: 'POST', url: '/api/w/t/notices/read', headers: { cookie }, payload })).json()
const titles = async (cookie: string) => (await ask(cookie)).notices.map((one: { title: string }) => one.title)

describe('notices', () => {
  beforeEach(() => w.query('DELETE FROM notice'))

  it('are listed newest first, to those they are for', async () => {
    await told('a', w.now)
    await told('b', w.now + 1, { people: [ann.id] })
    expect(await titles(ann.cookie)).toEqual(['notice b', 'notice a'])
    expect(await titles(ben.cookie)).toEqual(['notice a'])
    expect((await ask(ann.cookie)).notices[0]).toMatchObject({ read: false, member: '7', journey: null })
  })

  it('are nobody else’s, and no other workspace’s', async () => {
    await told('a', w.now, { people: [ann.id] })
    // A colleague's id in the wrong workspace means nobody: the admins there are told instead.
    await told('b', w.now, { people: [ann.id] }, elsewhere)
    expect(await titles(ann.cookie)).toEqual(['notice a'])
    expect(await titles(ben.cookie)).toEqual([])
    expect((await ask(stranger.cookie, '', 'other')).notices).toMatchObject([{ title: 'notice b' }])
    expect((await ask(stranger.cookie)).code).toBe('workspace-unknown')
  })

  it('are read one by one, or all, by each for themselves', async () => {
    for (const key of ['a', 'b', 'c']) await told(key, w.now)
    const [first] = (await ask(ann.cookie)).notices
    expect(await read(ann.cookie, { notices: [first.id] })).toEqual({ unread: 2 })
    expect(await read(ann.cookie, {})).toEqual({ unread: 0 })
    expect((await ask(ann.cookie)).notices.every((one: { read: boolean }) => one.read)).toBe(true)
    expect((await ask(ben.cookie)).unread).toBe(3)
  })

  it('come up again, unread, when they are told again', async () => {
    await told('a', w.now)
    await read(ann.cookie, {})
    await told('a', w.now + 1)
    const { notices, unread } = await ask(ann.cookie)
    expect(unread).toBe(1)
    expect(notices).toMatchObject([{ read: false, detail: expect.stringContaining('2 members') }])
  })

  it('come page by page', async () => {
    for (let i = 0; i < 60; i++) await told(`n${i}`, w.now + i)
    const first = await ask(ann.cookie)
    const rest = await ask(ann.cookie, `&before=${encodeURIComponent(first.next)}`)
    expect([first.notices.length, rest.notices.length, rest.next]).toEqual([50, 10, null])
    expect((await ask(ann.cookie, '&before=nowhere')).code).toBe('place-unknown')
  })

  it('are counted live for each person, and for nobody else', async () => {
    const extraHeaders = { cookie: ann.cookie, origin: url }
    const socket = io(url, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false })
    const heard = async () => (await once(socket as unknown as NodeJS.EventEmitter, 'notices'))[0] // it has `once` and `off` of an emitter
    try {
      await once(socket as unknown as NodeJS.EventEmitter, 'connect') // as above
      const first = heard()
      expect(await socket.emitWithAck('subscribe', { topic: 'notices', ws: 't', key: ann.id })).toEqual({})
      expect(await first).toEqual({ ws: 't', key: ann.id, unread: 0 })
      const next = heard()
      await told('a', w.now)
      expect(await next).toMatchObject({ unread: 1 })
      expect(await socket.emitWithAck('subscribe', { topic: 'notices', ws: 't', key: ben.id })).toEqual({
        code: 'not-allowed',
      })
    } finally {
      socket.disconnect()
    }
  })
})
