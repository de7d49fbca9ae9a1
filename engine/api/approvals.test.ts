import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../access/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const people = {
  Vi: await api.person('Vi@x.io', 'viewer'),
  Ann: await api.person('Ann@x.io', 'operator'),
  Bo: await api.person('Bo@x.io', 'approver'),
  Cy: await api.person('Cy@x.io', 'approver'),
  Di: await api.person('Di@x.io', 'admin'),
}
type Name = keyof typeof people
const ask = (as: Name, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, revision?: number) =>
  api.app.inject({
    ...{ method, url: `/api/w/t${path}`, ...(payload ? { payload } : {}) },
    headers: {
      ...{ cookie: people[as].cookie, 'accept-language': 'en' },
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
  })

const end = { id: 'end', type: 'end', version: 1, name: 'end' }
const everyone = { include: ['everyone'], firing: { kind: 'at', local: '2026-04-01T10:00' } }
const hello = (key: string, more: object = {}) => ({
  ...{ schema: 1, key, name: key, edges: [{ from: 'start', outcome: 'next', to: 'end' }] },
  nodes: [{ id: 'start', type: 'trigger-audience', version: 1, name: 'start', settings: everyone }, end],
  ...more,
})
const rules = (given: object) => ask('Di', 'PUT', '/approval-rules', given)
const draw = async (key: string, more: object = {}) => ask('Ann', 'POST', '/journeys', { document: hello(key, more) })
const request = async (key: string, revision = 1, as: Name = 'Ann', more: object = {}) =>
  (await ask(as, 'POST', `/journeys/${key}/approvals`, { note: 'for spring', ...more }, revision)).json()
const state = async (key: string) => (await ask('Vi', 'GET', `/journeys/${key}`)).json().state
const latest = async (key: string, as: Name = 'Bo') =>
  (await ask(as, 'GET', `/approvals?journey=${key}`)).json().approvals[0]
const role = (name: Name, to: Role) => ask('Di', 'PATCH', `/people/${people[name].id}`, { role: to })
const audited = (key: string) =>
  w.query<{ action: string; actor: string }>('SELECT action, actor FROM audit WHERE subject = $1 ORDER BY id', [key])

await w.members([{}, {}, {}])
await w.segment('everyone', { all: [] })
beforeEach(async () => {
  await rules({ audienceAbove: 2 })
})

describe('above the size that the workspace has set', () => {
  it('nobody publishes alone, whoever they are: it says what to do, and nothing is published', async () => {
    await draw('alone')
    for (const name of ['Ann', 'Bo', 'Di'] as const) {
      const answer = await ask(name, 'POST', '/journeys/alone/publish', undefined, 1)
      expect([answer.statusCode, answer.json()]).toMatchObject([
        409,
        {
          code: 'approval-needed',
          detail: expect.stringMatching(/3 members qualify now, and above 2.*Ask for approval/),
        },
      ])
    }
    await expect(w.publish(hello('by-file'))).rejects.toMatchObject({ code: 'approval-needed' })
    expect(await w.query('SELECT FROM version')).toEqual([])
    expect(await w.query("SELECT FROM journey WHERE key = 'by-file'")).toEqual([])
  })

  it('checking says so before, and a small one is published by one person as ever', async () => {
    await draw('small')
    const check = async () => (await ask('Ann', 'POST', '/journeys/small/check')).json().approval
    expect(await check()).toEqual([{ why: 'audience', text: expect.stringContaining('3 members') }])
    await rules({ audienceAbove: 3 })
    expect(await check()).toEqual([])
    expect((await request('small')).code).toBe('approval-needless')
    expect((await ask('Ann', 'POST', '/journeys/small/publish', undefined, 1)).json()).toMatchObject({ version: 1 })
  })

  it('a second person publishes exactly what was asked for, and the version says who', async () => {
    await draw('spring')
    const { id } = await request('spring')
    expect(await state('spring')).toBe('in-review')
    expect(await latest('spring')).toMatchObject({
      ...{ id, askedBy: 'Ann', note: 'for spring', audience: 3, base: null, state: 'asked' },
      allowed: ['approve', 'reject'],
    })
    expect((await latest('spring', 'Ann')).allowed).toEqual(['withdraw'])
    expect((await latest('spring', 'Vi')).allowed).toEqual([])
    expect((await ask('Bo', 'GET', '/approvals/waiting')).json()).toEqual({ count: 1 })
    const opened = (await ask('Bo', 'GET', `/approvals/${id}`)).json()
    expect(opened).toMatchObject({ before: null, now: { problems: [], audience: { size: 3 }, people: 0 } })
    expect(opened.document.nodes).toHaveLength(2)

    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).json()).toMatchObject({ version: 1, state: 'running' })
    expect(await latest('spring')).toMatchObject({ state: 'approved', decidedBy: 'Bo', version: 1, allowed: [] })
    const { versions, hasDraft } = (await ask('Vi', 'GET', '/journeys/spring')).json()
    expect(versions).toMatchObject([{ number: 1, approved: { asker: 'Ann', by: 'Bo' } }])
    expect(hasDraft).toBe(false)
    const [ann, bo] = [`person:${people.Ann.id}`, `person:${people.Bo.id}`]
    expect(await audited('spring')).toEqual([
      { action: 'journey.create', actor: ann },
      { action: 'approval.ask', actor: ann },
      { action: 'journey.publish', actor: bo },
      { action: 'approval.approve', actor: bo },
    ])
  })

  it('nobody agrees to what they have asked for, an admin neither', async () => {
    await draw('own')
    const { id } = await request('own', 1, 'Di')
    expect((await ask('Di', 'POST', `/approvals/${id}/approve`)).json().code).toBe('approval-own')
    expect((await ask('Di', 'POST', `/approvals/${id}/reject`, { answer: 'no' })).json().code).toBe('approval-own')
    expect((await ask('Ann', 'POST', `/approvals/${id}/approve`)).json().code).toBe('not-allowed')
    expect((await ask('Ann', 'POST', `/approvals/${id}/withdraw`)).json().code).toBe('approval-not-own')
    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).statusCode).toBe(200)
  })

  it('rejecting says why, and one may ask again', async () => {
    await draw('no')
    const { id } = await request('no')
    expect((await request('no')).code).toBe('approval-open')
    expect((await ask('Bo', 'POST', `/approvals/${id}/reject`, { answer: '' })).statusCode).toBe(400)
    await ask('Bo', 'POST', `/approvals/${id}/reject`, { answer: 'the offer is over' })
    expect(await latest('no')).toMatchObject({ state: 'rejected', answer: 'the offer is over', decidedBy: 'Bo' })
    expect(await state('no')).toBe('draft')
    const again = await request('no')
    await ask('Ann', 'POST', `/approvals/${again.id}/withdraw`)
    expect([await latest('no'), await state('no')]).toMatchObject([{ state: 'withdrawn' }, 'draft'])
  })

  it('what becomes of those inside is agreed to as well, and done', async () => {
    await rules({})
    await draw('moved')
    await ask('Ann', 'POST', '/journeys/moved/publish', undefined, 1)
    await ask('Ann', 'PUT', '/journeys/moved/draft', { document: hello('moved', { note: 'second' }) }, 1)
    await rules({ audienceAbove: 2 })
    const { id } = await request('moved', 2, 'Ann', { inFlight: { policy: 'stop' } })
    expect(await state('moved')).toBe('running')
    expect((await ask('Bo', 'GET', `/approvals/${id}`)).json()).toMatchObject({
      ...{ base: 1, inFlight: { policy: 'stop', targets: {} } },
      before: expect.not.objectContaining({ note: 'second' }),
    })
    await ask('Bo', 'POST', `/approvals/${id}/approve`)
    expect(await w.query('SELECT policy FROM move')).toEqual([{ policy: 'stop' }])
  })
})

