import { afterEach, describe, expect, it } from 'vitest'
import { journeyApi } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api: server } = await ownApi()
const api = await journeyApi(server)
afterEach(() =>
  w.query(`WITH a AS (DELETE FROM draft), b AS (DELETE FROM version), c AS (DELETE FROM subscription), d AS (DELETE FROM audit),
    e AS (DELETE FROM segment), f AS (DELETE FROM member), g AS (DELETE FROM fire), h AS (DELETE FROM consent),
    i AS (DELETE FROM account) DELETE FROM journey`),
)

const end = { id: 'end', type: 'end', version: 1, name: 'end' }
const joined = {
  id: 'start',
  type: 'trigger-event',
  version: 1,
  name: 'start',
  settings: { events: [{ event: 'joined' }] },
}
const journey = (note: string, more: object = {}) => ({
  ...{ schema: 1, key: 'welcome', name: 'welcome', note, nodes: [joined, end] },
  ...{ edges: [{ from: 'start', outcome: 'next', to: 'end' }], ...more },
})
const drawn = (note = 'first', more: object = {}) => api.post('/journeys', { document: journey(note, more) })
const note = async () => (await api.get('/journeys/welcome')).json().draft.document.note

describe('saving a draft', () => {
  it('answers the next revision, and when', async () => {
    await drawn()
    const answer = await api.save('welcome', journey('second'), 1)
    expect([answer.headers.etag, answer.json()]).toEqual([
      '"2"',
      { revision: 2, savedAt: new Date(w.now).toISOString() },
    ])
    expect(await note()).toBe('second')
  })

  it('loses nothing of the first where a second began with the same revision', async () => {
    await drawn()
    await api.save('welcome', journey('by Bo'), 1, 'Bo')
    const late = await api.save('welcome', journey('by Ann'), 1, 'Ann')
    expect([late.statusCode, late.json()]).toMatchObject([
      412,
      {
        code: 'draft-changed',
        revision: 2,
        savedBy: 'Bo',
        document: { note: 'by Bo' },
        detail: expect.stringContaining('Bo saved'),
      },
    ])
    expect(await note()).toBe('by Bo')
    expect((await api.save('welcome', journey('by both'), 2, 'Ann')).statusCode).toBe(200)
  })

  it('lets one of twenty at once win, and tells the others what it saved', async () => {
    await drawn()
    const all = Array.from({ length: 20 }, (_, i) => `by ${i}`)
    const answers = await Promise.all(all.map((by) => api.save('welcome', journey(by), 1)))
    const won = answers.findIndex((answer) => answer.statusCode === 200)
    const lost = answers.filter((answer) => answer.statusCode === 412)
    expect(lost.length).toBe(19)
    expect(new Set(lost.map((answer) => answer.json().document.note))).toEqual(new Set([all[won]]))
    expect(await note()).toBe(all[won])
  })

  it('wants to know the revision that it began with', async () => {
    await drawn()
    const answer = await api.put('/journeys/welcome/draft', { document: journey('blind') })
    expect(answer.json()).toMatchObject({ status: 428, code: 'revision-needed' })
    expect(await note()).toBe('first')
  })

  it('refuses what is no document, and keeps what there was', async () => {
    await drawn()
    expect((await api.save('welcome', { hello: 'there' }, 1)).json()).toMatchObject({
      status: 400,
      code: 'document-invalid',
    })
    expect((await api.get('/journeys/welcome')).json().draft).toMatchObject({
      revision: 1,
      document: { note: 'first' },
    })
  })

  it('keeps the key of the journey, and takes its name over', async () => {
    await drawn()
    await api.save('welcome', journey('second', { key: 'other', name: 'Hello' }), 1)
    expect((await api.get('/journeys/welcome')).json()).toMatchObject({
      name: 'Hello',
      draft: { document: { key: 'welcome' } },
    })
  })
})

