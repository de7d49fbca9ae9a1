import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

/** Enters at each `hello`, and is over at once. */
const journey = (percentA: number) => ({
  schema: 1,
  key: 'ab',
  name: 'ab',
  settings: { reentry: { rule: 'after-leaving' } },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'hello' }] } },
    {
      id: 'ab',
      type: 'ab-test',
      version: 1,
      name: 'ab',
      settings: {
        arms: [
          { id: 'a', name: 'A', percent: percentA },
          { id: 'b', name: 'B', percent: 100 - percentA, control: true },
        ],
      },
    },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'ab' }],
})

describe('the arm of an A/B test', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const arms = () => w.query<{ member_id: number; arm: string }>('SELECT member_id, arm FROM arm ORDER BY member_id')

  it('is kept through re-entry and a new version; newcomers get what is drawn now', async () => {
    const [old, late] = [await w.member({}), await w.member({})]
    await w.publish(journey(100))
    await w.post(old, 'hello')
    await w.drain()
    await w.publish(journey(0))
    await w.post(old, 'hello')
    await w.post(late, 'hello')
    await w.drain()
    expect(await w.paths()).toEqual({
      [old]: 'start:next ab:arm:a | start:next ab:arm:a',
      [late]: 'start:next ab:control',
    })
    expect(await arms()).toEqual([
      { member_id: old, arm: 'a' },
      { member_id: late, arm: 'b' },
    ])
  })
})
