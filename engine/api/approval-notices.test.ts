import { beforeEach, expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const people = {
  Ann: await api.person('Ann@x.io', 'operator'),
  Bo: await api.person('Bo@x.io', 'approver'),
  Di: await api.person('Di@x.io', 'admin'),
}
type Name = keyof typeof people
const ask = (as: Name, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
  api.app.inject({
    ...{ method, url: `/api/w/t${path}`, ...(payload ? { payload } : {}) },
    headers: { cookie: people[as].cookie, 'accept-language': 'en', 'if-match': '"1"' },
  })
/** Titles and details of what somebody was told, newest first. */
const told = async (as: Name): Promise<string[]> =>
  (await ask(as, 'GET', '/notices'))
    .json()
    .notices.map(({ title, detail }: { title: string; detail: string }) => `${title} | ${detail}`)

const settings = { events: [{ event: 'joined' }] }
const journey = (key: string) => ({
  ...{
    schema: 1,
    key,
    name: key,
    settings: { approval: 'always' },
    edges: [{ from: 'a', outcome: 'next', to: 'end' }],
  },
  nodes: [
    { id: 'a', type: 'trigger-event', version: 1, name: 'a', settings },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
})

async function request(key: string): Promise<string> {
  await ask('Ann', 'POST', '/journeys', { document: journey(key) })
  await ask('Ann', 'POST', `/journeys/${key}/approvals`, { note: 'for spring' })
  const { approvals } = (await ask('Bo', 'GET', `/approvals?journey=${key}`)).json()
  return approvals[0].id
}

beforeEach(() => w.query('DELETE FROM notice'))

it('whoever may approve is told that somebody asks, and whoever asked that it was approved', async () => {
  const id = await request('spring')
  const asks = 'Ann asks you to approve “spring” | for spring'
  expect([await told('Ann'), await told('Bo'), await told('Di')]).toEqual([[], [asks], [asks]])
  expect((await ask('Bo', 'POST', `/approvals/${id}/approve`)).statusCode).toBe(200)
  expect(await told('Ann')).toEqual(['Bo approved and published “spring” | It is v1 now'])
})

it('a refusal is told with its reason', async () => {
  const id = await request('summer')
  expect((await ask('Di', 'POST', `/approvals/${id}/reject`, { answer: 'too hot' })).statusCode).toBe(200)
  expect(await told('Ann')).toEqual(['Di rejected “summer” | too hot'])
})