describe('publishing', () => {
  it('makes a version of the draft, by whom, and goes on from there', async () => {
    await drawn()
    const answer = await api.publish('welcome', 1)
    expect(answer.json()).toEqual({ version: 1, revision: 1, state: 'running' })
    const opened = (await api.get('/journeys/welcome')).json()
    expect(opened).toMatchObject({
      hasDraft: false,
      live: { version: 1, document: { note: 'first' } },
      versions: [{ number: 1 }],
    })
    expect(opened.allowed).toEqual(['edit', 'publish', 'pause', 'stop', 'retry'])
    await api.save('welcome', journey('second'), 1)
    expect((await api.get('/journeys/welcome')).json()).toMatchObject({
      hasDraft: true,
      live: { document: { note: 'first' } },
    })
    expect((await api.publish('welcome', 2)).json()).toMatchObject({ version: 2 })
    const audits = await w.query("SELECT actor FROM audit WHERE action = 'journey.publish'")
    expect(audits).toEqual([{ actor: api.actor('Ann') }, { actor: api.actor('Ann') }])
  })

  it('refuses a draft that is not the one that was looked at', async () => {
    await drawn()
    await api.save('welcome', journey('by Bo'), 1, 'Bo')
    expect((await api.publish('welcome', 1)).json()).toMatchObject({ status: 412, code: 'draft-changed', revision: 2 })
    expect((await api.get('/journeys/welcome')).json().live).toBe(null)
  })

  it('refuses problems, in the language of the reader, and publishes nothing', async () => {
    await drawn('first', { nodes: [end], edges: [] })
    const answer = await api.post('/journeys/welcome/publish', undefined, {
      'if-match': '"1"',
      'accept-language': 'zh-CN',
    })
    expect(answer.json()).toMatchObject({
      ...{ status: 400, code: 'journey-invalid', detail: '旅程还没有触发节点，请先添加一个' },
      problems: [{ number: 'WM1011', code: 'trigger-missing', text: '旅程还没有触发节点，请先添加一个' }],
    })
    expect(await w.query('SELECT id FROM version')).toEqual([])
  })

  it('from elsewhere is followed by a draft without changes, and leaves one with changes alone', async () => {
    await drawn()
    await api.publish('welcome', 1)
    await w.publish(journey('from a file'))
    expect((await api.get('/journeys/welcome')).json()).toMatchObject({
      hasDraft: false,
      draft: { revision: 2, document: { note: 'from a file' } },
    })
    await api.save('welcome', journey('mine'), 2)
    await w.publish(journey('from another file'))
    expect((await api.get('/journeys/welcome')).json()).toMatchObject({
      hasDraft: true,
      draft: { revision: 3, document: { note: 'mine' } },
    })
  })

  it('of a journey without a draft begins at revision 0', async () => {
    await w.publish(journey('from a file'))
    const opened = await api.get('/journeys/welcome')
    expect([opened.headers.etag, opened.json().hasDraft]).toEqual(['"0"', false])
    expect((await api.save('welcome', journey('mine'), 0)).json()).toMatchObject({ revision: 1 })
  })
})

describe('steering a whole journey', () => {
  it('pauses, resumes and stops, and refuses what the state does not allow', async () => {
    await drawn()
    expect((await api.post('/journeys/welcome/pause')).json()).toMatchObject({ status: 409, code: 'journey-state' })
    await api.publish('welcome', 1)
    expect((await api.post('/journeys/welcome/pause')).json()).toEqual({ state: 'paused', people: 0 })
    expect((await api.post('/journeys/welcome/resume')).json()).toEqual({ state: 'running', people: 0 })
    expect((await api.post('/journeys/welcome/retry')).json()).toEqual({ people: 0 })
    expect((await api.post('/journeys/welcome/stop')).json()).toEqual({ state: 'stopping', people: 0 })
    const actors = await w.query("SELECT DISTINCT actor FROM audit WHERE action <> 'journey.create'")
    expect(actors).toEqual([{ actor: api.actor('Ann') }])
  })

  it('lets one draw on while it stops', async () => {
    await drawn()
    await api.publish('welcome', 1)
    await api.post('/journeys/welcome/stop')
    expect((await api.save('welcome', journey('second'), 1)).statusCode).toBe(200)
  })
})

const NOTHING = { problems: [], warnings: [], audience: null, budgets: [], approval: [] }

