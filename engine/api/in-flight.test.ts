import { describe, expect, it } from 'vitest'
import { journeyApi, waitingJourney } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const { get, post, save } = await journeyApi(api)
const DAY = 86_400_000

/** The waiting journey, published, with so many members inside for a day of two. */
async function running(key: string, people: number) {
  const nodes = waitingJourney(key).nodes.map((node) =>
    node.id === 'day' ? { ...node, settings: { kind: 'duration', duration: { amount: 2, unit: 'day' } } } : node,
  )
  const document = waitingJourney(key, { nodes })
  await w.publish(document)
  for (const member of await w.members(Array.from({ length: people }, () => ({})))) await w.post(member, 'joined')
  await w.wind(w.now + DAY)
  return { nodes, document }
}
const rehearse = async (key: string, body: object) =>
  (await post(`/journeys/${key}/in-flight/rehearse`, body, { 'accept-language': 'en' })).json()
const duration = (amount: number) => ({ kind: 'duration', duration: { amount, unit: 'day' } })

describe('what becomes of those inside', () => {
  it('is told before publishing, by node, and nothing is written', async () => {
    const { nodes, document } = await running('told', 3)
    const waits = (amount: number) => ({
      ...document,
      nodes: nodes.map((node) => (node.id === 'day' ? { ...node, settings: duration(amount) } : node)),
    })
    const turns = async (amount: number, policy = 'move') =>
      Object.entries((await rehearse('told', { policy, document: waits(amount) })).turns).filter(([, n]) => n !== 0)
    expect(await turns(1)).toEqual([['go-on', 3]])
    expect(await turns(2)).toEqual([['as-before', 3]])
    expect(await turns(3)).toEqual([['later', 3]])
    expect(await turns(3, 'stop')).toEqual([['out', 3]])
    expect(await turns(3, 'finish')).toEqual([['stay', 3]])
    const { crowds } = await rehearse('told', { policy: 'move', document: waits(1) })
    expect(crowds).toMatchObject([{ node: 'day', people: 3, failed: 0, to: 'day', isKept: true }])
    expect(
      await w.query("SELECT FROM version WHERE journey_id = (SELECT id FROM journey WHERE key = 'told')"),
    ).toHaveLength(1)
    expect(await w.query('SELECT FROM move')).toEqual([])
  })

  it('must be said of a node that is gone, and is done on publishing', async () => {
    const { document } = await running('gone', 2)
    const [start, , end] = document.nodes
    const short = { ...document, nodes: [start, end], edges: [{ from: 'start', outcome: 'next', to: 'end' }] }
    expect((await rehearse('gone', { policy: 'move', document: short })).problems).toMatchObject([
      { number: 'WM1080', text: expect.stringContaining('People inside at “day” (2)') },
    ])
    expect((await rehearse('gone', { policy: 'move', targets: { day: 'end' }, document: short })).problems).toEqual([])
    const { revision } = (await save('gone', short, 0)).json()
    const publish = (inFlight: object) =>
      post('/journeys/gone/publish', { inFlight }, { 'if-match': `"${revision}"`, 'accept-language': 'en' })
    expect((await publish({ policy: 'move' })).json()).toMatchObject({ code: 'journey-invalid' })
    expect((await publish({ policy: 'vanish' })).statusCode).toBe(400)
    expect((await get('/journeys/gone/in-flight')).json()).toEqual({ move: null })
    expect((await publish({ policy: 'move', targets: { day: null } })).json()).toMatchObject({ version: 2 })
    const move = { version: 2, policy: 'move', at: expect.any(String), people: 2 }
    expect((await get('/journeys/gone/in-flight')).json()).toEqual({ move: { ...move, left: 2, isDone: false } })
    await w.drain()
    expect((await get('/journeys/gone/in-flight')).json()).toEqual({ move: { ...move, left: 0, isDone: true } })
  })
})
