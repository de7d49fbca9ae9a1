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
})