describe('checking', () => {
  const check = async (document: object, language = 'en') => {
    await drawn('first', document)
    return (await api.post('/journeys/welcome/check', undefined, { 'accept-language': language })).json()
  }
  const audience = (firing: object, include = 'everyone') => ({
    ...{ id: 'start', type: 'trigger-audience', version: 1, name: 'start' },
    settings: { include: [include], firing },
  })
  const codes = (list: { code: string }[]) => list.map(({ code }) => code)

  it('tells what nodes say of their own settings, in both languages', async () => {
    const arms = [
      { id: 'a', name: 'a', percent: 40 },
      { id: 'b', name: 'b', percent: 40 },
    ]
    const nodes = [joined, { id: 'test', type: 'ab-test', version: 1, name: 'test', settings: { arms } }]
    const { problems } = await check({ nodes, edges: [] }, 'zh-CN')
    expect(problems[0]).toMatchObject({ code: 'node-settings', node: 'test', text: '各组比例之和须为 100%' })
  })

  it('counts the audience, of several triggers each member once', async () => {
    await w.segment('everyone', { all: [] })
    await w.segment('gold', { field: 'member.level', op: 'eq', value: 'gold' })
    await w.members([{ level: 'gold' }, {}, {}])
    const nodes = [audience({ kind: 'now' }), { ...audience({ kind: 'now' }, 'gold'), id: 'second' }, end]
    const edges = ['start', 'second'].map((from) => ({ from, outcome: 'next', to: 'end' }))
    expect(await check({ nodes, edges })).toEqual({ ...NOTHING, audience: { size: 3 } })
  })

  it('knows no audience of an event, and finds nothing odd about a plain journey', async () => {
    expect(await check({})).toEqual(NOTHING)
  })

  it('finds it odd that nobody is in the audience, that times are over, and that nothing ends', async () => {
    await w.segment('everyone', { all: [] })
    const wait = {
      id: 'wait',
      type: 'wait',
      version: 1,
      name: 'wait',
      settings: { kind: 'until', local: '2026-01-01T10:00' },
    }
    const nodes = [audience({ kind: 'at', local: '2026-02-01T10:00' }), wait]
    const settings = { zone: 'UTC', window: { until: '2026-02-20T00:00:00Z' } }
    const { warnings } = await check({ settings, nodes, edges: [{ from: 'start', outcome: 'next', to: 'wait' }] })
    expect(codes(warnings)).toEqual(['window-over', 'no-end', 'date-past', 'date-past', 'audience-empty'])
    expect(warnings[2]).toMatchObject({ node: 'start', text: 'The time that is set, 2026-02-01 10:00, is over' })
    expect(warnings[3]).toMatchObject({ node: 'wait', field: 'local' })
  })

  it('finds it odd that a trigger never fires again', async () => {
    await w.segment('everyone', { all: [] })
    await w.member({})
    const firing = { kind: 'recurring', rule: { every: 'day' }, time: '10:00', until: '2026-02-01' }
    expect(codes((await check({ nodes: [audience(firing), end] })).warnings)).toEqual(['fires-never'])
  })

  it('tells how many of the audience have not agreed, or have no address', async () => {
    await w.segment('everyone', { all: [] })
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
    const [agreed = 0] = await w.members([{}, {}, {}, {}])
    await w.query(
      `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at) VALUES ($1, $2, 'email', 'marketing', true, 'test', now())`,
      [w.tenant, agreed],
    )
    const settings = { account: 'main', subject: 'hello', text: 'hello' }
    const nodes = [
      audience({ kind: 'now' }),
      { id: 'mail', type: 'send-email', version: 1, name: 'mail', settings },
      end,
    ]
    const edges = [
      { from: 'start', outcome: 'next', to: 'mail' },
      { from: 'mail', outcome: 'sent', to: 'end' },
    ]
    const { warnings } = await check({ nodes, edges }, 'zh')
    expect(
      warnings.map(({ code, node, params }: { code: string; node: string; params: { percent: number } }) => [
        code,
        node,
        params.percent,
      ]),
    ).toEqual([
      ['no-consent', 'mail', 75],
      ['no-address', 'mail', 25],
    ])
    expect(warnings[0].text).toBe('约 75% 的会员没有同意接收这类消息，会走「未送达」')
  })

  it('looks at what is on the screen and not saved', async () => {
    await drawn()
    const { problems } = (
      await api.post('/journeys/welcome/check', { document: journey('x', { nodes: [], edges: [] }) })
    ).json()
    expect(codes(problems)).toEqual(['trigger-missing'])
  })

  it('finds it odd to go by workdays of a year whose holidays are not known', async () => {
    const wait = { id: 'wait', type: 'wait', version: 1, name: 'wait', settings: { kind: 'next', days: 'workday' } }
    const nodes = [audience({ kind: 'now' }), wait, end]
    const edges = [
      { from: 'start', outcome: 'next', to: 'wait' },
      { from: 'wait', outcome: 'done', to: 'end' },
    ]
    await w.segment('everyone', { all: [] })
    await w.member({})
    expect((await check({ nodes, edges })).warnings).toEqual([])
    await w.windOnly(Date.parse('2026-11-15T00:00:00Z'))
    const { warnings } = await check({ nodes, edges }, 'zh')
    expect(warnings).toMatchObject([{ code: 'calendar-unknown', node: 'wait', params: { year: 2027 } }])
    expect(warnings[0].text).toBe('还没有 2027 年的节假日：这一年只按星期判断工作日。管理员可以在设置里上传')
  })
})
