import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { id, type MemberId } from '../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { grantPoints, loadPoints, type PointGrant } from './points.ts'

describe('granting points', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeEach(async () => {
    w = await testWorkspace({ registry: new Map(), effects: new Map() })
    members = await w.members([{}, {}, {}])
  })
  afterEach(() => w.close())

  const grant = (nth: number, visit: number, amount: number, more: Partial<PointGrant> = {}): PointGrant => ({
    ...{ member: members[nth] ?? id(0), enrolment: id(nth + 1), visit, amount, at: w.now, reason: 'journey', ...more },
  })
  const write = (...grants: PointGrant[]) =>
    w.engine.store.inTenant(w.tenant, async (tx) => grantPoints(tx, 'spendable', grants))
  const balances = (account: 'spendable' | 'growth' = 'spendable') =>
    w.engine.store.inTenant(w.tenant, (tx) => loadPoints(tx, [...members].reverse(), account))

  it('adds up per member, and answers balances in the order asked for', async () => {
    await write(grant(2, 1, 5), grant(0, 1, 10), grant(0, 2, 7))
    expect(await balances()).toEqual([5, 0, 17])
    expect(await balances('growth')).toEqual([0, 0, 0])
  })

  it('grants once for a visit, however often it is asked, in one batch or over several', async () => {
    await write(grant(0, 1, 10), grant(0, 1, 10))
    await write(grant(0, 1, 10), grant(1, 1, 3))
    expect(await balances()).toEqual([0, 3, 10])
    expect(await w.query('SELECT member_id, amount FROM point_entry ORDER BY 1')).toEqual([
      { member_id: members[0], amount: 10 },
      { member_id: members[1], amount: 3 },
    ])
  })

  it('fills one lot for each entry, which lasts or expires', async () => {
    await write(grant(0, 1, 10, { expiresAt: w.now + 1 }), grant(1, 1, 3))
    const lots = await w.query(
      'SELECT amount, remaining, ms(expires_at) AS expires_at FROM point_lot ORDER BY member_id',
    )
    expect(lots).toEqual([
      { amount: 10, remaining: 10, expires_at: w.now + 1 },
      { amount: 3, remaining: 3, expires_at: null },
    ])
  })

  it('never deadlocks where two batches grant to the same members in opposite orders', async () => {
    const batch = (visit: number) => members.map((_, nth) => grant(nth, visit, 1))
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(...(i % 2 ? batch(i) : batch(i).reverse()))))
    expect(await balances()).toEqual([20, 20, 20])
  })
})
