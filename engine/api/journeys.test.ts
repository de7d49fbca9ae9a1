import { afterEach, describe, expect, it } from 'vitest'
import { waitingJourney as journey, journeyApi } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api: server } = await ownApi()
const api = await journeyApi(server)
afterEach(() =>
  w.query(`WITH a AS (DELETE FROM draft), b AS (DELETE FROM version), c AS (DELETE FROM subscription), d AS (DELETE FROM audit),
    e AS (DELETE FROM token), f AS (DELETE FROM edge_delta), g AS (DELETE FROM enrolment) DELETE FROM journey`),
)

const make = async (body: object): Promise<string> => (await api.post('/journeys', body)).json().key
const keys = async (query = '') =>
  (await api.get(`/journeys${query}`)).json().journeys.map((row: { key: string }) => row.key)
const audits = () =>
  w.query<{ actor: string; action: string; subject: string }>('SELECT actor, action, subject FROM audit ORDER BY id')

describe('making a journey', () => {
  it('begins with nothing drawn, and says who made it', async () => {
    const answer = await api.post('/journeys', { name: '生日 Birthday 礼' }, {}, 'Bo')
    expect([answer.statusCode, answer.json()]).toEqual([201, { key: 'birthday' }])
    const opened = await api.get('/journeys/birthday')
    expect(opened.headers.etag).toBe('"1"')
    expect(opened.json()).toMatchObject({
      ...{ name: '生日 Birthday 礼', state: 'draft', owner: 'Bo', live: null, versions: [], hasDraft: true },
      draft: {
        revision: 1,
        savedBy: 'Bo',
        document: { schema: 1, key: 'birthday', name: '生日 Birthday 礼', nodes: [], edges: [] },
      },
      allowed: ['edit', 'publish', 'archive'],
    })
    expect(await audits()).toEqual([{ actor: api.actor('Bo'), action: 'journey.create', subject: 'birthday' }])
  })

  it('gives a name without Latin letters a key of its own, and so the next one', async () => {
    expect([await make({ name: '生日' }), await make({ name: '生日' }), await make({ name: '生日' })]).toEqual([
      ...['journey', 'journey-2', 'journey-3'],
    ])
  })

  it('gives each of ten that are made at once a key', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => make({ name: 'sale' })))
    expect(new Set(made).size).toBe(10)
  })

  it('begins with a template', async () => {
    const key = await make({ template: 'win-back' })
    const { draft, name } = (await api.get(`/journeys/${key}`)).json()
    expect([key, name, draft.document.nodes.length]).toEqual(['win-back', '沉睡唤回', 7])
    expect((await api.post('/journeys', { template: 'nothing' })).json()).toMatchObject({
      status: 404,
      code: 'template-unknown',
    })
  })

  it('takes in what was exported, under a key that is free', async () => {
    await make({ document: journey('welcome') })
    const exported = (await api.get('/journeys/welcome')).json().draft.document
    expect(await make({ document: exported })).toBe('welcome-2')
    const again = (await api.get('/journeys/welcome-2')).json().draft.document
    expect(again).toEqual({ ...exported, key: 'welcome-2' })
  })

  it('copies what is drawn, into the same folder', async () => {
    await make({ document: journey('welcome'), folder: 'New' })
    const answer = await api.post('/journeys/welcome/duplicate')
    expect([answer.statusCode, answer.json()]).toEqual([201, { key: 'welcome-2' }])
    expect((await api.get('/journeys/welcome-2')).json()).toMatchObject({
      name: 'welcome (2)',
      folder: 'New',
      state: 'draft',
    })
  })
})

