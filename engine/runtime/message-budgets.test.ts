import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { SendingRules } from '../core/sending/rules.ts'
import { saveSendingRules } from '../reach/face.ts'
import { budgetsIn, end, journey, mail, node, note, sending, sorry } from '../testing/budget-journeys.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { deliverBatch } from './deliver.ts'

describe('a budget of messages', () => {
  let w: TestWorkspace
  let b: ReturnType<typeof budgetsIn>
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    b = budgetsIn(w)
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
    const rules = SendingRules.parse({ prices: { messages: { email: 0.0125 } } })
    await w.engine.store.inTenant(w.tenant, (tx) => saveSendingRules(tx, rules, 'test'))
  })
  afterEach(() => w.close())

  const reachable = async (n: number) => {
    const members = await b.people(n)
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
    await b.come(await b.people(5))
    await w.drain()
    expect(await b.outcomes('note')).toEqual({ blocked: 3, sent: 2 })
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
    await b.come(await reachable(5))
    await w.drain()
    expect(await b.standing('money')).toEqual({ spent: 375, refused: 2, alerted: true, stopped: true })
    expect(await b.standing('messages')).toEqual({ spent: 3, refused: 0, alerted: false, stopped: false })
    expect(await b.unbalanced()).toEqual([])
  })

  it('neither counts nor stops transactional messages', async () => {
    const code = node('note', 'send-inbox', { title: 'Hi', body: 'there', purpose: 'transactional' })
    await w.publish(sending(code, [{ of: 'messages', most: 0 }]))
    await b.come(await b.people(2))
    await w.drain()
    expect(await b.outcomes('note')).toEqual({ sent: 2 })
  })

  it('gets back what a provider refuses, and keeps what it took or may have taken', async () => {
    await w.publish(
      sending(mail, [
        { of: 'money', most: 1 },
        { of: 'messages', most: 10 },
      ]),
    )
    const members = await reachable(3)
    await b.come(members)
    await w.drain()
    const answers = ['rejected_permanent', 'accepted', 'unknown'] as const
    let n = 0
    await deliverBatch(w.engine, await lane(), async () => {
      const answer = answers[n++ % 3] ?? 'accepted'
      return answer === 'accepted' ? { class: 'accepted', providerId: 'x' } : { class: answer, reason: 'because' }
    })
    expect([await b.standing('messages'), await b.standing('money')]).toMatchObject([{ spent: 2 }, { spent: 250 }])
    expect(await b.unbalanced()).toEqual([])
  })

  it('gets back what may not go any more when it is claimed', async () => {
    await w.publish(sending(mail, [{ of: 'messages', most: 10 }]))
    await b.come(await reachable(2))
    await w.drain()
    await w.query('UPDATE consent SET granted = false WHERE member_id = (SELECT min(member_id) FROM consent)')
    await deliverBatch(w.engine, await lane(), async () => ({ class: 'accepted', providerId: 'x' }))
    expect(await b.standing('messages')).toMatchObject({ spent: 1 })
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
    await b.come(members)
    await w.drain()
    expect(await b.standing('messages')).toMatchObject({ spent: 3 })
    for (const member of members.slice(0, 1)) await w.post(member, 'bye')
    await w.drain()
    expect(await b.standing('messages')).toMatchObject({ spent: 2 })
    await w.control('j', 'stop')
    await w.wind(w.now + 1_000)
    expect(await b.standing('messages')).toMatchObject({ spent: 0 })
    expect(await b.unbalanced()).toEqual([])
  })
})
