import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { whyNotIn } from '../runtime/why-not.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const { cookie } = await api.person('ana@x.io', 'analyst')

const call = async (
  method: 'GET' | 'PATCH' | 'POST' | 'DELETE',
  path: string,
  payload?: object | string,
  headers: Record<string, string> = {},
) => {
  const answer = await api.app.inject({
    ...{ method, url: `/api/w/t/groups${path}`, headers: { cookie, ...headers } },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, ...answer.json() }
}
const upload = (key: string, csv: string, bad = 'keep-good') =>
  call('POST', `/${key}/list?bad=${bad}`, csv, { 'content-type': 'text/csv' })
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const journey = (key: string, audience: object) => ({
  ...{ schema: 1, key, name: key },
  nodes: [node('start', 'trigger-audience', { firing: { kind: 'now' }, ...audience }), node('end', 'end')],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})

let members: MemberId[]
beforeAll(async () => {
  members = await w.members([{ city: 'A' }, { city: 'A' }, { city: 'B' }])
  await w.query("INSERT INTO identity SELECT $1, 'user', 'u' || m, m FROM unnest($2::bigint[]) m", [w.tenant, members])
})
const user = (nth: number) => `u${members[nth]}`

describe('a group', () => {
  it('is made empty, renamed, and listed by name with its size', async () => {
    expect(await call('POST', '', { key: 'fair', name: '展会' })).toEqual({ status: 200, done: true })
    expect(await call('POST', '', { key: 'fair', name: '另一个' })).toMatchObject({ status: 409, code: 'group-exists' })
    await call('PATCH', '/fair', { name: '春季展会' })
    const { groups } = await call('GET', '')
    expect(groups).toMatchObject([{ key: 'fair', name: '春季展会', size: 0, usedBy: [] }])
  })

  it('takes members in once, and out again', async () => {
    await call('POST', '', { key: 'hand', name: 'hand' })
    const chosen = { members: [members[0], members[1]].map(String) }
    expect(await call('POST', '/hand/members/add', chosen)).toMatchObject({ changed: 2 })
    expect(await call('POST', '/hand/members/add', chosen)).toMatchObject({ changed: 0 })
    expect(await call('POST', '/hand/members/remove', { members: [String(members[0])] })).toMatchObject({ changed: 1 })
    const { members: inside } = await call('GET', '/hand/members')
    expect(inside.map((one: { id: string }) => one.id)).toEqual([String(members[1])])
    expect(await call('GET', '/hand')).toMatchObject({ size: 1 })
  })

  it('answers that it is not there, whatever is asked of it', async () => {
    expect(await call('GET', '/nothing')).toMatchObject({ status: 404, code: 'group-unknown' })
    expect(await upload('nothing', 'user\nx')).toMatchObject({ status: 404, code: 'group-unknown' })
  })
})

describe('an uploaded list', () => {
  const list = () => `user,email\n${user(0)},\nnobody,\n${user(1)},a@b.c\n,\n${user(0)}\n`

  it('keeps the good lines and tells the bad ones by line', async () => {
    await call('POST', '', { key: 'good', name: 'good' })
    expect(await upload('good', list())).toMatchObject({
      ...{ status: 200, lines: 4, added: 2, already: 0, rejected: 2, kept: true },
      problems: [
        { line: 3, code: 'unknown', detail: 'nobody is known by user nobody' },
        { line: 6, code: 'unreadable', detail: 'has 1 values where 2 are wanted' },
      ],
    })
    expect(await upload('good', `user\n${user(0)}\n${user(2)}\n`)).toMatchObject({ added: 1, already: 1 })
  })

  it('keeps nothing where a line is bad, if that is asked', async () => {
    await call('POST', '', { key: 'none', name: 'none' })
    expect(await upload('none', list(), 'keep-nothing')).toMatchObject({ added: 0, rejected: 2, kept: false })
    expect(await call('GET', '/none')).toMatchObject({ size: 0 })
    const fine = await upload('none', `member;x\n${members[2]};\n`, 'keep-nothing')
    expect(fine).toMatchObject({ added: 1, rejected: 0, kept: true })
  })

  it('may be JSON, and names somebody by the first identity that is known', async () => {
    await call('POST', '', { key: 'json', name: 'json' })
    const people = [{ email: 'who@x.io', user: user(1) }, { user: 'x'.repeat(300) }, {}]
    expect(await call('POST', '/json/list?bad=keep-good', { people })).toMatchObject({
      ...{ added: 1, rejected: 2 },
      problems: [
        { line: 2, code: 'bad-value' },
        { line: 3, code: 'names-nobody' },
      ],
    })
  })

  it('is audited', async () => {
    const rows = await w.query("SELECT subject, detail FROM audit WHERE action = 'group.upload' AND subject = 'json'")
    expect(rows).toEqual([{ subject: 'json', detail: { people: 1, rejected: 2 } }])
  })
})

describe('a journey for groups', () => {
  it('takes the members of any of them, minus those that are excluded', async () => {
    for (const key of ['in', 'out']) await call('POST', '', { key, name: key })
    await upload('in', `user\n${user(0)}\n${user(2)}\n`)
    await upload('out', `user\n${user(2)}\n`)
    await w.segment('city-a', { field: 'member.city', op: 'eq', value: 'A' })
    await w.publish(journey('whole', { groups: ['in'], excludeGroups: ['out'] }))
    await w.publish(journey('mixed', { include: ['city-a'], groups: ['in'] }))
    await w.drain()
    const taken = await w.query(
      "SELECT j.key, string_agg(e.member_id::text, ' ' ORDER BY e.member_id) AS who FROM enrolment e JOIN journey j ON j.id = e.journey_id GROUP BY 1 ORDER BY 1",
    )
    expect(taken).toEqual([
      { key: 'mixed', who: members.join(' ') },
      { key: 'whole', who: String(members[0]) },
    ])
  })

  it('says to whom it did not take that the group has not got them', async () => {
    const whyNot = await w.engine.store.inTenant(w.tenant, (tx) => whyNotIn(w.engine, tx, members[1] as MemberId)) // made above
    expect(whyNot.find((one) => one.journey.key === 'whole')?.because).toMatchObject({
      kind: 'not-in-audience',
      segments: [
        { key: 'in', use: 'include', holds: false, unmet: [] },
        { key: 'out', use: 'exclude', holds: false },
      ],
    })
  })

  it('needs them, and keeps them from being deleted', async () => {
    await expect(w.publish(journey('lost', { groups: ['gone'] }))).rejects.toThrow(/No group “gone”/)
    expect(await call('DELETE', '/in')).toMatchObject({ status: 409, code: 'group-used' })
    expect(await call('DELETE', '/hand')).toEqual({ status: 200, done: true })
    expect(
      await w.query('SELECT 1 FROM group_member m LEFT JOIN member_group g ON g.id = m.group_id WHERE g.id IS NULL'),
    ).toEqual([])
  })
})
