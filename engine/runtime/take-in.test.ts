import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { takeIn } from './take-in.ts'

const CLIENTS = 64
const journey = {
  schema: 1,
  key: 'welcome',
  name: 'welcome',
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 5 } } },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'gift' }],
}

describe('taking in', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.publish(journey)
  })
  afterEach(() => w.close())

  const joined = (messageId: string) => ({
    person: [{ namespace: 'user', value: 'ann' }],
    event: { name: 'joined', properties: {} },
    messageId,
  })

  it.each([
    ['the same first event', () => 'one', 1],
    ['a first event each', (i: number) => `m${i}`, CLIENTS],
  ] as const)(
    '%s of somebody unknown from 64 clients at once makes one member and one enrolment',
    async (_, idOf, n) => {
      const clients = Array.from({ length: CLIENTS }, (_, i) => takeIn(w.engine, w.tenant, [[joined(idOf(i))]]))
      const answers = await Promise.all(clients)
      expect(answers.flat().reduce((sum, answer) => sum + answer.stored, 0)).toBe(n)
      await w.drain()
      expect(await w.query('SELECT count(*)::int AS n FROM member')).toEqual([{ n: 1 }])
      expect(await w.query("SELECT count(*)::int AS n FROM event WHERE name = 'joined'")).toEqual([{ n }])
      expect(await w.states()).toEqual({ completed: 1 })
      expect(await w.query('SELECT balance FROM point_account')).toEqual([{ balance: 5 }])
      expect(await w.query('SELECT count(*)::int AS n FROM refusal')).toEqual([{ n: n - 1 }])
    },
  )
})
