import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { SendingRules } from '../core/sending/rules.ts'
import { saveSendingRules } from '../reach/face.ts'
import { insist } from '../store/insist.ts'
import { deadly } from '../testing/deadly-work.ts'
import { advanceAtOnce } from '../testing/many-advancers.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'
import { deliverBatch } from './deliver.ts'

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const start = node('start', 'trigger-event', { events: [{ event: 'hello' }] })
const gift = (points: number, more: object = {}) =>
  node('gift', 'grant-points', { amount: { kind: 'fixed', points }, ...more })
const byAmount = node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } })
const note = node('note', 'send-inbox', { title: 'Hi', body: 'there' })
const mail = node('mail', 'send-email', { account: 'main', subject: 'Hi', text: 'there' })
const end = node('end', 'end')
const sorry = node('sorry', 'end')

type Edge = readonly [from: string, outcome: string, to: string]
const journey = (
  nodes: readonly object[],
  edges: readonly Edge[],
  budgets: readonly object[],
  settings: object = {},
) => ({
  ...{ schema: 1, key: 'j', name: 'j', settings: { zone: 'UTC', shards: 4, budgets, ...settings } },
  nodes: [start, ...nodes],
  edges: edges.map(([from, outcome, to]) => ({ from, outcome, to })),
})
const rewarding = (reward: object, most: number, settings: object = {}) =>
  journey(
    [reward, end, sorry],
    [
      ['start', 'next', 'gift'],
      ['gift', 'granted', 'end'],
      ['gift', 'over-budget', 'sorry'],
    ],
    [{ of: 'points', most }],
    settings,
  )
const sending = (message: { id: string }, budgets: readonly object[], settings: object = {}) =>
  journey(
    [message, end, sorry],
    [
      ['start', 'next', message.id],
      [message.id, 'sent', 'end'],
      [message.id, 'blocked', 'sorry'],
    ],
    budgets,
    settings,
  )

