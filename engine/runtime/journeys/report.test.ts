import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import { node } from '../../testing/simulated.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { journeyReport } from './report.ts'

const DAY = 86_400_000

describe('the median of a stay', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it.each([
    ['few left', 100, 50.5],
    ['two thousand left', 2_000, 1_000.5],
    ['many left: the last two thousand', 25_000, 24_000.5],
  ])('is told where %s', async (_, people, seconds) => {
    const { journey, version } = await w.publish({
      ...{ schema: 1, key: 'long', name: 'long', settings: { zone: 'UTC' } },
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'joined' }] }),
        node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
        node('end', 'end'),
      ],
      edges: [
        { from: 'start', outcome: 'next', to: 'wait' },
        { from: 'wait', outcome: 'done', to: 'end' },
      ],
    })
    // The nth came n seconds after the first, and stayed for n seconds.
    await w.query(
      `INSERT INTO trace (entered_month, tenant_id, enrolment_id, visit, member_id, journey_id, version_id, nodes, outcomes, at)
       SELECT '2026-03-01', $1, i, v, i, $2, $3, CASE v WHEN 1 THEN '{0}'::smallint[] ELSE '{1,2}' END,
         CASE v WHEN 1 THEN '{0}'::smallint[] ELSE '{0,0}' END, ts($4) + i * v * interval '1 s'
       FROM generate_series(1, $5::int) i CROSS JOIN generate_series(1, 2) v`,
      [w.tenant, journey, version, w.now, people],
    )
    await w.windOnly(w.now + 40 * DAY)
    const told = await w.engine.store.inTenant(w.tenant, (tx) => journeyReport(w.engine, tx, 'long', {}))
    expect(told.nodes.map(({ medianMs }) => medianMs)).toEqual([null, seconds * 1_000, null])
  })
})
