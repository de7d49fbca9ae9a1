import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { id, type JourneyId } from '../core/ids.ts'
import { BUILT_IN_CALENDAR, saveHolidays } from '../members/face.ts'
import type { Tx } from '../store/store.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { loadFacts } from './facts.ts'

const place = {
  journey: id<JourneyId>(1),
  zone: 'UTC',
  node: { key: 1, requests: { calendar: { kind: 'calendar' } } },
} as const
const traveller = { enrolment: null, member: id<never>(1), entryNo: 1, enteredAt: 0, arrivedAt: 0, previousAt: 0 }
const subjects = [1, 2, 3].map((at) => ({ at, traveller }))

describe('the calendar, as a fact', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterAll(() => w.close())

  it('is read once a transaction, whoever asks in it, and is the same for everybody', async () => {
    await w.engine.store.inTenant(w.tenant, async (tx) => {
      const statements: unknown[] = []
      const watched = new Proxy(tx.sql, {
        get: (sql, name) => {
          if (name === 'query') statements.push(name)
          return Reflect.get(sql, name).bind(sql)
        },
      })
      const asking: Tx = { tenant: tx.tenant, sql: watched }
      const both = await Promise.all([loadFacts(asking, place, subjects), loadFacts(asking, place, subjects)])
      expect(both.flat()).toEqual(Array(6).fill({ calendar: BUILT_IN_CALENDAR }))
      expect(statements).toHaveLength(1)
    })
  })

  it('is the workspace’s own where it has written a year: a wait goes by it', async () => {
    const days = [{ date: '2026-03-02', is: 'off', name: '店庆' }]
    await w.engine.store.inTenant(w.tenant, (tx) => saveHolidays(tx, { years: [2026], days }, 'test'))
    await w.publish({
      ...{ schema: 1, key: 'workday', name: 'workday' },
      nodes: [
        { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
        { id: 'wait', type: 'wait', version: 1, name: 'wait', settings: { kind: 'next', days: 'workday' } },
      ],
      edges: [{ from: 'start', outcome: 'next', to: 'wait' }],
    })
    const member = await w.member({})
    await w.post(member, 'joined')
    await w.drain()
    const due = await w.query<{ due_at: number }>('SELECT due_at FROM token')
    expect(due.map(({ due_at }) => new Date(due_at).toISOString())).toEqual(['2026-03-03T00:00:00.000Z'])
  })
})