describe('a budget', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  interface Standing {
    spent: number
    refused: number
    alerted: boolean
    stopped: boolean
  }
  const standing = async (kind = 'points'): Promise<Standing> => {
    const [row] = await w.query<Standing>(
      `SELECT spent, refused, alerted_at IS NOT NULL AS alerted, stopped_at IS NOT NULL AS stopped FROM budget WHERE kind = $1`,
      [kind],
    )
    if (!row) throw new Error(`no budget of ${kind}`)
    return row
  }
  /** What visits took and did not give back is what is spent. */
  const balances = async () => {
    const off = await w.query(
      `SELECT b.kind, b.spent, coalesce(sum(e.amount), 0)::bigint AS taken FROM budget b
       LEFT JOIN budget_entry e USING (journey_id, kind) GROUP BY 1, 2 HAVING b.spent <> coalesce(sum(e.amount), 0)`,
    )
    expect(off).toEqual([])
  }
  const people = (n: number) => w.members(Array.from({ length: n }, () => ({})))
  const come = async (members: readonly MemberId[], properties: (i: number) => Record<string, number> = () => ({})) => {
    for (const [i, member] of members.entries()) await w.post(member, 'hello', properties(i))
  }
  const outcomes = async (of = 'gift') => {
    const ways = Object.values(await w.paths()).map((path) => new RegExp(`${of}:([\\w-]+)`).exec(path)?.[1] ?? '')
    return Object.fromEntries([...new Set(ways)].sort().map((way) => [way, ways.filter((one) => one === way).length]))
  }
  const shards = (id: Awaited<ReturnType<TestWorkspace['publish']>>['journey']) =>
    [0, 1, 2, 3].map((shard) => ({ journey: id, shard }))

  it('of points is never gone over by sixteen who advance at once, and everybody else leaves by over-budget', async () => {
    const published = await w.publish(rewarding(gift(7), 700))
    await come(await people(300))
    expect(await advanceAtOnce(w, shards(published.journey))).toBe(0)
    expect(await outcomes()).toEqual({ granted: 100, 'over-budget': 200 })
    expect(await standing()).toEqual({ spent: 700, refused: 200, alerted: true, stopped: true })
    expect(await w.query('SELECT sum(balance)::int AS given FROM point_account')).toEqual([{ given: 700 }])
    await balances()
  })

  it('refuses nobody whose amount fits, whatever the amounts and however many advance', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 20, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: 0, max: 900 }), async (wanted, most) => {
        await w.asOwner('TRUNCATE budget, budget_entry, trace')
        const published = await w.publish(rewarding(byAmount, most))
        const members = await people(wanted.length)
        await come(members, (i) => ({ amount: wanted[i] ?? 0 }))
        await advanceAtOnce(w, shards(published.journey), { most: 3 })
        const paths = await w.paths()
        const isRefused = (i: number) => /over-budget/.test(paths[members[i] ?? 0] ?? '')
        const given = wanted.filter((_, i) => !isRefused(i)).reduce((sum, n) => sum + n, 0)
        const { spent, refused } = await standing()
        expect([spent, refused]).toEqual([
          given,
          wanted.length - Object.values(paths).filter((p) => /granted/.test(p)).length,
        ])
        expect(spent).toBeLessThanOrEqual(most)
        // Room only shrinks here: what would fit at the end fitted whenever it came.
        for (const [i, amount] of wanted.entries()) if (isRefused(i)) expect(amount).toBeGreaterThan(most - spent)
        await balances()
      }),
      { numRuns: 6 },
    )
  })

  it('is filled in the order of arrival: whose amount does not fit gets none, and a smaller one behind gets it', async () => {
    await w.publish(rewarding(byAmount, 100, { shards: 1 }))
    const members = await people(4)
    await come(members, (i) => ({ amount: [60, 50, 40, 1][i] ?? 0 }))
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
    const [member = 0] = await people(1)
    await come([member as MemberId])
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
    await come(await people(3))
    await w.drain()
    await w.wind(w.now + 3_600_000)
    expect(await standing()).toEqual({ spent: 20, refused: 1, alerted: true, stopped: true })
    await come(await people(1))
    await w.drain()
    await w.publish(waiting(40))
    expect(await standing()).toMatchObject({ spent: 20, alerted: false, stopped: false })
    await come(await people(2))
    await w.drain()
    await w.wind(w.now + 3_600_000)
    // One of the older version and one of the newer got the 20 that were added.
    expect(await standing()).toEqual({ spent: 40, refused: 2, alerted: true, stopped: true })
    await balances()
  })

  it('alerts once at 80 %, in the transaction that comes so far, and again only once more is allowed', async () => {
    const alertedAt = async () => (await w.query<{ at: number }>('SELECT ms(alerted_at) AS at FROM budget'))[0]?.at
    await w.publish(rewarding(gift(10), 100))
    await come(await people(7))
    await w.drain()
    expect(await alertedAt()).toBeNull()
    const crossed = w.now
    await come(await people(1))
    await w.drain()
    expect(await alertedAt()).toBe(crossed)
    await w.wind(w.now + 60_000)
    await come(await people(1))
    await w.drain()
    expect(await alertedAt()).toBe(crossed)
    await w.publish(rewarding(gift(10), 112)) // 90 of 112 is more than 80 %
    expect(await alertedAt()).toBe(crossed)
    await w.publish(rewarding(gift(10), 120))
    expect(await alertedAt()).toBeNull()
  })

  it('holds nobody up once a version has none, and goes on by what was spent when one has it again', async () => {
    await w.publish(rewarding(gift(10), 10))
    await come(await people(2))
    await w.drain()
    await w.publish({ ...rewarding(gift(10), 10), settings: { zone: 'UTC', shards: 4 } })
    await come(await people(5))
    await w.drain()
    expect(await outcomes()).toEqual({ granted: 6, 'over-budget': 1 })
    await w.publish(rewarding(gift(10), 20))
    await come(await people(2))
    await w.drain()
    expect(await standing()).toMatchObject({ spent: 20, refused: 2 })
  })

  it('is not touched by those who are held out', async () => {
    await w.publish(rewarding(gift(1), 1_000, { holdout: 50 }))
    await come(await people(40))
    await w.drain()
    const { spent } = await standing()
    expect(spent).toBe(await w.query('SELECT 1 FROM point_entry').then((rows) => rows.length))
    expect(spent).toBeLessThan(40)
  })

  it('gets back what a refund takes back, and no more', async () => {
    await w.publish(rewarding(gift(100, { order: {} }), 200, { reentry: { rule: 'any-time' } }))
    const [member] = await people(1)
    if (member === undefined) throw new Error('nobody')
    await w.post(member, 'hello', { orderId: 'a', amount: 50 })
    await w.drain()
    await w.post(member, 'order refunded', { orderId: 'a', amount: 20 })
    await w.drain()
    expect(await standing()).toMatchObject({ spent: 60 })
    await w.post(member, 'order refunded', { orderId: 'a', amount: 30, refundId: 'rest' })
    await w.drain()
    expect(await standing()).toMatchObject({ spent: 0 })
    await w.post(member, 'hello', { orderId: 'b', amount: 50 })
    await w.drain()
    await w.query('UPDATE point_account SET balance = 30')
    await w.post(member, 'order refunded', { orderId: 'b' })
    await w.drain()
    // The member has spent the other 70.
    expect(await standing()).toMatchObject({ spent: 70 })
    await balances()
  })

  it('is not taken from by a reward whose order was refunded before, and whoever comes behind gets it', async () => {
    await w.publish(rewarding(gift(100, { order: {} }), 100, { shards: 1 }))
    const members = await people(2)
    const [first, second] = members
    if (first === undefined || second === undefined) throw new Error('nobody')
    await w.post(first, 'order refunded', { orderId: 'a' })
    await w.post(first, 'hello', { orderId: 'a', amount: 5 })
    await w.post(second, 'hello', { orderId: 'b', amount: 5 })
    await w.drain()
    expect(await outcomes()).toEqual({ granted: 1, reversed: 1 })
    expect(await standing()).toMatchObject({ spent: 100, refused: 0 })
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
    const members = await people(5)
    broken.add(members[2] ?? (0 as MemberId))
    await come(members)
    const ref = [{ tenant: w.tenant, journey: published.journey, shard: 0 }]
    await expect(advance(engine, w.tenant, ref, { most: 100 })).rejects.toThrow('out of order')
    expect(await standing()).toMatchObject({ spent: 0 })
    await advance(engine, w.tenant, ref, { most: 100, careful: true })
    expect(await outcomes()).toMatchObject({ granted: 4 })
    expect(await standing()).toMatchObject({ spent: 40, refused: 0 })
    await balances()
  })

  it.each(['before-commit', 'after-commit'] as const)('is exact however an advance dies: %s', async (point) => {
    const published = await w.publish(rewarding(gift(10), 200, { shards: 1 }))
    await come(await people(30))
    const dying = deadly(() => Promise.reject(new Error('the advancer died')))
    dying.arm({ point, nth: 2 })
    const engine = { ...w.engine, store: dying.store(w.engine.store) }
    const ref = [{ tenant: w.tenant, journey: published.journey, shard: 0 }]
    const some = () => advance(engine, w.tenant, ref, { most: 8 })
    await some()
    await expect(some()).rejects.toThrow('the advancer died')
    while ((await insist(() => advance(w.engine, w.tenant, ref, { most: 8 }))).members > 0);
    expect(await outcomes()).toEqual({ granted: 20, 'over-budget': 10 })
    expect(await standing()).toMatchObject({ spent: 200, refused: 10 })
    await balances()
  })

  describe('of messages', () => {
    beforeEach(async () => {
      await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
      const rules = SendingRules.parse({ prices: { messages: { email: 0.0125 } } })
      await w.engine.store.inTenant(w.tenant, (tx) => saveSendingRules(tx, rules, 'test'))
    })
    const reachable = async (n: number) => {
      const members = await people(n)
      await w.query(
        `INSERT INTO identity SELECT $1, 'email', 'm' || m || '@example.com', m FROM unnest($2::bigint[]) m`,
        [w.tenant, members],
      )
      await w.query(
        `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
         SELECT $1, m, 'email', 'marketing', true, 'test', now() FROM unnest($2::bigint[]) m`,
        [w.tenant, members],
      )
      return members
    }
    const lane = async () => {
      const [account] = await w.query<{ id: number }>('SELECT id FROM account')
      return { tenant: w.tenant, account: account?.id ?? 0 }
    }

    it('blocks those for whom there is none left, and says so in the trace', async () => {
      await w.publish(sending(note, [{ of: 'messages', most: 2 }]))
      await come(await people(5))
      await w.drain()
      expect(await outcomes('note')).toEqual({ blocked: 3, sent: 2 })
      const [row] = await w.query<{ facts: object }>(
        'SELECT facts FROM trace WHERE facts IS NOT NULL ORDER BY enrolment_id LIMIT 1',
      )
      expect(row?.facts).toEqual({ '1': { reason: 'over-budget', of: 'messages', most: 2 } })
    })

    it('counts money by the price of the channel, in parts of a cent', async () => {
      await w.publish(
        sending(mail, [
          { of: 'money', most: 0.04 },
          { of: 'messages', most: 100 },
        ]),
      )
      await come(await reachable(5))
      await w.drain()
      expect(await standing('money')).toEqual({ spent: 375, refused: 2, alerted: true, stopped: true })
      expect(await standing('messages')).toEqual({ spent: 3, refused: 0, alerted: false, stopped: false })
      await balances()
    })

    it('neither counts nor stops transactional messages', async () => {
      const code = node('note', 'send-inbox', { title: 'Hi', body: 'there', purpose: 'transactional' })
      await w.publish(sending(code, [{ of: 'messages', most: 0 }]))
      await come(await people(2))
      await w.drain()
      expect(await outcomes('note')).toEqual({ sent: 2 })
    })

    it('gets back what a provider refuses, and keeps what it took or may have taken', async () => {
      await w.publish(
        sending(mail, [
          { of: 'money', most: 1 },
          { of: 'messages', most: 10 },
        ]),
      )
      const members = await reachable(3)
      await come(members)
      await w.drain()
      const answers = ['rejected_permanent', 'accepted', 'unknown'] as const
      let n = 0
      await deliverBatch(w.engine, await lane(), async () => {
        const answer = answers[n++ % 3] ?? 'accepted'
        return answer === 'accepted' ? { class: 'accepted', providerId: 'x' } : { class: answer, reason: 'because' }
      })
      expect([await standing('messages'), await standing('money')]).toMatchObject([{ spent: 2 }, { spent: 250 }])
      await balances()
    })

    it('gets back what may not go any more when it is claimed', async () => {
      await w.publish(sending(mail, [{ of: 'messages', most: 10 }]))
      await come(await reachable(2))
      await w.drain()
      await w.query('UPDATE consent SET granted = false WHERE member_id = (SELECT min(member_id) FROM consent)')
      await deliverBatch(w.engine, await lane(), async () => ({ class: 'accepted', providerId: 'x' }))
      expect(await standing('messages')).toMatchObject({ spent: 1 })
    })

    it('gets back what is withdrawn from those who leave, and what is blocked when the journey is stopped', async () => {
      const exits = { exitRules: { events: [{ event: 'bye' }] } }
      const waits = node('mail', 'send-email', { account: 'main', subject: 'Hi', text: 'there' })
      await w.publish(
        journey(
          [waits, end, sorry],
          [
            ['start', 'next', 'mail'],
            ['mail', 'sent', 'end'],
            ['mail', 'failed', 'sorry'],
          ],
          [{ of: 'messages', most: 10 }],
          exits,
        ),
      )
      const members = await reachable(3)
      await come(members)
      await w.drain()
      expect(await standing('messages')).toMatchObject({ spent: 3 })
      for (const member of members.slice(0, 1)) await w.post(member, 'bye')
      await w.drain()
      expect(await standing('messages')).toMatchObject({ spent: 2 })
      await w.control('j', 'stop')
      await w.wind(w.now + 1_000)
      expect(await standing('messages')).toMatchObject({ spent: 0 })
      await balances()
    })
  })
})
