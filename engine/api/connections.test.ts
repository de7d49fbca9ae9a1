import { describe, expect, it } from 'vitest'
import { id, type TenantId } from '../core/ids.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [other] = await w.engine.store.acrossTenants((sql) =>
  sql.query<{ id: number }>("INSERT INTO tenant (key, name) VALUES ('other', 'Other') RETURNING id"),
)
const { cookie } = await api.person('ann@x.io', 'admin')
const stranger = await api.person('eve@x.io', 'admin', id<TenantId>(other?.id ?? 0))

const crm = { name: 'CRM', url: 'https://crm.example.com/v1' }
const put = async (payload: object, key = 'crm') => {
  const url = `/api/w/t/connections/${key}`
  return (await api.app.inject({ method: 'PUT', url, headers: { cookie }, payload })).json()
}
const list = async (as = cookie, ws = 't') =>
  (await api.app.inject({ url: `/api/w/${ws}/connections`, headers: { cookie: as } })).json().connections
const sealed = async () => {
  const [row] = await w.query<{ settings: { sealed: string } }>("SELECT settings FROM account WHERE key = 'crm'")
  return row?.settings.sealed ?? ''
}

describe('connections', () => {
  it('tell their signing secret once, and their headers never', async () => {
    const { secret } = await put({ ...crm, headers: { Authorization: 'Bearer top-secret' } })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(await list()).toEqual([{ key: 'crm', ...crm, timeoutSeconds: 10, headers: ['Authorization'] }])
    const rows = JSON.stringify(await w.query('SELECT settings FROM account UNION ALL SELECT detail FROM audit'))
    expect(rows).not.toContain('top-secret')
    expect(rows).not.toContain(secret)
  })

  it('keep their secrets when something else is changed, and change them when told', async () => {
    const before = await sealed()
    expect(await put({ ...crm, name: 'Members' })).toEqual({ secret: null })
    expect(await sealed()).not.toBe(before)
    expect(await list()).toMatchObject([{ name: 'Members', headers: ['Authorization'] }])
    expect((await put({ ...crm, headers: {}, renew: true })).secret).toMatch(/^whsec_/)
    expect(await list()).toMatchObject([{ headers: [] }])
  })

  it.each([
    { url: 'ftp://example.com' },
    { url: 'https://ann:pw@example.com' },
    { url: 'https://example.com/#x' },
    { url: 'nowhere' },
    { timeoutSeconds: 0 },
    { timeoutSeconds: 31 },
    { headers: { Host: 'x' } },
    { headers: { 'Webhook-Signature': 'x' } },
    { headers: { 'Bad Name': 'x' } },
    { headers: { Fine: 'a\r\nEvil: b' } },
    { surprise: 1 },
  ])('refuse %j', async (bad) => expect((await put({ ...crm, ...bad })).code).toBe('invalid-request'))

  it('take no key of an account of another kind', async () => {
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
    expect((await put(crm, 'main')).code).toBe('key-taken')
  })

  it('are those of one workspace: a seal opens nowhere else', async () => {
    expect(await list(stranger.cookie, 'other')).toEqual([])
    await w.engine.store.acrossTenants((sql) =>
      sql.query(
        'INSERT INTO account (tenant_id, key, channel, settings) SELECT $1, key, channel, settings FROM account WHERE key = $2',
        [other?.id, 'crm'],
      ),
    )
    expect(await list(stranger.cookie, 'other')).toMatchObject([{ key: 'crm', headers: [] }])
    expect(await list()).toHaveLength(1)
  })
})
