import { expect, it } from 'vitest'
import { journeyApi, waitingJourney } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'

const { api: server } = await ownApi()
const api = await journeyApi(server)

const test = (outcome: string) => ({
  name: 'a day passes',
  clock: '2026-03-02T10:00',
  happenings: [
    { do: 'post', event: 'joined' },
    { do: 'wait', after: { amount: 1, unit: 'day' } },
  ],
  expect: { path: ['start.next', `day.${outcome}`, 'end.ended'] },
})
const made = (key: string, outcome: string, settings: object = {}) =>
  api.post('/journeys', { document: waitingJourney(key, { tests: [test(outcome)], settings }) })

it('a journey whose path tests pass is published, and its version keeps them', async () => {
  await made('passing', 'done')
  expect((await api.publish('passing', 1)).statusCode).toBe(200)
  expect((await api.get('/journeys/passing')).json().live.document.tests).toEqual([test('done')])
})

it('one whose path test fails is refused by a problem that names the test, and nothing is published', async () => {
  await made('failing', 'late')
  const answer = await api.publish('failing', 1)
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    {
      code: 'journey-invalid',
      problems: [
        {
          ...{ code: 'path-test-failed', number: 'WM1040' },
          text: '路径测试「a day passes」未通过：第 2 步应是 day.late，实际是 day.done',
        },
      ],
    },
  ])
  expect((await api.get('/journeys/failing')).json()).toMatchObject({ state: 'draft', live: null })
  const check = await api.post('/journeys/failing/check', undefined, { 'accept-language': 'en' })
  expect(check.json().problems).toMatchObject([
    { text: 'Path test “a day passes” fails: step 2 should be day.late, and is day.done' },
  ])
})

it('one that is set to warn is published all the same, and the check warns', async () => {
  await made('warned', 'late', { failingTests: 'warn' })
  const check = (await api.post('/journeys/warned/check')).json()
  expect([check.problems, check.warnings[0]]).toMatchObject([[], { code: 'path-test-failed' }])
  expect((await api.publish('warned', 1)).statusCode).toBe(200)
})

it('a file that names its JSON Schema is imported as any other', async () => {
  const document = { $schema: './journey.schema.json', ...waitingJourney('imported') }
  await api.post('/journeys', { document })
  expect((await api.get('/journeys/imported')).json().draft.document).not.toHaveProperty('$schema')
})

it('the server publishes the JSON Schemas that files name', async () => {
  for (const [name, word] of [
    ['journey', 'edges'],
    ['journey-tests', 'happenings'],
  ]) {
    const { statusCode, body } = await server.app.inject(`/${name}.schema.json`)
    expect([statusCode, JSON.parse(body).$schema, body]).toEqual([
      ...[200, 'https://json-schema.org/draft/2020-12/schema', expect.stringContaining(`"${word}"`)],
    ])
  }
})
