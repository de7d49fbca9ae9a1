import Fastify from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { PERMISSIONS, type Permission, ROLES, type Role } from '../access/face.ts'
import { id, type TenantId } from '../core/ids.ts'
import { PASSWORD, type TestApi } from '../testing/api.ts'
import { ownApi } from '../testing/own-api.ts'
import { guard } from './guard.ts'

type Caller = Role | 'a member of another workspace' | 'nobody'
const CALLERS: readonly Caller[] = [...ROLES, 'a member of another workspace', 'nobody']

const { w, api } = await ownApi()
const cookies = new Map<Caller, string>()

beforeAll(async () => {
  const [other] = await w.engine.store.acrossTenants((sql) =>
    sql.query<{ id: number }>("INSERT INTO tenant (key, name) VALUES ('other', 'Other') RETURNING id"),
  )
  const elsewhere = id<TenantId>(other?.id ?? 0)
  for (const role of ROLES) cookies.set(role, (await api.person(`${role}@x.io`, role)).cookie)
  cookies.set('a member of another workspace', (await api.person('other@x.io', 'admin', elsewhere)).cookie)
})

const REFUSALS = ['signed-out', 'workspace-unknown', 'not-allowed', 'foreign-origin']

/** What the guard says to a caller, before anything else is looked at; `let in` where it says nothing. */
const answerTo = async (method: TestApi['routes'][number]['method'], url: string, caller: Caller): Promise<string> => {
  const cookie = cookies.get(caller)
  const address = url.replace(':ws', 't').replace(/:\w+/g, '1')
  const answer = await api.app.inject({
    ...{ method, url: address, headers: cookie ? { cookie } : {} },
    ...(method === 'GET' ? {} : { payload: {} }),
  })
  const { code } = answer.headers['content-type']?.toString().includes('json') ? answer.json() : { code: undefined }
  return REFUSALS.includes(code) ? code : 'let in'
}

const wanted = (asks: Permission | 'signed-in' | 'nobody', caller: Caller): string => {
  if (asks === 'nobody') return 'let in'
  if (caller === 'nobody') return 'signed-out'
  if (asks === 'signed-in') return 'let in'
  if (caller === 'a member of another workspace') return 'workspace-unknown'
  return ROLES.indexOf(caller) >= ROLES.indexOf(PERMISSIONS[asks]) ? 'let in' : 'not-allowed'
}

describe('who may do what', () => {
  it('is answered alike on every route, for every role, for strangers and for nobody', async () => {
    const guarded = api.routes.filter(({ url, method }) => url.startsWith('/api/') && method !== 'HEAD')
    expect(guarded.length).toBeGreaterThan(10)
    const wrong: string[] = []
    for (const { method, url, asks } of guarded) {
      if (asks === undefined) throw new Error(`${url} asks for nothing`)
      // With a cookie these would end the session that comes after.
      for (const caller of asks === 'nobody' ? (['nobody'] as const) : CALLERS) {
        const answer = await answerTo(method, url, caller)
        if (answer !== wanted(asks, caller)) wrong.push(`${method} ${url} to ${caller}: ${answer}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows a workspace that is not there as one of others', async () => {
    const ask = (ws: string) =>
      api.app.inject({ url: `/api/w/${ws}/people`, headers: { cookie: cookies.get('a member of another workspace') } })
    const [there, nowhere] = await Promise.all([ask('t'), ask('nowhere')])
    expect([there.statusCode, there.json().code]).toEqual([nowhere.statusCode, nowhere.json().code])
  })

  it.each([
    ['says nothing', '/api/x', {}, /\/api\/x does not say what it asks/],
    [
      'asks for a permission outside a workspace',
      '/api/x',
      { asks: 'people.read' },
      /permissions are given in a workspace/,
    ],
    ['lets everybody into a workspace', '/api/w/:ws/x', { asks: 'signed-in' }, /permissions are given in a workspace/],
  ] as const)('lets no server start with a route that %s', async (_, url, config, message) => {
    const app = Fastify()
    guard(app, w.engine, api.signIn)
    app.register(async (inside) => void inside.get(url, { config }, () => 'open'))
    await expect(app.ready()).rejects.toThrow(message)
  })
})

describe('a page of another address', () => {
  const change = (origin: string | undefined, cookie = cookies.get('admin')) =>
    api.app.inject({
      method: 'POST',
      url: '/api/w/t/keys',
      headers: { host: 'here.io', cookie, ...(origin === undefined ? {} : { origin }) },
      payload: { name: 'x' },
    })

  it('cannot act for who is signed in here', async () => {
    for (const origin of ['https://evil.io', 'null', 'http://here.io.evil.io']) {
      expect((await change(origin)).json().code).toBe('foreign-origin')
    }
    expect((await change('http://here.io')).statusCode).toBe(200)
    expect((await change(undefined)).statusCode).toBe(200)
  })

  it('cannot sign anybody in', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'https://evil.io' },
      payload: { email: 'admin@x.io', password: PASSWORD },
    })
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined])
  })
})
