import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestApi, testApi } from '../testing/api.ts'
import { journeyApi } from '../testing/journey-api.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const journey = {
  ...{ schema: 1, key: 'welcome', name: 'welcome' },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    {
      ...{ id: 'ab', type: 'ab-test', version: 1, name: '两种问候' },
      settings: {
        arms: [
          { id: 'a', name: 'A', percent: 50 },
          { id: 'b', name: 'B', percent: 50 },
        ],
        goal: { event: 'order', within: { amount: 1, unit: 'hour' }, horizon: { amount: 7, unit: 'day' } },
      },
    },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'ab' }],
}

describe('tests of arms', () => {
  let w: TestWorkspace
  let server: TestApi
  let api: Awaited<ReturnType<typeof journeyApi>>
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
    server = await testApi(w)
    api = await journeyApi(server)
    await w.publish(journey)
    for (const member of await w.members([{}, {}, {}, {}])) await w.post(member, 'joined')
    await w.drain()
    await w.windOnly(w.now + 2 * 3_600_000)
  })
  afterAll(async () => {
    await server.close()
    await w.close()
  })

  const only = async () => (await api.get('/journeys/welcome/trials')).json().trials[0]

  it('are told with what came of them', async () => {
    const trial = await only()
    expect(trial).toMatchObject({
      ...{ node: 'ab', name: '两种问候', event: 'order', revenue: null, minimum: 100, judged: false, winner: null },
      ...{ since: '2026-03-01T00:00:00.000Z', dueAt: '2026-03-08T00:00:00.000Z', best: null, undecided: 'too-few' },
    })
    expect(trial.arms.map(({ baseline }: { baseline: boolean }) => baseline)).toEqual([true, false])
    expect(trial.arms.reduce((sum: number, arm: { measured: number }) => sum + arm.measured, 0)).toBe(4)
  })

  it('have their winner picked, and taken back', async () => {
    const path = '/journeys/welcome/trials/ab/winner'
    expect((await api.post(path, { arm: 'b' })).json()).toEqual({ arm: 'b' })
    expect((await only()).winner).toMatchObject({ arm: 'b' })
    expect((await api.post(path, { arm: null })).json()).toEqual({ arm: null })
    expect((await only()).winner).toBeNull()
    expect((await api.post(path, { arm: 'c' })).json()).toMatchObject({ status: 404, code: 'arm-unknown' })
    const other = '/journeys/welcome/trials/start/winner'
    expect((await api.post(other, { arm: 'a' })).json()).toMatchObject({ status: 404, code: 'trial-unknown' })
  })
})