describe('a request is overtaken', () => {
  it.each([
    [
      'a save',
      (key: string) => ask('Cy', 'PUT', `/journeys/${key}/draft`, { document: hello(key, { note: 'x' }) }, 1),
      'draft',
    ],
    ['another name', (key: string) => ask('Cy', 'PATCH', `/journeys/${key}`, { name: 'other' }), 'draft'],
    ['the archive', (key: string) => ask('Cy', 'PATCH', `/journeys/${key}`, { archived: true }), 'archived'],
  ] as const)('by %s of the draft, and cannot be agreed to', async (what, change, then) => {
    const key = what.replaceAll(' ', '-')
    await draw(key)
    const { id } = await request(key)
    expect((await change(key)).statusCode).toBe(200)
    expect([await latest(key), await state(key)]).toMatchObject([{ state: 'overtaken', decidedBy: null }, then])
    const answer = await ask('Bo', 'POST', `/approvals/${id}/approve`)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'approval-decided', detail: expect.stringContaining('overtaken') },
    ])
    expect((await audited(key)).map(({ action }) => action)).toContain('approval.overtake')
  })

  it('by a version that somebody else publishes, and not by folder or labels', async () => {
    await draw('beside')
    await request('beside')
    await ask('Ann', 'PATCH', '/journeys/beside', { folder: 'spring', labels: ['x'] })
    expect(await latest('beside')).toMatchObject({ state: 'asked' })
    expect(await state('beside')).toBe('in-review')
    await rules({})
    await w.publish(hello('beside', { note: 'by file' }))
    expect(await latest('beside')).toMatchObject({ state: 'overtaken' })
    expect(await state('beside')).toBe('running')
  })
})

