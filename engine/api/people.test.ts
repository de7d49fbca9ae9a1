import { describe, expect, it } from 'vitest'
import { makeOwner } from '../access/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const admin = await api.person('admin@x.io', 'admin')

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, cookie = admin.cookie) =>
  api.app.inject({ method, url: `/api/${path}`, headers: { cookie }, ...(payload ? { payload } : {}) })
const invite = async (email: string, role = 'operator') => {
  const answer = await ask('POST', 'w/t/invitations', { email, role })
  return { id: answer.json().id as string, token: String(answer.json().link).split('/').at(-1) ?? '' }
}
const accept = (token: string, password = 'a password of my own', name = 'New') =>
  ask('POST', 'invitations/accept', { token, name, password }, '')
const people = async (): Promise<string[]> =>
  (await ask('GET', 'w/t/people')).json().people.map((p: { email: string; role: string }) => `${p.email} ${p.role}`)
const audited = async (action: string) =>
  (await w.query<{ actor: string; detail: object }>('SELECT actor, detail FROM audit WHERE action = $1', [action])).at(
    -1,
  )

describe('an invitation', () => {
  it('brings somebody in by a link, with a password, once', async () => {
    const { token } = await invite('New@X.io')
    expect((await ask('POST', 'invitations/open', { token }, '')).json()).toEqual({
      ...{ workspace: { key: 't', name: 'Test' }, email: 'new@x.io', role: 'operator', known: false },
    })
    const answer = await accept(token)
    expect(answer.json()).toEqual({ workspace: 't' })
    const [cookie] = [answer.headers['set-cookie'] ?? ''].flat()
    const me = (await ask('GET', 'me', undefined, cookie)).json()
    expect([me.person.email, me.person.name, me.workspaces[0].role]).toEqual(['new@x.io', 'New', 'operator'])
    expect(await people()).toContain('new@x.io operator')
    expect((await accept(token)).json().code).toBe('invitation-accepted')
    expect((await ask('GET', 'w/t/invitations')).json()).toEqual({ invitations: [] })
  })

  it('is opened by nobody who has the table only', async () => {
    const { token } = await invite('hash@x.io')
    expect(JSON.stringify(await w.query('SELECT * FROM invitation'))).not.toContain(token)
  })

  it('asks somebody who is known already for the password there is', async () => {
    await api.person('known@x.io', null)
    const { token } = await invite('known@x.io', 'viewer')
    expect((await accept(token)).json().code).toBe('wrong-password')
    expect((await accept(token, 'a long password')).statusCode).toBe(200)
    expect(await people()).toContain('known@x.io viewer')
  })

  it('lets one in when it is accepted by many at once', async () => {
    const { token } = await invite('race@x.io')
    const answers = await Promise.all([accept(token), accept(token), accept(token)])
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
    expect(answers.map((answer) => answer.statusCode)).not.toContain(500)
  })

  it('says whom to ask when it has expired', async () => {
    const { token } = await invite('late@x.io')
    await w.query("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = 'late@x.io'")
    for (const answer of [await ask('POST', 'invitations/open', { token }, ''), await accept(token)]) {
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invitation-expired'])
      expect(answer.json().detail).toBe(
        'The invitation was open for 7 days and has expired: ask an admin of “Test” to invite you again.',
      )
    }
    const { invitations } = (await ask('GET', 'w/t/invitations')).json()
    expect(invitations.map((i: { email: string; expired: boolean }) => [i.email, i.expired])).toContainEqual([
      'late@x.io',
      true,
    ])
  })

  it('no longer opens once it was taken back, or made again', async () => {
    const first = await invite('twice@x.io')
    const second = await invite('twice@x.io')
    expect((await accept(first.token)).json().code).toBe('invitation-unknown')
    await ask('DELETE', `w/t/invitations/${second.id}`)
    expect((await accept(second.token)).json().code).toBe('invitation-unknown')
  })

  it('is not needed by somebody who came in another way meanwhile', async () => {
    const { token } = await invite('inside@x.io', 'viewer')
    await api.person('inside@x.io', 'operator')
    for (const answer of [await ask('POST', 'invitations/open', { token }, ''), await accept(token)]) {
      expect([answer.statusCode, answer.json()]).toMatchObject([
        400,
        { code: 'already-in', detail: 'inside@x.io works in “Test” already: sign in.' },
      ])
    }
    expect(await people()).toContain('inside@x.io operator')
  })

  it('is not made for somebody who works here', async () => {
    const answer = await ask('POST', 'w/t/invitations', { email: 'admin@x.io', role: 'viewer' })
    expect(answer.json().code).toBe('already-here')
  })
})

