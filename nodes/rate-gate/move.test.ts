import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const MINUTE = 60_000

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })

/** Everybody who is there goes through a gate. */
const journey = (amount: number, more: object = {}) => ({
  ...{ schema: 1, key: 'gate', name: 'gate', settings: { zone: 'UTC', shards: 4, ...more } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('gate', 'rate-gate', { amount, unit: 'minute' }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gate' },
    { from: 'gate', outcome: 'next', to: 'end' },
  ],
})

describe('a rate gate that people are queueing at', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  /** Minutes from the start at which people were through. */
  const ends = async (start: number) =>
    (await w.query<{ at: number }>('SELECT ms(ended_at) AS at FROM enrolment WHERE state > 1 ORDER BY 1')).map(
      ({ at }) => (at - start) / MINUTE,
    )

  it('keeps everybody’s turn when they are moved to a version with another rate, and newcomers come after them', async () => {
    const start = w.now
    await w.publish(journey(1))
    const members = await w.members(Array.from({ length: 5 }, () => ({})))
    for (const member of members) await w.post(member, 'hello')
    await w.drain()
    await w.publish(journey(2), { policy: 'move', targets: {} })
    await w.drain()
    expect(await ends(start)).toEqual([0])
    const [late, later] = await w.members([{}, {}])
    for (const member of [late, later]) if (member) await w.post(member, 'hello')
    await w.wind(start + 10 * MINUTE)
    expect(await ends(start)).toEqual([0, 1, 2, 3, 4, 5, 5.5])
  })
})
