import { expect, it } from 'vitest'
import { journeyApi } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api: server } = await ownApi()
const api = await journeyApi(server)

const journey = {
  ...{ schema: 1, key: 'gifts', name: 'gifts' },
  settings: {
    budgets: [
      { of: 'money', most: 12.5 },
      { of: 'points', most: 50 },
    ],
  },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 40 } } },
    { id: 'note', type: 'send-inbox', version: 1, name: 'note', settings: { title: 'Hi', body: 'there' } },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'note' },
  ],
}

it('counts and report tell how budgets stand, money in the currency of the workspace', async () => {
  await api.post('/journeys', { document: journey })
  const check = async () => {
    const { warnings } = (await api.post('/journeys/gifts/check', {})).json()
    return warnings.map(({ code, field }: { code: string; field?: string }) => [code, field])
  }
  expect(await check()).toContainEqual(['budget-unpriced', 'settings.budgets.0.most'])
  await w.query('INSERT INTO sending_rules (tenant_id, rules, saved_at) VALUES ($1, $2, now())', [
    w.tenant,
    { prices: { currency: 'EUR', messages: { inbox: 0.0125 } } },
  ])
  expect(await check()).not.toContainEqual(['budget-unpriced', 'settings.budgets.0.most'])
  await w.publish(journey)
  for (const member of await w.members([{}, {}])) await w.post(member, 'joined')
  await w.drain()
  const at = new Date(w.now).toISOString()
  const budgets = [
    { of: 'points', most: 50, spent: 40, currency: null, refused: 1, alertedAt: at, stoppedAt: at },
    { of: 'money', most: 12.5, spent: 0.025, currency: 'EUR', refused: 0, alertedAt: null, stoppedAt: null },
  ]
  expect((await api.get('/journeys/gifts/counts')).json().budgets).toEqual(budgets)
  expect((await api.get('/journeys/gifts/report')).json().budgets).toEqual(budgets)
  const listed = async () => (await api.get('/journeys')).json().journeys[0].budgets
  // The list tells of those alone that somebody should look after, while the journey may spend.
  expect(await listed()).toEqual(budgets.slice(0, 1))
  await w.control('gifts', 'pause')
  expect(await listed()).toEqual(budgets.slice(0, 1))
  await w.control('gifts', 'stop')
  await w.drain()
  expect(await listed()).toEqual([])
})

it('a check tells what publishing would make of them, and that what was spent stays spent', async () => {
  const drawn = (key: string, budgets: object[]) => ({ ...journey, key, settings: { budgets } })
  const planned = async (...budgets: object[]) => {
    const checked = await api.post('/journeys/plans/check', { document: drawn('plans', budgets) })
    return checked.json().budgets
  }
  await api.post('/journeys', { document: drawn('plans', []) })
  const points = { of: 'points', currency: null }
  expect(await planned({ of: 'points', most: 100 })).toEqual([{ ...points, most: 100, before: null, spent: 0 }])
  await w.publish(drawn('plans', [{ of: 'points', most: 100 }]))
  await w.post(await w.member({}), 'joined')
  await w.drain()
  expect(await planned({ of: 'points', most: 30 })).toEqual([{ ...points, most: 30, before: 100, spent: 40 }])
  expect(await planned({ of: 'money', most: 9.5 })).toEqual([
    { ...points, most: null, before: 100, spent: 40 },
    { of: 'money', most: 9.5, before: null, spent: 0, currency: 'EUR' },
  ])
  // A version without it forgets nothing.
  await w.publish(drawn('plans', []))
  expect(await planned({ of: 'points', most: 50 })).toEqual([{ ...points, most: 50, before: null, spent: 40 }])
  expect(await planned()).toEqual([])
})
