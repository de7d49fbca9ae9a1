import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const DAY = 86_400_000

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })
const percents = (a: number, id = 'a') => ({
  by: 'percent',
  arms: [
    { id, name: id, percent: a },
    { id: 'b', name: 'b', percent: 100 - a },
  ],
})

/** A day before the splitter, and a day behind it: then it is gone through again where `round`. */
const journey = (settings: object, round: boolean, before = 'before') => ({
  ...{ schema: 1, key: 'split', name: 'split', settings: { zone: 'UTC' } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node(before, 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('split', 'splitter', settings),
    ...(round ? [node('after', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } })] : []),
  ],
  edges: [
    ['start', 'next', before],
    [before, 'done', 'split'],
    ...(round
      ? [
          ['split', 'arm:a', 'after'],
          ['split', 'arm:b', 'after'],
          ['after', 'done', 'split'],
        ]
      : []),
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

describe('who passes a splitter again in one entry', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const arms = async () =>
    Object.values(await w.paths())
      .join(' ')
      .match(/split:arm:\w/g)

  it('goes the same way, whatever the percents became meanwhile', async () => {
    await w.publish(journey(percents(100), true))
    await w.post(await w.member({}), 'hello')
    await w.wind(w.now + 1.5 * DAY)
    await w.publish(journey(percents(0), true), { policy: 'move', targets: {} })
    await w.wind(w.now + 2 * DAY)
    expect(await arms()).toEqual(['split:arm:a', 'split:arm:a', 'split:arm:a'])
  })

  it('goes the same way after it was sent back before the splitter by a move', async () => {
    await w.publish(journey(percents(100), true))
    await w.post(await w.member({}), 'hello')
    await w.wind(w.now + 1.5 * DAY)
    await w.publish(journey(percents(0), false), { policy: 'move', targets: { after: 'before' } })
    await w.wind(w.now + 2 * DAY)
    expect(await arms()).toEqual(['split:arm:a', 'split:arm:a'])
  })
})
