import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { Language } from '../core/say.ts'
import { explainMember } from '../runtime/explain.ts'
import { takeIn } from '../runtime/take-in.ts'
import { findMember } from '../runtime/trace.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { traceText } from './trace-text.ts'

const MINUTE = 60_000

const document = {
  schema: 1,
  key: 'thanks',
  name: '感谢',
  nodes: [
    { id: 'order', type: 'trigger-event', version: 1, name: '下单', settings: { events: [{ event: 'order' }] } },
    {
      id: 'big',
      type: 'attribute-check',
      version: 1,
      name: '大单',
      settings: { rule: { field: 'event.amount', op: 'gte', value: 200 } },
    },
    {
      id: 'again',
      type: 'wait',
      version: 1,
      name: '等待',
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 10, unit: 'minute' } },
    },
    {
      id: 'points',
      type: 'grant-points',
      version: 1,
      name: '积分',
      settings: { amount: { kind: 'rate', of: 'event.n', perUnit: 1 } },
    },
    { id: 'end', type: 'end', version: 1, name: '结束' },
  ],
  edges: [
    { from: 'order', outcome: 'next', to: 'big' },
    { from: 'big', outcome: 'yes', to: 'again' },
    { from: 'big', outcome: 'no', to: 'points' },
    { from: 'again', outcome: 'event', to: 'end' },
    { from: 'again', outcome: 'timeout', to: 'end' },
    { from: 'points', outcome: 'granted', to: 'end' },
  ],
}

describe('a trace', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.publish(document)
  })
  afterEach(() => w.close())

  const order = async (userId: string, amount: number) => {
    const told = { person: [{ namespace: 'user', value: userId }], event: { name: 'order', properties: { amount } } }
    await takeIn(w.engine, w.tenant, [[told]])
    await w.drain()
  }
  const trace = (who: string, key = 'thanks', language: Language = 'en') =>
    w.engine.store.withDb(w.tenant, async (tx) => explainMember(w.engine, tx, key, await findMember(tx, who), language))

  it('tells the way, the facts behind it, where the member stands and what would wake it', async () => {
    await order('ann', 250)
    const { member, ...told } = await trace('ann')
    expect(told).toMatchObject({
      journey: { key: 'thanks', name: '感谢', state: 'running' },
      zone: 'UTC',
      refusals: [],
      entries: [
        {
          entry: 1,
          version: 1,
          state: 'live',
          enteredAt: w.now,
          visits: [
            { at: w.now, node: 'order', name: '下单', outcome: 'next' },
            { at: w.now, node: 'big', name: '大单', outcome: 'yes', because: { 'event.amount': 250 } },
          ],
          stands: {
            node: 'again',
            since: w.now,
            failed: false,
            wakesAt: w.now + 10 * MINUTE,
            listens: [{ event: 'order' }],
          },
        },
      ],
    })
    expect(traceText(await trace('ann'))).toBe(
      `#${member} · 感谢 (thanks, running)

Entry 1 into version 1: live (UTC)
  Did “order” 1 Mar 00:00 (amount 250), and so entered.
  2026-03-01 00:00  下单 (order) → Enters: Did “order” and entered.
  2026-03-01 00:00  大单 (big) → Yes: Meets “amount is at least 200”: amount is 250.
  At “等待” since 1 Mar 00:00: came from “大单” by “Yes”.
  Wakes 1 Mar 00:10 (in 10 min), or sooner by “order”. It can be pushed on by hand.`,
    )
    expect(traceText(await trace('ann', 'thanks', 'zh-CN'))).toContain(
      '3 月 1 日 00:10（10 分钟后）唤醒，或由「order」提前唤醒。也可以手动推进。',
    )
  })

  it('tells the end, and why a member was not enrolled again', async () => {
    await order('ann', 250)
    const entered = w.now
    await w.windOnly(entered + MINUTE)
    await order('ann', 10)
    const told = await trace('user:ann')
    expect(told.entries).toMatchObject([{ state: 'completed', endedAt: entered + MINUTE }])
    expect(told.entries[0]?.stands).toBeUndefined()
    expect(told.refusals).toEqual([
      { at: entered + MINUTE, reason: 'already-entered', event: 'order', unmet: [], found: {} },
    ])
    expect(traceText(told)).toContain(
      'Not enrolled:\n  “order” 1 Mar 00:01 did not let the member in: a member enters once, and did.',
    )
  })

  it('tells where one failed and how to mend it', async () => {
    await order('bo', 10)
    const told = await trace('bo')
    expect(told.entries).toMatchObject([{ state: 'failed', stands: { node: 'points', failed: true, listens: [] } }])
    expect(traceText(told)).toContain('event.n is not a number')
    expect(traceText(told)).toContain('choose “Retry” to go on from here')
  })

  it('is asked for by identity or by number', async () => {
    await order('ann', 250)
    const { member } = await trace('ann')
    expect(await trace(`#${member}`)).toEqual(await trace('ann'))
    await expect(trace('bo')).rejects.toMatchObject({ code: 'member-unknown' })
    await expect(trace('#999999')).rejects.toMatchObject({ code: 'member-unknown' })
    await expect(trace('ann', 'none')).rejects.toMatchObject({ code: 'journey-unknown' })
  })

  it('of a member who never came says so', async () => {
    const member = await w.member({})
    expect(traceText(await trace(`#${member}`))).toContain(
      'Has never entered.\n\nDid not do “order” since it was published.',
    )
  })
})