describe('a document from outside', () => {
  const refusal = async (document: unknown, language = 'en') => {
    const answer = await api.post('/journeys', { document }, { 'accept-language': language })
    return { ...answer.json(), status: answer.statusCode }
  }

  it('is kept with what only publishing minds, nodes of unknown types too', async () => {
    const nodes = [{ id: 'x', type: 'teleport', version: 9, name: 'x', settings: { to: 'Mars' } }]
    const key = await make({ document: journey('odd', { nodes, edges: [] }) })
    expect((await api.get(`/journeys/${key}`)).json().draft.document.nodes[0]).toMatchObject(nodes[0] ?? {})
    const { problems } = (await api.post(`/journeys/${key}/check`, undefined, { 'accept-language': 'zh' })).json()
    expect(problems[0]).toMatchObject({
      number: 'WM1004',
      node: 'x',
      text: '不认识节点类型「teleport」，请删除该节点或升级 Waymark',
    })
  })

  it.each([
    ['a name of 200 characters', journey('long', { name: 'x'.repeat(200) }), /name: Too big.*80/],
    ['what is no journey', { hello: 'there' }, /schema/],
    ['a newer shape', journey('new', { schema: 2 }), /upgrade Waymark/],
    [
      '501 nodes',
      journey('big', {
        nodes: Array.from({ length: 501 }, (_, i) => ({ id: `n${i}`, type: 'end', version: 1, name: 'n' })),
        edges: [],
      }),
      /nodes: Too big.*500/,
    ],
    ['a text that cannot be stored', journey('nul', { note: 'a\0b' }), /cannot be stored/],
    ['half a character', journey('half', { note: '\ud800' }), /cannot be stored/],
  ])('is refused in a sentence where it is %s', async (_, document, sentence) => {
    const { status, code, detail, problems } = await refusal(document)
    expect([status, code]).toEqual([400, 'document-invalid'])
    expect(detail).toMatch(sentence)
    expect(problems[0].text).toMatch(sentence)
    expect(await keys()).toEqual([])
  })

  it('is refused in the language of the reader', async () => {
    expect((await refusal(journey('long', { name: 'x'.repeat(200) }), 'zh-CN,en;q=0.5')).detail).toMatch(
      /旅程文件格式不对：name：/,
    )
  })

  it('is refused where it is nested 100 levels deep', async () => {
    let deep: object = {}
    for (let i = 0; i < 100; i++) deep = { deep }
    expect((await refusal(journey('deep', { settings: deep }))).detail).toMatch(/nested deeper than 64 levels/)
  })

  it.each([
    ['lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['objects', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('is refused where it is nested without end, in %s', async (_, nested) => {
    for (const depth of [1_000, 100_000]) {
      const payload = `{"document":{"schema":1,"key":"deep","name":"deep","nodes":[],"edges":[],"settings":${nested(depth)}}}`
      const answer = await api.post('/journeys', payload, { 'content-type': 'application/json' })
      expect(answer.json()).toMatchObject({
        status: 400,
        detail: expect.stringMatching(/嵌套超过 64 层/),
      })
    }
    expect(await keys()).toEqual([])
  })

  it.each([
    ['the document', '{"schema":1,"key":"k","name":"n","nodes":[],"edges":[],"constructor":{"prototype":{"x":1}}}'],
    [
      'settings',
      '{"schema":1,"key":"k","name":"n","nodes":[{"id":"a","type":"end","version":1,"name":"n","settings":{"constructor":{"prototype":{"x":1}}}}],"edges":[]}',
    ],
  ])('is refused where %s would give all objects a new constructor', async (_, document) => {
    const answer = await api.post('/journeys', `{"document":${document}}`, { 'content-type': 'application/json' })
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-json' })
    expect(await keys()).toEqual([])
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  it('is refused where it has a key that would change the program', async () => {
    const payload = `{"document":{"schema":1,"__proto__":{"admin":true}}}`
    const answer = await api.post('/journeys', payload, { 'content-type': 'application/json' })
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'invalid-json',
      detail: expect.stringContaining('__proto__'),
    })
  })

  it('is refused where it has 10 MB', async () => {
    const answer = await api.post('/journeys', { document: journey('huge', { note: 'x'.repeat(10_000_000) }) })
    expect(answer.json()).toMatchObject({
      status: 413,
      code: 'body-too-large',
      detail: expect.stringContaining('4 MiB'),
    })
  })

  it('of 500 nodes with long texts is taken', async () => {
    const settings = { title: 'hello', body: 'x'.repeat(4_000) }
    const nodes = Array.from({ length: 500 }, (_, i) => ({
      id: `n${i}`,
      type: 'send-inbox',
      version: 1,
      name: 'n',
      settings,
    }))
    expect(await make({ document: journey('full', { nodes, edges: [] }) })).toBe('full')
  })
})

describe('changing a journey', () => {
  it('renames, moves and labels it, by whom', async () => {
    await make({ document: journey('welcome') })
    const answer = await api.patch('/journeys/welcome', { name: '欢迎', folder: '新客', labels: ['常青'] })
    expect(answer.json()).toMatchObject({
      name: '欢迎',
      folder: '新客',
      labels: ['常青'],
      draft: { revision: 2, document: { name: '欢迎' } },
    })
    expect((await audits()).at(-1)).toEqual({ actor: api.actor('Ann'), action: 'journey.change', subject: 'welcome' })
    expect((await api.patch('/journeys/welcome', { folder: null })).json()).toMatchObject({
      folder: null,
      labels: ['常青'],
    })
  })

  it('does not make a change to publish of another name', async () => {
    await w.publish(journey('welcome'))
    expect((await api.patch('/journeys/welcome', { name: '欢迎' })).json()).toMatchObject({
      name: '欢迎',
      hasDraft: false,
    })
  })

  it('archives what does not run, and then lets nobody draw on', async () => {
    await make({ document: journey('welcome') })
    expect((await api.patch('/journeys/welcome', { archived: true })).json()).toMatchObject({
      state: 'archived',
      allowed: [],
    })
    expect((await api.save('welcome', journey('welcome'), 1)).json()).toMatchObject({
      status: 409,
      code: 'journey-state',
    })
    expect(await keys()).toEqual([])
    expect(await keys('?state=archived')).toEqual(['welcome'])
  })

  it('does not archive what runs', async () => {
    await w.publish(journey('welcome'))
    expect((await api.patch('/journeys/welcome', { archived: true })).json()).toMatchObject({
      status: 409,
      code: 'journey-state',
    })
  })

  it('answers 404 for a journey that is not there, and refuses fields that it does not know', async () => {
    expect((await api.get('/journeys/nothing')).json()).toMatchObject({ status: 404, code: 'journey-unknown' })
    expect((await api.patch('/journeys/nothing', { state: 'running' })).statusCode).toBe(400)
  })
})

describe('who hands members over to a journey', () => {
  const handing = (key: string, to: string) => ({
    ...{ schema: 1, key, name: `Journey ${key}`, settings: { zone: 'UTC' } },
    nodes: [
      { id: 'called', type: 'trigger-api', version: 1, name: 'called', settings: {} },
      {
        ...{ id: 'over', type: 'move-group', version: 1, name: 'over' },
        settings: { kind: 'hand-over', journey: to, data: [] },
      },
    ],
    edges: [{ from: 'called', outcome: 'next', to: 'over' }],
  })
  const callers = async (key: string) => (await api.get(`/journeys/${key}/callers`)).json().journeys

  it('is told while they live, and not of what is only drawn, of itself, or of those that are over', async () => {
    await w.publish(handing('taker', 'taker'))
    await w.publish(handing('giver', 'taker'))
    await make({ document: handing('drawn', 'taker') })
    expect(await callers('taker')).toEqual([{ key: 'giver', name: 'Journey giver', state: 'running' }])
    expect(await callers('giver')).toEqual([])
    await w.control('giver', 'stop')
    expect(await callers('taker')).toEqual([])
  })
})
