import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openSignIn } from '../access/face.ts'
import { PASSWORD, type TestApi, testApi } from '../testing/api.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
await api.person('ann@x.io', 'viewer')

const post = (path: string, payload: object = {}, cookie = '') =>
  api.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload, headers: { cookie } })
const signIn = (email: string, password = PASSWORD) => post('sign-in/email', { email, password })
const me = (cookie: string) => api.app.inject({ url: '/api/me', headers: { cookie } })

describe('signing in', () => {
  it('says who one is and where one works', async () => {
    const cookie = await api.cookie(' Ann@X.io ')
    expect((await me(cookie)).json()).toEqual({
      person: { id: expect.any(String), email: 'ann@x.io', name: 'ann' },
      workspaces: [{ key: 't', name: 'Test', zone: 'UTC', role: 'viewer' }],
    })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const [wrong, unknown] = await Promise.all([signIn('ann@x.io', 'not this one'), signIn('nobody@x.io')])
    expect(wrong.json()).toEqual(unknown.json())
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'wrong-password'])
  })

  it('keeps the cookie from scripts and from other sites, and on TLS from the open net', async () => {
    const [cookie] = [(await signIn('ann@x.io')).headers['set-cookie'] ?? ''].flat()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/)
    const secret = 'x'.repeat(32)
    const tls = openSignIn(w.engine.store, { secret, publicUrl: 'https://waymark.example.com' })
    const answer = await tls.handle(
      new Request('https://waymark.example.com/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'ann@x.io', password: PASSWORD }),
      }),
    )
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-waymark.*Secure/)
    await tls.close()
  })

  it('ends at once when one signs out, also for a copy of the cookie', async () => {
    const cookie = await api.cookie('ann@x.io')
    await api.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } }) // without a body, as browsers do
    expect((await me(cookie)).json().code).toBe('signed-out')
  })

  it('ends everywhere else when one asks for it, or changes the password', async () => {
    await api.person('bob@x.io', 'viewer')
    const [here, there] = [await api.cookie('bob@x.io'), await api.cookie('bob@x.io')]
    await post('revoke-other-sessions', {}, here)
    expect([(await me(here)).statusCode, (await me(there)).statusCode]).toEqual([200, 401])
    const elsewhere = await api.cookie('bob@x.io')
    const change = (currentPassword: string) =>
      post('change-password', { currentPassword, newPassword: 'another long one' }, here)
    expect((await change('not this one')).json().code).toBe('wrong-password')
    expect((await change(PASSWORD)).statusCode).toBe(200)
    expect((await me(elsewhere)).statusCode).toBe(401)
    expect((await signIn('bob@x.io', 'another long one')).statusCode).toBe(200)
  })

  it('refuses a cookie that was tampered with', async () => {
    const cookie = await api.cookie('ann@x.io')
    expect((await me(cookie.replace(/.{4}$/, 'AAAA'))).statusCode).toBe(401)
  })

  it('opens no other path of the library', async () => {
    for (const path of ['sign-up/email', 'update-user', 'change-email', 'delete-user', 'request-password-reset']) {
      expect((await post(path)).statusCode).toBe(404)
    }
  })
})

describe('guessing', () => {
  it('is stopped for one account wherever it comes from, and not for others', async () => {
    await api.person('eve@x.io', 'viewer')
    for (let i = 0; i < 10; i++) expect((await signIn('eve@x.io', `guess ${i}`)).statusCode).toBe(401)
    const answer = await signIn('eve@x.io')
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'too-many-requests'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800)
    expect((await signIn('ann@x.io')).statusCode).toBe(200)
  })

  const guesses = async (of: Pick<TestApi, 'app'>, email: string, many: number): Promise<number[]> => {
    const payload = { email, password: 'not this one' }
    const one = () => of.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload })
    return (await Promise.all(Array.from({ length: many }, one))).map(({ statusCode }) => statusCode).sort()
  }

  it('is stopped whatever server it asks, also all at once, and of nobody too', async () => {
    const other = await testApi(w)
    expect(await guesses(api, 'guessed@x.io', 6)).toEqual(new Array(6).fill(401))
    expect(await guesses(other, 'guessed@x.io', 6)).toEqual([401, 401, 401, 401, 429, 429])
    expect(await guesses(api, 'guessed@x.io', 1)).toEqual([429])
    await other.close()
  })

  it('may go on after a quarter of an hour, or once somebody has been given a password', async () => {
    await api.person('flo@x.io', 'viewer')
    await guesses(api, 'flo@x.io', 11)
    expect((await signIn('flo@x.io')).statusCode).toBe(429)
    await w.asOwner("UPDATE auth.failed_sign_in SET until = now() WHERE email = 'flo@x.io'")
    expect((await signIn('flo@x.io')).statusCode).toBe(200)
    await guesses(api, 'flo@x.io', 11)
    await api.signIn.resetPassword('flo@x.io', 'a new long one')
    expect((await signIn('flo@x.io', 'a new long one')).statusCode).toBe(200)
  })

  it('counts from the beginning after a success', async () => {
    await api.person('gus@x.io', 'viewer')
    await guesses(api, 'gus@x.io', 9)
    expect((await signIn('gus@x.io')).statusCode).toBe(200)
    expect(await guesses(api, 'gus@x.io', 9)).toEqual(new Array(9).fill(401))
    expect((await signIn('gus@x.io')).statusCode).toBe(200)
  })

  it('is stopped for one address, whatever account it tries', async () => {
    const strict = await testApi(w, { signInsPerMinute: 2 })
    const codes: number[] = []
    for (const email of ['a@x.io', 'b@x.io', 'c@x.io']) {
      const payload = { email, password: PASSWORD }
      codes.push((await strict.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload })).statusCode)
    }
    expect(codes).toEqual([401, 401, 429])
    await strict.close()
  })
})

describe('the tables of sign-in', () => {
  it('are what the library wants', async () => {
    const database = new pg.Pool({ connectionString: w.url, options: '-c search_path=auth' })
    const { toBeCreated, toBeAdded } = await getMigrations({ ...api.signIn.options, database })
    await database.end()
    expect([toBeCreated, toBeAdded]).toEqual([[], []])
  })

  it('are hidden from the roles of everything else', async () => {
    for (const table of ['session', 'account']) {
      const look = w.engine.store.acrossTenants((sql) => sql.query(`SELECT * FROM auth.${table}`))
      await expect(look).rejects.toThrow('permission denied')
    }
    await expect(w.query('SELECT email FROM auth."user"')).rejects.toThrow('permission denied')
  })
})
