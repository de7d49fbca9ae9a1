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

describe('the list', () => {
  it('tells of each journey who is inside, who came when, and what is not published', async () => {
    await w.publish(journey('welcome'))
    const early = await w.members([{}, {}])
    const late = await w.member({})
    for (const person of early) await w.post(person, 'joined')
    await w.drain()
    await w.windOnly(w.now + 86_400_000)
    await w.post(late, 'joined')
    await make({ document: journey('drawn', { edges: [{ from: 'start', outcome: 'nowhere', to: 'end' }] }) })
    const { journeys, total, counts } = (await api.get('/journeys')).json()
    expect([total, counts]).toEqual([2, { draft: 1, running: 1 }])
    expect(journeys.find((j: { key: string }) => j.key === 'welcome')).toMatchObject({
      ...{
        state: 'running',
        inside: 3,
        version: 1,
        hasDraft: false,
        problems: 0,
        triggers: ['trigger-event'],
        nextFireAt: null,
      },
      entered: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1],
    })
    expect(journeys.find((j: { key: string }) => j.key === 'drawn')).toMatchObject({
      ...{ state: 'draft', inside: 0, version: null, hasDraft: true, problems: 1, triggers: ['trigger-event'] },
    })
  })

  it('tells when a journey fires next', async () => {
    await w.segment('everyone', { all: [] })
    const firing = { kind: 'recurring', rule: { every: 'day' }, time: '10:00' }
    const nodes = [
      { id: 'a', type: 'trigger-audience', version: 1, name: 'a', settings: { include: ['everyone'], firing } },
    ]
    await w.publish(journey('daily', { settings: { zone: 'UTC' }, nodes, edges: [] }))
    const next = `${new Date(w.now).toISOString().slice(0, 10)}T10:00:00.000Z`
    expect((await api.get('/journeys')).json().journeys[0].nextFireAt).toBe(next)
    await w.control('daily', 'pause')
    expect((await api.get('/journeys')).json().journeys[0].nextFireAt).toBe(null)
  })

  it('finds by part of a name or key, folder, label and state, and counts folders and labels', async () => {
    await make({ name: '双11 Sale', folder: '大促' })
    await make({ name: 'Birthday' })
    await api.patch('/journeys/birthday', { labels: ['常青', '关怀'] })
    expect(await keys('?search=SALE')).toEqual(['11-sale'])
    expect(await keys(`?search=${encodeURIComponent('双1')}`)).toEqual(['11-sale'])
    expect(await keys(`?folder=${encodeURIComponent('大促')}`)).toEqual(['11-sale'])
    expect(await keys(`?label=${encodeURIComponent('关怀')}`)).toEqual(['birthday'])
    expect(await keys('?state=running')).toEqual([])
    expect(await keys('?search=%25')).toEqual([])
    const { folders, labels } = (await api.get('/journeys')).json()
    expect([folders, labels.map((l: { name: string }) => l.name).sort()]).toEqual([
      [{ name: '大促', count: 1 }],
      ['关怀', '常青'],
    ])
  })

  it('comes in pages that miss none and repeat none', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, i) => make({ name: `j ${i}` })))
    const first = (await api.get('/journeys')).json()
    const second = (await api.get(`/journeys?after=${first.next}`)).json()
    const seen = [...first.journeys, ...second.journeys].map((j: { key: string }) => j.key)
    expect([first.journeys.length, new Set(seen).size, first.total, second.next]).toEqual([50, 60, 60, null])
  })
})

describe('templates', () => {
  it('have a name and a description in both languages, and documents without problems of their own', async () => {
    const templates = (await api.get('/templates')).json()
    expect(templates.map((t: { key: string }) => t.key)).toEqual(['order-thanks', 'win-back', 'gold-monday'])
    for (const { key, name, description } of templates) {
      expect(Object.values({ ...name, ...description }).every((text) => String(text).length > 0)).toBe(true)
      const made = await make({ template: key })
      const { problems } = (await api.post(`/journeys/${made}/check`)).json()
      expect(problems.filter((p: { code: string }) => p.code !== 'reference-missing')).toEqual([])
    }
  })
})
