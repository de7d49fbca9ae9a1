import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { id } from '../../engine/core/ids.ts'
import type { EffectRow } from '../../engine/core/journey/effect.ts'
import { type MailWorkspace, mailWorkspace } from '../../engine/testing/mail-workspace.ts'
import { apply } from './effect.ts'
import { definition } from './node.ts'

const PARKED = { do: 'park', until: null, step: 1 }

describe('the effect of an e-mail', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry: new Map(), effects: new Map() })
  })
  afterEach(() => w.close())

  const rowOf = (enrolment: number, body: EffectRow['body']): EffectRow => ({
    ...{
      enrolment: id(enrolment),
      visit: 2,
      member: id(enrolment),
      journey: id(1),
      version: id(1),
      node: 1,
      nodeKey: 1,
    },
    ...{ enteredAt: w.now, at: w.now, zone: 'UTC', body },
    settings: definition.settings.parse(definition.defaults) as EffectRow['settings'], // the node's own
  })
  const applied = (rows: EffectRow[]) => w.engine.store.inTenant(w.tenant, (tx) => apply(tx, rows))

  it('plans once, however often it is applied, and waits', async () => {
    const rows = [rowOf(1, { variables: { 'member.name': 'Ann' } }), rowOf(2, { variables: {} })]
    expect(await applied(rows)).toEqual({ results: [PARKED, PARKED], events: [] })
    expect(await applied(rows)).toEqual({ results: [PARKED, PARKED], events: [] })
    expect(await w.query('SELECT enrolment_id, account_id, variables FROM message ORDER BY 1')).toEqual([
      { enrolment_id: 1, account_id: w.account, variables: { 'member.name': 'Ann' } },
      { enrolment_id: 2, account_id: w.account, variables: {} },
    ])
  })

  it('answers each row in its place: who arrives waits, who returns leaves as its message ended', async () => {
    await applied([1, 2, 3, 4].map((n) => rowOf(n, { variables: {} })))
    await w.query("UPDATE message SET state = enrolment_id + 5, reason = 'why' WHERE enrolment_id > 1")
    const rows = [rowOf(4, {}), rowOf(5, { variables: {} }), rowOf(3, {}), rowOf(2, {}), rowOf(1, {})]
    expect((await applied(rows)).results).toEqual([
      { do: 'leave', outcome: 'sent', because: { state: 'unknown' } },
      PARKED,
      { do: 'leave', outcome: 'failed', because: { reason: 'why' } },
      { do: 'leave', outcome: 'blocked', because: { reason: 'why' } },
      PARKED,
    ])
  })
})
