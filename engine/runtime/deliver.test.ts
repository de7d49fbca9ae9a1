import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import type { DeliveryOutcome } from '../reach/face.ts'
import { accepted, type MailWorkspace, mailJourney, mailWorkspace } from '../testing/mail-workspace.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND

describe('delivery', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it('sends a planned message, and lets its member go on when it is accepted', async () => {
    const published = await w.publish(mailJourney())
    const ann = await w.reachable({ name: 'Ann' })
    await w.join(ann)
    expect(await w.states()).toEqual({ live: 1 })
    expect(await w.lanePokes()).toEqual([{ owner: w.account, part: 0 }])
    expect(await w.deliverAll()).toBeNull()
    expect(w.log).toMatchObject([
      {
        key: expect.stringMatching(/^\d+\.2\.0$/),
        channel: 'email',
        purpose: 'marketing',
        address: `m${ann}@example.com`,
        content: { subject: 'Hi {{member.name | "you"}}', text: 'x' },
        variables: { 'member.name': 'Ann' },
      },
    ])
    expect(await w.lanePokes()).toEqual([])
    expect(await w.messages()).toEqual(['accepted - 1'])
    expect(await w.paths()).toEqual({ [ann]: 'start:next mail:sent sent:ended' })
    expect(await w.states()).toEqual({ completed: 1 })
    await w.reconcileCounts(published)
  })

  it('takes each member where its own message leads', async () => {
    await w.publish(mailJourney())
    const members: MemberId[] = []
    for (const name of ['taken', 'refused', 'lost']) members.push(await w.reachable({ name }))
    await w.join(...members)
    const outcomes: Record<string, DeliveryOutcome> = {
      taken: accepted,
      refused: { class: 'rejected_permanent', reason: 'smtp-550' },
      lost: { class: 'unknown', reason: 'smtp-econnection' },
    }
    w.answer = ({ variables }) => outcomes[String(variables['member.name'])] ?? accepted
    await w.deliverAll()
    expect(await w.messages()).toEqual(['accepted - 1', 'failed smtp-550 1', 'unknown smtp-econnection 1'])
    expect(Object.values(await w.paths())).toEqual([
      'start:next mail:sent sent:ended',
      'start:next mail:failed failed:ended',
      'start:next mail:sent sent:ended',
    ])
  })

  it('does not go on by a message that is not its own, nor by an event that somebody made up', async () => {
    await w.publish({ ...mailJourney({ reentry: { rule: 'any-time' } }) })
    const ann = await w.reachable()
    await w.join(ann)
    await w.join(ann)
    const [first] = await w.query<{ enrolment: number }>('SELECT min(id) AS enrolment FROM enrolment')
    w.answer = ({ key }) =>
      key.startsWith(`${first?.enrolment}.`) ? accepted : { class: 'rejected_retryable', reason: 'x' }
    await w.deliverAll()
    expect(await w.states()).toEqual({ live: 1, completed: 1 })
    await w.post(ann, 'message settled', { enrolment: (first?.enrolment ?? 0) + 1, visit: 2, state: 'accepted' })
    await w.drain()
    expect(await w.states()).toEqual({ live: 1, completed: 1 })
  })

  it('sends nothing to who opted out since, and says why', async () => {
    await w.publish(mailJourney())
    const ann = await w.reachable()
    await w.join(ann)
    await w.consent(ann, false)
    await w.deliverAll()
    expect(w.log).toEqual([])
    expect(await w.messages()).toEqual(['blocked opted-out 0'])
    expect(await w.paths()).toEqual({ [ann]: 'start:next mail:blocked blocked:ended' })
    expect(await w.query('SELECT facts FROM trace WHERE facts IS NOT NULL')).toEqual([
      { facts: { 0: { reason: 'opted-out' } } },
    ])
  })

  it('holds what a paused journey planned, and sends it after resume', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    await w.control('mail', 'pause')
    expect(await w.deliverAll()).toBeNull()
    expect(w.log).toEqual([])
    await w.control('mail', 'resume')
    await w.deliverAll()
    expect(w.log).toHaveLength(1)
    expect(await w.states()).toEqual({ completed: 1 })
  })

  it.each([
    ['holds', 'hold', 7 * HOUR, ['planned - 0']],
    ['drops', 'skip', null, ['blocked quiet-hours 0']],
  ])('%s what a pause carried into quiet hours', async (_, meanwhile, sleepMs, messages) => {
    const quietHours = { kind: 'own', hours: { from: '01:00', to: '09:00' }, meanwhile }
    await w.publish(mailJourney({ zone: 'UTC', quietHours }))
    await w.join(await w.reachable(), await w.reachable({ timezone: 'Asia/Tokyo' }))
    await w.control('mail', 'pause')
    await w.windOnly(w.now + 2 * HOUR)
    await w.control('mail', 'resume')
    // In Tokyo it is eleven.
    expect(await w.deliverAll()).toBe(sleepMs)
    expect(w.log).toHaveLength(1)
    expect(await w.messages()).toEqual([...messages, 'accepted - 1'])
    await w.windOnly(w.now + 8 * HOUR)
    await w.deliverAll()
    expect(w.log).toHaveLength(meanwhile === 'hold' ? 2 : 1)
    expect(await w.states()).toEqual({ completed: 2 })
  })

  it.each([
    ['stopped', 5, 'journey-stopped'],
    ['pulled out', 6, 'left-journey'],
  ])('sends nothing to who was %s since', async (_, state, reason) => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    await w.query('UPDATE enrolment SET state = $1', [state])
    await w.query('DELETE FROM token')
    await w.deliverAll()
    expect(w.log).toEqual([])
    expect(await w.messages()).toEqual([`blocked ${reason} 0`])
  })

  it('still sends what was planned for who completed the journey since', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    await w.query('UPDATE enrolment SET state = 2')
    await w.deliverAll()
    expect(w.log).toHaveLength(1)
  })

  it('tries again later, five times at most, and sleeps until then', async () => {
    await w.publish(mailJourney())
    const ann = await w.reachable()
    await w.join(ann)
    w.answer = () => ({ class: 'rejected_retryable', reason: 'smtp-451' })
    const waits: (number | null)[] = []
    for (let i = 0; i < 5; i++) {
      const sleepMs = await w.deliverAll()
      waits.push(sleepMs)
      if (sleepMs !== null) {
        await w.windOnly(w.now + sleepMs - 1)
        await w.deliver()
        await w.windOnly(w.now + 1)
      }
    }
    expect(waits).toEqual([30 * SECOND, 120 * SECOND, 480 * SECOND, 1_920 * SECOND, null])
    expect(w.log).toHaveLength(5)
    expect(await w.messages()).toEqual(['failed smtp-451 5'])
    expect(await w.paths()).toEqual({ [ann]: 'start:next mail:failed failed:ended' })
  })

  it('stops a batch where the provider throttles, at the cost of no attempt', async () => {
    await w.publish(mailJourney())
    const members: MemberId[] = []
    for (let i = 0; i < 20; i++) members.push(await w.reachable())
    await w.join(...members)
    w.answer = () => ({ class: 'throttled', afterMs: 7 * SECOND })
    expect(await w.deliverAll()).toBe(7 * SECOND)
    expect(w.log.length).toBeLessThanOrEqual(8)
    expect(new Set(await w.messages())).toEqual(new Set(['planned - 0']))
    w.answer = () => accepted
    await w.windOnly(w.now + 7 * SECOND)
    await w.deliverAll()
    expect(await w.states()).toEqual({ completed: 20 })
  })

  it('keeps to the pace of the account', async () => {
    await w.publish(mailJourney())
    const members: MemberId[] = []
    for (let i = 0; i < 7; i++) members.push(await w.reachable())
    await w.join(...members)
    await w.query('INSERT INTO token_bucket VALUES ($1, $2, 3, to_timestamp($3::float8 / 1000), 2, 4)', [
      w.tenant,
      w.account,
      w.now,
    ])
    const sent: number[] = []
    for (const passed of [0, 250, 250, 60 * SECOND]) {
      await w.windOnly(w.now + passed)
      sent.push((await w.deliver()).sleepMs ?? -1, w.log.length)
    }
    expect(sent).toEqual([500, 3, 250, 3, 500, 4, -1, 7])
  })

  it('sends a batch of hundreds once each, however many lanes run at once', async () => {
    await w.publish(mailJourney({ shards: 4 }))
    const members = await w.members(Array.from({ length: 250 }, () => ({})))
    await w.query("INSERT INTO identity SELECT $1, 'email', 'm' || id || '@example.com', id FROM member", [w.tenant])
    await w.query(
      `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
       SELECT $1, id, 'email', 'marketing', true, 'test', now() FROM member`,
      [w.tenant],
    )
    await w.join(...members)
    await Promise.all([w.deliver(), w.deliver(), w.deliver()])
    await w.deliverAll()
    expect(w.log).toHaveLength(250)
    expect(new Set(w.log.map((m) => m.key)).size).toBe(250)
    expect(await w.states()).toEqual({ completed: 250 })
  })

  it('comes to rest where mails set each other off', async () => {
    const loop = mailJourney({ reentry: { rule: 'any-time' } })
    const [start, ...rest] = loop.nodes
    await w.publish({
      ...loop,
      nodes: [{ ...start, settings: { events: [{ event: 'joined' }, { event: 'message settled' }] } }, ...rest],
    })
    await w.join(await w.reachable())
    for (let i = 0; i < 30; i++) await w.deliverAll()
    expect(w.log).toHaveLength(20)
  })

  it('fails the member alone where the account is gone', async () => {
    await w.publish(mailJourney())
    await w.query('DELETE FROM account')
    await w.join(await w.reachable())
    expect(await w.states()).toEqual({ failed: 1 })
    const [failed] = await w.query<{ reason: string }>('SELECT reason FROM enrolment')
    expect(failed?.reason).toContain('no email account "main"')
  })
})
