import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const url = await api.app.listen({ port: 0, host: '127.0.0.1' })
let count = 0
api.app.live.offer({
  name: 'toy',
  asks: 'members.read',
  first: async (_, key) => (key === 'there' ? { count } : undefined),
})
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

/** A browser's connection; from a page of `origin`, this server's unless told otherwise. */
function connect(cookie: string, origin = url): Socket {
  const extraHeaders = { cookie, origin }
  const socket = io(url, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false })
  sockets.push(socket)
  return socket
}
const heard = async (socket: Socket, event: string): Promise<unknown> => {
  const [message] = await once(socket as unknown as NodeJS.EventEmitter, event) // it has `once` and `off` of an emitter
  return message
}
const outcome = (socket: Socket) =>
  Promise.race([heard(socket, 'connect').then(() => 'in'), heard(socket, 'connect_error').then(() => 'out')])
const subscribe = (socket: Socket, key = 'there', ws = 't', topic = 'toy') =>
  socket.emitWithAck('subscribe', { topic, ws, key })
const told = () => {
  for (const watched of api.app.live.watched('toy')) api.app.live.tell(watched, { count })
}

describe('what is watched', () => {
  it('comes at once and whenever it is told, to whoever watches it', async () => {
    const { cookie } = await api.person('ann@x.io', 'analyst')
    const socket = connect(cookie)
    const first = heard(socket, 'toy')
    expect(await subscribe(socket)).toEqual({})
    expect(await first).toEqual({ ws: 't', key: 'there', count: 0 })
    count = 7
    const next = heard(socket, 'toy')
    told()
    expect(await next).toEqual({ ws: 't', key: 'there', count: 7 })
    socket.disconnect()
    await expect.poll(() => api.app.live.watched('toy')).toEqual([])
  })

  it('is kept from who may not see it, from strangers, and is not what is not there', async () => {
    const viewer = connect((await api.person('vic@x.io', 'viewer')).cookie)
    const stranger = connect((await api.person('str@x.io', null)).cookie)
    const analyst = connect((await api.person('ana@x.io', 'analyst')).cookie)
    expect(await subscribe(viewer)).toEqual({ code: 'not-allowed' })
    expect(await subscribe(stranger)).toEqual({ code: 'not-allowed' })
    expect(await subscribe(analyst, 'elsewhere')).toEqual({ code: 'not-found' })
    expect(await subscribe(analyst, 'there', 't', 'nothing')).toEqual({ code: 'not-found' })
    expect(await analyst.emitWithAck('subscribe', { topic: 7 })).toEqual({ code: 'invalid-request' })
    expect(api.app.live.watched('toy')).toEqual([])
  })

  it('ends for who is taken out, and for who has signed out', async () => {
    const ben = await api.person('ben@x.io', 'analyst')
    const cat = await api.person('cat@x.io', 'analyst')
    const [bens, cats] = [connect(ben.cookie), connect(cat.cookie)]
    expect([await subscribe(bens), await subscribe(cats)]).toEqual([{}, {}])
    await w.query('DELETE FROM membership WHERE person_id = $1', [ben.id])
    await api.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie: cat.cookie } })
    const [left, gone] = [heard(bens, 'left'), heard(cats, 'disconnect')]
    await api.app.live.recheck()
    expect(await left).toEqual({ topic: 'toy', ws: 't', key: 'there' })
    expect(await gone).toBe('io server disconnect')
    expect(bens.connected).toBe(true)
    expect(api.app.live.watched('toy')).toEqual([])
  })
})

describe('a connection', () => {
  it('takes a session and a page of this very address', async () => {
    const { cookie } = await api.person('eve@x.io', 'admin')
    expect(await outcome(connect(cookie))).toBe('in')
    expect(await outcome(connect(''))).toBe('out')
    expect(await outcome(connect('waymark.session_token=made.up'))).toBe('out')
    expect(await outcome(connect(cookie, 'https://evil.io'))).toBe('out')
  })
})