describe('people', () => {
  it('may do at once what a changed role says, and the audit says who changed it', async () => {
    const ben = await api.person('ben@x.io', 'viewer')
    expect((await ask('GET', 'w/t/keys', undefined, ben.cookie)).statusCode).toBe(403)
    await ask('PATCH', `w/t/people/${ben.id}`, { role: 'admin' })
    expect((await ask('GET', 'w/t/keys', undefined, ben.cookie)).statusCode).toBe(200)
    expect(await audited('person.role')).toEqual({
      actor: `person:${admin.id}`,
      detail: { before: 'viewer', role: 'admin' },
    })
    await ask('DELETE', `w/t/people/${ben.id}`)
    expect((await ask('GET', 'w/t/people', undefined, ben.cookie)).statusCode).toBe(404)
    expect((await audited('person.out'))?.actor).toBe(`person:${admin.id}`)
  })

  it('always have one admin among them, also when two leave at once', async () => {
    expect((await ask('PATCH', `w/t/people/${admin.id}`, { role: 'viewer' })).json().code).toBe('last-admin')
    expect((await ask('DELETE', `w/t/people/${admin.id}`)).json().code).toBe('last-admin')
    const other = await api.person('admin2@x.io', 'admin')
    const answers = await Promise.all([
      ask('PATCH', `w/t/people/${admin.id}`, { role: 'viewer' }),
      ask('PATCH', `w/t/people/${other.id}`, { role: 'viewer' }, other.cookie),
    ])
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 400])
    await w.query("UPDATE membership SET role = 'admin' WHERE person_id = $1", [admin.id])
  })
})

describe('API keys', () => {
  it('are made, seen once, listed and closed', async () => {
    const { key } = (await ask('POST', 'w/t/keys', { name: 'shop' })).json()
    const track = () =>
      api.app.inject({
        ...{ method: 'POST', url: '/v1/track', headers: { authorization: `Bearer ${key}` } },
        payload: { userId: 'u', event: 'order' },
      })
    expect((await track()).statusCode).toBe(200)
    const listed = await ask('GET', 'w/t/keys')
    expect(listed.body).not.toContain(key)
    const [shop] = listed.json().keys
    expect(shop).toMatchObject({ name: 'shop', scopes: ['write'] })
    expect((await ask('DELETE', `w/t/keys/${shop.id}`)).statusCode).toBe(200)
    expect((await track()).statusCode).toBe(401)
    expect((await ask('DELETE', `w/t/keys/${shop.id}`)).json().code).toBe('key-unknown')
    expect((await audited('key.revoked'))?.actor).toBe(`person:${admin.id}`)
  })
})

describe('the owner', () => {
  it('is not made where somebody is there, and else with an address and a password that can be', async () => {
    expect(await makeOwner(w.engine.store, api.signIn, {})).toBeUndefined()
    await w.asOwner('DELETE FROM auth."user"')
    const make = (email: string, password?: string) => makeOwner(w.engine.store, api.signIn, { email, password })
    await expect(make('nobody')).rejects.toMatchObject({ code: 'owner-email' })
    await expect(make('me@x.io', 'short')).rejects.toMatchObject({ code: 'owner-password' })
    const made = await make('Me@x.io')
    expect(made).toEqual({ email: 'me@x.io', password: expect.stringMatching(/^.{20}$/) })
    const cookie = await api.cookie('me@x.io', made?.password)
    expect((await ask('GET', 'me', undefined, cookie)).json().workspaces).toMatchObject([{ key: 't', role: 'admin' }])
  })
})
