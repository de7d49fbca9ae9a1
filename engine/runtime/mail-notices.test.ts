import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { letIn, type Role } from '../access/face.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { tellTeam } from '../reach/face.ts'
import { accepted, type MailWorkspace, mailWorkspace } from '../testing/mail-workspace.ts'
import { mailNotices } from './mail-notices.ts'

const SECOND = 1_000
const journey = {
  ...{ schema: 1, key: 'vip', name: '大客户' },
  nodes: [
    { id: 'start', type: 'trigger-event', settings: { events: [{ event: 'joined' }] } },
    { id: 'tell', type: 'notify-team', settings: { text: 'Call {{member.name}}', roles: ['operator'], mail: 'main' } },
    { id: 'end', type: 'end', settings: {} },
  ].map((node) => ({ version: 1, name: node.id, ...node })),
  edges: [
    { from: 'start', outcome: 'next', to: 'tell' },
    { from: 'tell', outcome: 'next', to: 'end' },
  ],
}

describe('the mail of a notice', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const person = async (name: string, role: Role = 'operator'): Promise<string> => {
    const [row] = await w.engine.store.acrossTenants((sql) =>
      sql.query<{ id: string }>('SELECT gen_random_uuid() AS id'),
    )
    const id = row?.id ?? ''
    await w.asOwner(
      `INSERT INTO auth."user" (id, name, email, "emailVerified", "updatedAt") VALUES ('${id}', '${name}', '${name}@x.io', true, now())`,
    )
    await w.engine.store.inTenant(w.tenant, async (tx) => letIn(tx, id, role))
    return id
  }
  const send = async (message: (typeof w.log)[number]) => {
    w.log.push(message)
    return w.answer(message)
  }
  const lane = () => ({ tenant: w.tenant, account: w.account })
  const mail = () => mailNotices(w.engine, lane(), send)
  const mails = async () =>
    (
      await w.query<{ state: number; reason: string | null; attempts: number }>(
        'SELECT * FROM notice_mail ORDER BY person_id',
      )
    ).map((row) => `${MESSAGE_STATES[row.state]} ${row.reason ?? '-'} ${row.attempts}`)

  it('goes once to each reader, by the lane of its account, whoever comes after', async () => {
    await person('ann')
    await person('ben')
    await w.publish(journey)
    await w.join(...(await w.members([{ name: 'Zoe' }, { name: 'Max' }])))
    expect(await w.lanePokes()).toEqual([{ owner: w.account, part: 0 }])
    expect(await mail()).toBeNull()
    await w.join(await w.member({ name: 'Lee' }))
    expect(await mail()).toBeNull()
    expect(w.log.map(({ address }) => address).sort()).toEqual(['ann@x.io', 'ben@x.io'])
    expect(w.log[0]).toMatchObject({
      channel: 'email',
      key: expect.stringMatching(/^notice\.\d+\./),
      variables: { title: 'Call Zoe', text: expect.stringContaining('旅程「大客户」的「tell」') },
    })
    expect(await mails()).toEqual(['accepted - 1', 'accepted - 1'])
  })

  it('is tried again later, and given up in the end', async () => {
    await person('ann')
    await w.publish(journey)
    await w.join(await w.member({ name: 'Zoe' }))
    w.answer = () => ({ class: 'rejected_retryable', reason: 'smtp-451' })
    expect(await mail()).toBe(30 * SECOND)
    expect(await mails()).toEqual(['planned smtp-451 1'])
    for (let i = 0; i < 4; i++) {
      await w.windOnly(w.now + 4 * 3_600_000)
      await mail()
    }
    expect(await mails()).toEqual(['failed smtp-451 5'])
  })

  it('is sent by nobody twice: one found in sending after a minute is lost', async () => {
    await person('ann')
    await w.publish(journey)
    await w.join(await w.member({ name: 'Zoe' }))
    await new Promise<void>((begun) => {
      void mailNotices(w.engine, lane(), () => {
        begun()
        return new Promise(() => {})
      })
    })
    expect(await mail()).toBe(60 * SECOND)
    await w.windOnly(w.now + 60 * SECOND)
    expect(await mail()).toBeNull()
    expect(w.log).toEqual([])
    expect(await mails()).toEqual(['unknown interrupted 1'])
  })

  it('does not go to who has left meanwhile', async () => {
    const ann = await person('ann')
    await w.publish(journey)
    await w.join(await w.member({ name: 'Zoe' }))
    await w.query('DELETE FROM membership WHERE person_id = $1', [ann])
    await mail()
    expect(w.log).toEqual([])
    expect(await mails()).toEqual(['failed left 1'])
  })

  it('is plain text whatever a member is called', async () => {
    await person('ann')
    await w.publish(journey)
    await w.join(await w.member({ name: '{{member.phone | "x"}}\r\nBcc: eve@x.io' }))
    w.answer = () => accepted
    await mail()
    expect(w.log[0]?.content).toEqual({ subject: '{{title}}', text: '{{text}}' })
    expect(w.log[0]?.variables.title).toBe('Call {{member.phone | "x"}}\r\nBcc: eve@x.io')
  })

  it('goes to nobody of another workspace, and by none of its accounts', async () => {
    await person('ann')
    const [other] = await w.engine.store.acrossTenants((sql) =>
      sql.query<{ id: typeof w.tenant }>("INSERT INTO tenant (key, name) VALUES ('other', 'Other') RETURNING id"),
    )
    if (!other) throw new Error('no workspace was made')
    await w.engine.store.inTenant(other.id, (tx) =>
      tellTeam(tx, {
        ...{ code: 'node-passed', params: { text: 'x' }, key: 'k', to: { roles: ['operator'] }, at: w.now },
        mail: 'main',
      }),
    )
    await mail()
    expect(w.log).toEqual([])
  })
})