describe('meanwhile', () => {
  it('of two who agree at once one publishes, and the other is told', async () => {
    await draw('race')
    const { id } = await request('race')
    const both = await Promise.all((['Bo', 'Cy'] as const).map((name) => ask(name, 'POST', `/approvals/${id}/approve`)))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
    expect(both.find((answer) => answer.statusCode === 409)?.json().code).toBe('approval-decided')
    expect(
      await w.query("SELECT FROM version v JOIN journey j ON j.id = v.journey_id WHERE j.key = 'race'"),
    ).toHaveLength(1)
  })

  it('of agreeing and saving at once, what was asked for is published or nothing is', async () => {
    for (let n = 0; n < 8; n++) {
      const key = `race-${n}`
      await draw(key)
      const { id } = await request(key)
      const save = () => ask('Ann', 'PUT', `/journeys/${key}/draft`, { document: hello(key, { note: 'later' }) }, 1)
      const [agreed, saved] = await Promise.all([ask('Bo', 'POST', `/approvals/${id}/approve`), save()])
      expect(saved.statusCode).toBe(200)
      const { live, hasDraft } = (await ask('Vi', 'GET', `/journeys/${key}`)).json()
      expect((await latest(key)).state).toBe(agreed.statusCode === 200 ? 'approved' : 'overtaken')
      expect(live?.document.note).toBeUndefined()
      expect([live !== null, hasDraft]).toEqual([agreed.statusCode === 200, true])
    }
  })

  it('who asked twice at once has asked once', async () => {
    await draw('twice')
    const both = await Promise.all([request('twice'), request('twice')])
    expect(both.filter(({ id }) => id !== undefined)).toHaveLength(1)
    expect(both.find(({ id }) => id === undefined).code).toBe('approval-open')
  })

  it('who may not publish any more has asked for nothing, and who may not approve does not', async () => {
    await draw('roles')
    const { id } = await request('roles')
    await role('Ann', 'viewer')
    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).json().code).toBe('approval-asker-gone')
    await role('Ann', 'operator')
    await role('Bo', 'operator')
    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).json().code).toBe('not-allowed')
    await role('Bo', 'approver')
    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).statusCode).toBe(200)
  })

  it('a draft that cannot be published is not asked for, and one that no longer can stays asked for', async () => {
    await draw('broken', { edges: [{ from: 'start', outcome: 'next', to: 'gone' }] })
    expect((await request('broken')).code).toBe('journey-invalid')
    await w.segment('vip', { field: 'member.vip', op: 'empty' })
    const [start, last] = hello('vips').nodes
    const vips = { ...start, settings: { ...everyone, include: ['vip'] } }
    await draw('vips', { nodes: [vips, last] })
    const { id } = await request('vips')
    await w.query("DELETE FROM segment WHERE key = 'vip'")
    expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).json().code).toBe('journey-invalid')
    expect((await ask('Bo', 'GET', `/approvals/${id}`)).json()).toMatchObject({
      ...{ state: 'asked', now: { problems: [{ node: 'start' }], audience: null } },
    })
  })

  it('the revision that was looked at must be named', async () => {
    await draw('seen')
    expect((await request('seen', 7)).code).toBe('draft-changed')
    expect((await ask('Ann', 'POST', '/journeys/seen/approvals', { note: 'x' })).json().code).toBe('revision-needed')
  })
})

