import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { id, type MemberId } from '../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { tagMembers } from './tags.ts'

describe('tagging members', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeEach(async () => {
    w = await testWorkspace({ registry: new Map(), effects: new Map() })
    members = await w.members([{}, {}])
  })
  afterEach(() => w.close())

  const change = (visit: number, tags: Parameters<typeof tagMembers>[2], expiresAt?: number) =>
    w.engine.store.inTenant(w.tenant, async (tx) => {
      const changes = members.map((member) => ({
        ...{ member, enrolment: id<never>(member), visit, enteredAt: w.now, at: w.now },
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }))
      return tagMembers(tx, changes, tags, 'test')
    })
  const tags = async () => {
    const rows = await w.query<{ tags: string }>(
      "SELECT string_agg(tag, ' ' ORDER BY tag) AS tags FROM member_tag GROUP BY member_id ORDER BY member_id",
    )
    return rows.map((row) => row.tags)
  }

  it('adds, removes and replaces for all of them', async () => {
    await change(1, { add: ['a', 'b'], remove: [] })
    expect(await tags()).toEqual(['a b', 'a b'])
    await change(2, { add: [], remove: ['a', 'never-there'] })
    expect(await tags()).toEqual(['b', 'b'])
    await change(3, { add: ['c'], remove: 'all-others' })
    expect(await tags()).toEqual(['c', 'c'])
  })

  it('writes the same change once, and a later one sets the expiry anew', async () => {
    await change(1, { add: ['a'], remove: [] }, w.now + 5)
    await change(1, { add: ['a'], remove: [] }, w.now + 5)
    expect(await w.query('SELECT count(*)::int AS n FROM effect')).toEqual([{ n: 2 }])
    await change(2, { add: ['a'], remove: [] })
    expect(await w.query('SELECT DISTINCT expires_at FROM member_tag')).toEqual([{ expires_at: null }])
  })
})
