import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computedSets, scheduleSet } from '../members/face.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const HOUR = 3_600_000

describe('the computed set of a segment', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry: new Map(), effects: new Map() })
    await w.members([{ city: 'A' }, { city: 'A' }, { city: 'B' }])
    await w.segment('a', { field: 'member.city', op: 'eq', value: 'A' })
  })
  afterEach(() => w.close())

  const schedule = (every: 'hour' | 'day' | null) =>
    w.engine.store.inTenant(w.tenant, (tx) => scheduleSet(tx, 'a', every))
  const set = async () => (await w.engine.store.inTenant(w.tenant, (tx) => computedSets(tx, ['a']))).get('a')
  const held = () => w.query<{ n: number }>('SELECT count(*)::int AS n FROM set_member')

  it('is what it was when it was computed, with its time, until it is computed again', async () => {
    expect(await set()).toBeUndefined()
    await schedule(null)
    await w.drain()
    expect(await set()).toEqual({ computedAt: w.now, nextAt: null, size: 2, every: null })
    await w.query(`UPDATE member SET attributes = '{"city": "A"}'`)
    await w.wind(w.now + 24 * HOUR)
    expect([await set(), await held()]).toMatchObject([{ size: 2 }, [{ n: 2 }]])
    await schedule(null)
    await w.drain()
    expect([await set(), await held()]).toMatchObject([{ computedAt: w.now, size: 3 }, [{ n: 3 }]])
  })

  it('is computed on its schedule, and forgets those who left', async () => {
    const start = w.now
    await schedule('hour')
    await w.drain()
    await w.query(`UPDATE member SET attributes = '{"city": "B"}' WHERE id = (SELECT min(id) FROM member)`)
    await w.wind(start + 2.5 * HOUR)
    expect([await set(), await held()]).toEqual([
      { computedAt: start + 2 * HOUR, nextAt: start + 3 * HOUR, size: 1, every: 'hour' },
      [{ n: 1 }],
    ])
  })

  it('goes with its segment', async () => {
    await schedule('hour')
    await w.drain()
    await w.query('DELETE FROM segment')
    await w.wind(w.now + HOUR)
    expect([await set(), await held()]).toEqual([undefined, [{ n: 0 }]])
  })
})
