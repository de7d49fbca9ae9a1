import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id, type MemberId } from '../core/ids.ts'
import type { Channel, Purpose } from '../core/journey/facts.ts'
import { MEMBER_STATUS } from '../store/codes.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { loadReachability } from './reachability.ts'

describe('who can be reached', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry: new Map(), effects: new Map() })
  })
  afterAll(() => w.close())

  const reach = (members: MemberId[], channel: Channel, purpose: Purpose) =>
    w.engine.store.inTenant(w.tenant, (tx) => loadReachability(tx, members, channel, purpose))
  const make = async (
    address: string | undefined,
    granted: boolean | undefined,
    channel: Channel,
    purpose: Purpose,
  ) => {
    const member = await w.member({})
    const unique = address?.replace('#', `${member}`)
    if (unique) await w.query("INSERT INTO identity VALUES ($1, 'email', $2, $3)", [w.tenant, unique, member])
    if (granted !== undefined) {
      await w.query(
        `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at) VALUES ($1, $2, $3, $4, $5, 'test', now())`,
        [w.tenant, member, channel, purpose, granted],
      )
    }
    return member
  }

  it.each([
    ['email', 'marketing', 'a#@x.com', true, 'reachable'],
    ['email', 'marketing', 'a#@x.com', undefined, 'no-consent'],
    ['email', 'marketing', 'a#@x.com', false, 'opted-out'],
    ['email', 'marketing', undefined, true, 'no-address'],
    ['email', 'service', 'a#@x.com', undefined, 'reachable'],
    ['email', 'service', 'a#@x.com', false, 'opted-out'],
    ['email', 'transactional', 'a#@x.com', undefined, 'reachable'],
    ['email', 'transactional', 'a#@x.com', false, 'opted-out'],
    ['email', 'service', 'a#', undefined, 'bad-address'],
    ['email', 'service', 'a#@x.com, b@x.com', undefined, 'bad-address'],
    ['email', 'service', 'a#@x.com\r\nBcc: b@x.com', undefined, 'bad-address'],
    ['inbox', 'marketing', undefined, undefined, 'reachable'],
    ['inbox', 'marketing', undefined, false, 'opted-out'],
    ['inbox', 'service', undefined, undefined, 'reachable'],
  ] as const)('by %s for %s, address %j, consent %j: %s', async (channel, purpose, address, granted, expected) => {
    const member = await make(address, granted, channel, purpose)
    const [answer] = await reach([member], channel, purpose)
    expect(answer?.reachable ? 'reachable' : answer?.reason).toBe(expected)
  })

  it('never reaches a closed or an unknown member, and answers in the order asked', async () => {
    const closed = await make('a#@x.com', true, 'email', 'marketing')
    const open = await make('a#@x.com', true, 'email', 'marketing')
    await w.query('UPDATE member SET status = $1 WHERE id = $2', [MEMBER_STATUS.indexOf('closed'), closed])
    expect(await reach([open, id(999_999), closed], 'email', 'marketing')).toEqual([
      { reachable: true, address: `a${open}@x.com` },
      { reachable: false, reason: 'member-closed' },
      { reachable: false, reason: 'member-closed' },
    ])
  })
})
