import { expect, it } from 'vitest'
import { journeyApi, waitingJourney } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { api: server } = await ownApi()
const api = await journeyApi(server)

it('a forecast of a draft tells people per node, totals and days', async () => {
  await api.post('/journeys', { document: waitingJourney('later') })
  const answer = await api.post('/journeys/later/forecast', { days: 7 })
  expect(answer.json()).toMatchObject({ nodes: { start: { entered: 0 } }, totals: { entered: 0 } })
  expect(answer.json().days).toHaveLength(7)
})
