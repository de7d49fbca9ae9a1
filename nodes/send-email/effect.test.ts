import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { id, type JourneyId, type VersionId } from '../../engine/core/ids.ts'
import type { EffectBatch, EffectVisit } from '../../engine/core/journey/effect.ts'
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

  const visitOf = (enrolment: number, body: EffectVisit['body']): EffectVisit => ({
    ...{ enrolment: id(enrolment), visit: 2, member: id(enrolment) },
    ...{ enteredAt: w.now, at: w.now, body },
  })
  const place = { journey: id<JourneyId>(1), version: id<VersionId>(1), node: 1, nodeKey: 1, zone: 'UTC', outcomes: [] }
  const settings = definition.settings.parse(definition.defaults) as EffectBatch['settings'] // the node's own
  const applied = (visits: EffectVisit[]) =>
    w.engine.store.inTenant(w.tenant, (tx) => apply(tx, { ...place, settings, visits }))

  it('plans once, however often it is applied, and waits', async () => {
    const rows = [visitOf(1, { variables: { 'member.name': 'Ann' } }), visitOf(2, { variables: {} })]
    expect(await applied(rows)).toEqual({ results: [PARKED, PARKED], events: [] })
    expect(await applied(rows)).toEqual({ results: [PARKED, PARKED], events: [] })
    expect(await w.query('SELECT enrolment_id, account_id, variables FROM message ORDER BY 1')).toEqual([
      { enrolment_id: 1, account_id: w.account, variables: { 'member.name': 'Ann' } },
      { enrolment_id: 2, account_id: w.account, variables: {} },
    ])
  })

  it('answers each row in its place: who arrives waits, who returns leaves as its message ended', async () => {
    await applied([1, 2, 3, 4].map((n) => visitOf(n, { variables: {} })))
    await w.query("UPDATE message SET state = enrolment_id + 5, reason = 'why' WHERE enrolment_id > 1")
    const rows = [visitOf(4, {}), visitOf(5, { variables: {} }), visitOf(3, {}), visitOf(2, {}), visitOf(1, {})]
    expect((await applied(rows)).results).toEqual([
      { do: 'leave', outcome: 'sent', because: { state: 'unknown' } },
      PARKED,
      { do: 'leave', outcome: 'failed', because: { reason: 'why' } },
      { do: 'leave', outcome: 'blocked', because: { reason: 'why' } },
      PARKED,
    ])
  })
})
