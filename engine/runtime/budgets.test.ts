import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { insist } from '../store/insist.ts'
import { budgetsIn, byAmount, end, gift, journey, node, rewarding, sorry } from '../testing/budget-journeys.ts'
import { deadly } from '../testing/deadly-work.ts'
import { advanceAtOnce } from '../testing/many-advancers.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'

describe('a budget', () => {
  let w: TestWorkspace
  let b: ReturnType<typeof budgetsIn>
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    b = budgetsIn(w)
  })
  afterEach(() => w.close())
  const shards = (id: Awaited<ReturnType<TestWorkspace['publish']>>['journey']) =>
    [0, 1, 2, 3].map((shard) => ({ journey: id, shard }))

  it('of points is never gone over by sixteen who advance at once, and everybody else leaves by over-budget', async () => {
    const published = await w.publish(rewarding(gift(7), 700))
    await b.come(await b.people(300))
    expect(await advanceAtOnce(w, shards(published.journey))).toBe(0)
    expect(await b.outcomes()).toEqual({ granted: 100, 'over-budget': 200 })
    expect(await b.standing()).toEqual({ spent: 700, refused: 200, alerted: true, stopped: true })
    expect(await w.query('SELECT sum(balance)::int AS given FROM point_account')).toEqual([{ given: 700 }])
    expect(await b.unbalanced()).toEqual([])
  })

  it('refuses nobody whose amount fits, whatever the amounts and however many advance', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 20, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: 0, max: 900 }), async (wanted, most) => {
        await w.asOwner('TRUNCATE budget, budget_entry, trace')
        const published = await w.publish(rewarding(byAmount, most))
        const members = await b.people(wanted.length)
        await b.come(members, (i) => ({ amount: wanted[i] ?? 0 }))
        await advanceAtOnce(w, shards(published.journey), { most: 3 })
        const paths = await w.paths()
        const isRefused = (i: number) => /over-budget/.test(paths[members[i] ?? 0] ?? '')
        const given = wanted.filter((_, i) => !isRefused(i)).reduce((sum, n) => sum + n, 0)
        const { spent, refused } = await b.standing()
        expect([spent, refused]).toEqual([
          given,
          wanted.length - Object.values(paths).filter((p) => /granted/.test(p)).length,
        ])
        expect(spent).toBeLessThanOrEqual(most)
        // Room only shrinks here: what would fit at the end fitted whenever it came.
        for (const [i, amount] of wanted.entries()) if (isRefused(i)) expect(amount).toBeGreaterThan(most - spent)
        expect(await b.unbalanced()).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  it('is filled in the order of arrival: whose amount does not fit gets none, and a smaller one behind gets it', async () => {
    await w.publish(rewarding(byAmount, 100, { shards: 1 }))
    const members = await b.people(4)
    await b.come(members, (i) => ({ amount: [60, 50, 40, 1][i] ?? 0 }))
    await w.drain()
    const paths = await w.paths()
    expect(members.map((member) => /gift:([\w-]+)/.exec(paths[member] ?? '')?.[1])).toEqual([
      'granted',
      'over-budget',
      'granted',
      'over-budget',
    ])
    const [row] = await w.query<{ facts: object }>('SELECT facts FROM trace WHERE member_id = $1', [members[1]])
    expect(row?.facts).toEqual({ '1': { of: 'points', most: 100 } })
  })

  it('follows the main outcome where over-budget is not drawn', async () => {
    await w.publish(
      journey(
        [gift(10), end],
        [
          ['start', 'next', 'gift'],
          ['gift', 'granted', 'end'],
        ],
        [{ of: 'points', most: 0 }],
      ),
    )
    const [member = 0] = await b.people(1)
    await b.come([member as MemberId])
    await w.drain()
    expect(await w.paths()).toEqual({ [member]: 'start:next gift:over-budget end:ended' })
    expect(await w.query('SELECT * FROM point_entry')).toEqual([])
  })

  it('belongs to the journey: a newer version goes on by what was spent, also for those who finish on the older one', async () => {
    const waiting = (most: number) =>
      journey(
        [node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'hour' } }), gift(10), end, sorry],
        [
          ['start', 'next', 'wait'],
          ['wait', 'done', 'gift'],
          ['gift', 'granted', 'end'],
          ['gift', 'over-budget', 'sorry'],
        ],
        [{ of: 'points', most }],
      )
    await w.publish(waiting(20))
    await b.come(await b.people(3))
    await w.drain()
    await w.wind(w.now + 3_600_000)
    expect(await b.standing()).toEqual({ spent: 20, refused: 1, alerted: true, stopped: true })
    await b.come(await b.people(1))
    await w.drain()
    await w.publish(waiting(40))
    expect(await b.standing()).toMatchObject({ spent: 20, alerted: false, stopped: false })
    await b.come(await b.people(2))
    await w.drain()
    await w.wind(w.now + 3_600_000)
    // One of the older version and one of the newer got the 20 that were added.
    expect(await b.standing()).toEqual({ spent: 40, refused: 2, alerted: true, stopped: true })
    expect(await b.unbalanced()).toEqual([])
  })

  it('alerts once at 80 %, in the transaction that comes so far, and again only once more is allowed', async () => {
    const told = () => w.query('SELECT code, params, times, ms(at) AS at FROM notice')
    const alertedAt = async () => (await w.query<{ at: number }>('SELECT ms(alerted_at) AS at FROM budget'))[0]?.at
    await w.publish(rewarding(gift(10), 100))
    await b.come(await b.people(7))
    await w.drain()
    expect(await alertedAt()).toBeNull()
    const crossed = w.now
    await b.come(await b.people(1))
    await w.drain()
    expect(await alertedAt()).toBe(crossed)
    const params = { of: 'points', most: 100, percent: 80 }
    expect(await told()).toEqual([{ code: 'budget-nearly-spent', params, times: 1, at: crossed }])
    await w.wind(w.now + 60_000)
    await b.come(await b.people(1))
    await w.drain()
    expect(await alertedAt()).toBe(crossed)
    expect(await told()).toHaveLength(1)
    await w.publish(rewarding(gift(10), 112)) // 90 of 112 is more than 80 %
    expect(await alertedAt()).toBe(crossed)
    await w.publish(rewarding(gift(10), 120))
    expect(await alertedAt()).toBeNull()
  })

  it('holds nobody up once a version has none, and goes on by what was spent when one has it again', async () => {
    await w.publish(rewarding(gift(10), 10))
    await b.come(await b.people(2))
    await w.drain()
    await w.publish({ ...rewarding(gift(10), 10), settings: { zone: 'UTC', shards: 4 } })
    await b.come(await b.people(5))
    await w.drain()
    expect(await b.outcomes()).toEqual({ granted: 6, 'over-budget': 1 })
    await w.publish(rewarding(gift(10), 20))
    await b.come(await b.people(2))
    await w.drain()
    expect(await b.standing()).toMatchObject({ spent: 20, refused: 2 })
  })

  it('is not touched by those who are held out', async () => {
    await w.publish(rewarding(gift(1), 1_000, { holdout: 50 }))
    await b.come(await b.people(40))
    await w.drain()
    const { spent } = await b.standing()
    expect(spent).toBe(await w.query('SELECT 1 FROM point_entry').then((rows) => rows.length))
    expect(spent).toBeLessThan(40)
  })

  it('gets back what a refund takes back, and no more', async () => {
    await w.publish(rewarding(gift(100, { order: {} }), 200, { reentry: { rule: 'any-time' } }))
    const [member] = await b.people(1)
    if (member === undefined) throw new Error('nobody')
    await w.post(member, 'hello', { orderId: 'a', amount: 50 })
    await w.drain()
    await w.post(member, 'order refunded', { orderId: 'a', amount: 20 })
    await w.drain()
    expect(await b.standing()).toMatchObject({ spent: 60 })
    await w.post(member, 'order refunded', { orderId: 'a', amount: 30, refundId: 'rest' })
    await w.drain()
    expect(await b.standing()).toMatchObject({ spent: 0 })
    await w.post(member, 'hello', { orderId: 'b', amount: 50 })
    await w.drain()
    await w.query('UPDATE point_account SET balance = 30')
    await w.post(member, 'order refunded', { orderId: 'b' })
    await w.drain()
    // The member has spent the other 70.
    expect(await b.standing()).toMatchObject({ spent: 70 })
    expect(await b.unbalanced()).toEqual([])
  })

  it('is not taken from by a reward whose order was refunded before, and whoever comes behind gets it', async () => {
    await w.publish(rewarding(gift(100, { order: {} }), 100, { shards: 1 }))
    const members = await b.people(2)
    const [first, second] = members
    if (first === undefined || second === undefined) throw new Error('nobody')
    await w.post(first, 'order refunded', { orderId: 'a' })
    await w.post(first, 'hello', { orderId: 'a', amount: 5 })
    await w.post(second, 'hello', { orderId: 'b', amount: 5 })
    await w.drain()
    expect(await b.outcomes()).toEqual({ granted: 1, reversed: 1 })
    expect(await b.standing()).toMatchObject({ spent: 100, refused: 0 })
  })

  it('of a visit that fails is not taken from, nor by those who are retried and fail again', async () => {
    const real = effects.get('grant-points')
    if (!real) throw new Error('the effect is gone')
    const broken = new Set<MemberId>()
    const engine = {
      ...w.engine,
      effects: new Map(effects).set('grant-points', async (tx, batch) => {
        if (batch.visits.some(({ member }) => broken.has(member))) throw new Error('out of order')
        return real(tx, batch)
      }),
    }
    const published = await w.publish(rewarding(gift(10), 100, { shards: 1 }))
    const members = await b.people(5)
    broken.add(members[2] ?? (0 as MemberId))
    await b.come(members)
    const ref = [{ tenant: w.tenant, journey: published.journey, shard: 0 }]
    await expect(advance(engine, w.tenant, ref, { most: 100 })).rejects.toThrow('out of order')
    expect(await b.standing()).toMatchObject({ spent: 0 })
    await advance(engine, w.tenant, ref, { most: 100, careful: true })
    expect(await b.outcomes()).toMatchObject({ granted: 4 })
    expect(await b.standing()).toMatchObject({ spent: 40, refused: 0 })
    expect(await b.unbalanced()).toEqual([])
  })

  it.each(['before-commit', 'after-commit'] as const)('is exact however an advance dies: %s', async (point) => {
    const published = await w.publish(rewarding(gift(10), 200, { shards: 1 }))
    await b.come(await b.people(30))
    const dying = deadly(() => Promise.reject(new Error('the advancer died')))
    dying.arm({ point, nth: 2 })
    const engine = { ...w.engine, store: dying.store(w.engine.store) }
    const ref = [{ tenant: w.tenant, journey: published.journey, shard: 0 }]
    const some = () => advance(engine, w.tenant, ref, { most: 8 })
    await some()
    await expect(some()).rejects.toThrow('the advancer died')
    while ((await insist(() => advance(w.engine, w.tenant, ref, { most: 8 }))).members > 0);
    expect(await b.outcomes()).toEqual({ granted: 20, 'over-budget': 10 })
    expect(await b.standing()).toMatchObject({ spent: 200, refused: 10 })
    expect(await b.unbalanced()).toEqual([])
  })
})
