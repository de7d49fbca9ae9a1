import { expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { compile } from '../journey/compile.ts'
import { bindPlan } from '../journey/plan.ts'
import type { Calendar } from '../time/calendar.ts'
import { stranger } from './person.ts'
import { simulate } from './simulate.ts'

const START = Date.parse('2026-03-02T02:00:00Z')
const node = (id: string, type: string, settings: object) => ({ id, type, version: 1, name: id, settings })

it('waits for workdays by the calendar that a simulation is given, else by weekdays alone, and says so', () => {
  const nodes = [
    node('start', 'trigger-event', { events: [{ event: 'ordered' }] }),
    node('workday', 'wait', { kind: 'next', days: 'workday' }),
  ]
  const edges = [{ from: 'start', outcome: 'next', to: 'workday' }]
  const document = { schema: 1, key: 'test', name: 'test', nodes, edges }
  const { plan } = compile(document, registry, { zone: 'Asia/Shanghai', exists: () => true })
  if (!plan) throw new Error('it does not compile')
  const bound = bindPlan(plan, registry)
  const ordered = { do: 'post', at: START, event: 'ordered', properties: {} } as const
  const script = { person: stranger(1), startsAt: START, happenings: [ordered] }
  const calendar: Calendar = { days: { '2026-03-02': 'off', '2026-03-03': 'off' }, years: [2026] }
  expect(simulate(bound, script, { calendar }).nextAt).toBe(Date.parse('2026-03-04T00:00:00+08:00'))
  const guessed = simulate(bound, script).story.find((told) => told.kind === 'left' && told.node === 'workday')
  expect(guessed).toMatchObject({ outcome: 'done', because: { calendar: 'unknown-year' } })
})