describe('the rules', () => {
  it('are none at first, are written by admins only, audited, and refused with what is wrong', async () => {
    const none = { uncounted: 'publish', budgetsAbove: [] }
    expect((await rules({})).json()).toEqual(none)
    expect((await ask('Vi', 'GET', '/approval-rules')).json()).toEqual(none)
    expect((await ask('Bo', 'PUT', '/approval-rules', {})).json().code).toBe('not-allowed')
    expect((await rules({ audienceAbove: -1 })).json().errors).toMatchObject([{ pointer: '/audienceAbove' }])
    expect((await audited('workspace')).some(({ action }) => action === 'approval-rules.save')).toBe(true)
  })

  it('ask of journeys that begin with an event where an admin wants it, and of one that asks itself', async () => {
    const joined = { id: 'start', type: 'trigger-event', version: 1, name: 'start' }
    const nodes = [{ ...joined, settings: { events: [{ event: 'joined' }] } }, end]
    await draw('events', { nodes })
    const why = async (key: string) =>
      (await ask('Ann', 'POST', `/journeys/${key}/check`)).json().approval.map((one: { why: string }) => one.why)
    expect(await why('events')).toEqual([])
    await rules({ uncounted: 'ask' })
    expect(await why('events')).toEqual(['uncounted'])
    await rules({})
    await draw('careful', { nodes, settings: { approval: 'always' } })
    expect(await why('careful')).toEqual(['journey'])
    const { id } = await request('careful')
    await ask('Bo', 'POST', `/approvals/${id}/approve`)
    await ask('Ann', 'PUT', '/journeys/careful/draft', { document: hello('careful', { nodes }) }, 1)
    expect(await why('careful')).toEqual(['journey'])
    expect((await ask('Ann', 'POST', '/journeys/careful/publish', undefined, 2)).json().code).toBe('approval-needed')
  })
})

describe('the list', () => {
  it('comes by pages, newest first, and shows what others have asked for', async () => {
    await w.query(
      `INSERT INTO approval (tenant_id, journey_id, document, revision, in_flight, grounds, note, asked_by, asked_name, asked_at, state)
       SELECT $1, id, '{}', 1, '{}', '{"reasons": []}', n::text, 'person:x', 'x', clock_timestamp(), 'withdrawn'
       FROM (SELECT id FROM journey LIMIT 1) j, generate_series(1, 60) n`,
      [w.tenant],
    )
    const first = (await ask('Vi', 'GET', '/approvals')).json()
    expect([first.approvals.length, first.approvals[0].note]).toEqual([50, '60'])
    const second = (await ask('Vi', 'GET', `/approvals?after=${first.next}`)).json()
    expect(second.approvals[0].note).toBe('10')
    await draw('mine')
    await request('mine', 1, 'Bo')
    const waiting = async (name: Name) =>
      (await ask(name, 'GET', '/approvals?state=asked&others=true'))
        .json()
        .approvals.map((one: { journey: { key: string } }) => one.journey.key)
    expect(await waiting('Bo')).not.toContain('mine')
    expect(await waiting('Cy')).toContain('mine')
  })
})
