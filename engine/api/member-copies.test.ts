import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { simulate } from '../core/simulate/simulate.ts'
import { type TestApi, testApi } from '../testing/api.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

let w: TestWorkspace
let api: TestApi
let cookie: string
beforeAll(async () => {
  w = await testWorkspace({ registry, effects })
  api = await testApi(w)
  cookie = (await api.person('ana@x.io', 'analyst')).cookie
})
afterAll(async () => {
  await api.close()
  await w.close()
})

const copyOf = async (member: number) => {
  const answer = await api.app.inject({
    url: `/api/w/t/members/${member}/copy?journey=order-thanks`,
    headers: { cookie },
  })
  return { status: answer.statusCode, body: answer.json() }
}

describe('a member to simulate with', () => {
  it('has what a journey may ask of one: attributes, tags, points, events, and where messages end', async () => {
    const ann = await w.member({ name: 'Ann', city: '上海' })
    await w.query("INSERT INTO member_tag (tenant_id, member_id, tag, source, at) VALUES ($1, $2, 'vip', 't', now())", [
      ...[w.tenant, ann],
    ])
    await w.post(ann, 'visited', { page: '/' })
    const { body } = await copyOf(ann)
    expect(body).toEqual({
      member: ann,
      joinedAt: expect.any(Number),
      attributes: { name: 'Ann', city: '上海' },
      tags: { vip: null },
      sets: {},
      points: { spendable: 0, growth: 0, yearly: 0 },
      events: [{ name: 'visited', at: w.now, properties: { page: '/' } }],
      reach: {
        'email/marketing': 'no-consent',
        'email/service': 'no-address',
        'email/transactional': 'no-address',
      },
      arms: {},
    })
  })

  it('goes the way in the simulator that the member then goes', async () => {
    const text = readFileSync(new URL('../cli/demo/order-thanks.journey.json', import.meta.url), 'utf8')
    const published = await w.publish(JSON.parse(text))
    const boris = await w.member({ name: 'Boris' })
    const { body: person } = await copyOf(boris)
    const startsAt = w.now
    await w.post(boris, 'order completed', { amount: 299 })
    await w.drain()
    await w.wind(w.now + 86_400_000)
    const plan = await w.plan(published.version)
    const { story } = simulate(
      plan,
      {
        ...{ person, startsAt },
        happenings: [
          { do: 'post', at: startsAt, event: 'order completed', properties: { amount: 299 } },
          { do: 'wait', at: w.now },
        ],
      },
      { journey: published.journey },
    )
    const way = story.flatMap((told) => (told.kind === 'left' ? `${told.node}:${told.outcome}` : []))
    expect(way.length).toBeGreaterThan(3)
    expect((await w.paths())[boris]).toBe(way.join(' '))
    const after = (await copyOf(boris)).body
    const { person: played } = simulate(plan, {
      ...{ person, startsAt },
      happenings: [{ do: 'post', at: startsAt, event: 'order completed', properties: { amount: 299 } }],
    })
    expect([after.points, after.tags]).toEqual([played.points, played.tags])
  })

  it('is not there for a member who is not', async () => {
    expect((await copyOf(999_999)).status).toBe(404)
  })
})
