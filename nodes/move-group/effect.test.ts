import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import type { Plan } from '../../engine/core/journey/plan.ts'
import { explainMember } from '../../engine/runtime/explain.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })
const edge = (from: string, to: string) => ({ from, outcome: 'next', to })
const journey = (key: string, nodes: object[], edges: object[]) => ({
  ...{ schema: 1, key, name: key, settings: { zone: 'UTC', reentry: { rule: 'any-time' } }, nodes, edges },
})

describe('moving members', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
    await w.group('list')
    await w.group('other')
  })
  afterAll(() => w.close())

  const handsOver = (key: string, to: string) =>
    journey(
      key,
      [
        node('start', 'trigger-event', { events: [{ event: key }] }),
        node('called', 'trigger-api'),
        node('in', 'move-group', { kind: 'join', groups: ['list', 'other'] }),
        node('out', 'move-group', { kind: 'leave', groups: ['other'] }),
        node('over', 'move-group', {
          ...{ kind: 'hand-over', journey: to },
          data: [{ name: 'n', value: '{{event.n}}' }],
        }),
      ],
      [edge('start', 'in'), edge('called', 'in'), edge('in', 'out'), edge('out', 'over')],
    )

  it('puts them into groups and out, and hands them over with data, one deeper each time until it is too deep', async () => {
    await w.publish(journey('second', [node('called', 'trigger-api')], []))
    await w.publish(handsOver('first', 'second'))
    // Back and forth for ever, but for the depth of what causes what.
    await w.publish(handsOver('second', 'first'))
    const member = await w.member({})
    await w.post(member, 'first', { n: 5 })
    await w.drain()
    const entries = await w.query<{ depth: number; data: object }>('SELECT depth, data FROM enrolment ORDER BY id')
    expect(entries.map(({ depth }) => depth)).toEqual(Array.from({ length: 20 }, (_, depth) => depth))
    expect(entries.every(({ data }) => JSON.stringify(data) === '{"n":5}')).toBe(true)
    expect(await w.query('SELECT FROM refusal')).toHaveLength(1)
    const groups = await w.query('SELECT g.key FROM group_member m JOIN member_group g ON g.id = m.group_id')
    expect(groups).toEqual([{ key: 'list' }])
  })
})

describe('handing members over to a journey that takes nobody in', () => {
  let w: TestWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    ann = await w.member({})
  })
  afterEach(() => w.close())

  const ends = ['gone', 'kept'].map((of) => node(of, 'end'))
  const giver = (...edges: object[]) =>
    journey(
      'giver',
      [node('start', 'trigger-event', { events: [{ event: 'go' }] }), over, ...(edges.length > 0 ? ends : [])],
      [edge('start', 'over'), ...edges],
    )
  const over = node('over', 'move-group', { kind: 'hand-over', journey: 'taker' })
  const both = [
    { from: 'over', outcome: 'next', to: 'gone' },
    { from: 'over', outcome: 'failed', to: 'kept' },
  ]
  const taker = (type = 'trigger-api', settings = {}) =>
    journey(
      'taker',
      [
        node('called', type, settings),
        node('stay', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
      ],
      [edge('called', 'stay')],
    )
  const way = async () => {
    await w.post(ann, 'go')
    await w.drain()
    const entries = (await w.paths())[ann]?.split(' | ') ?? []
    return entries.findLast((path) => path.startsWith('start:'))
  }
  const told = async (language: 'zh-CN' | 'en') =>
    w.engine.store.withDb(w.tenant, async (tx) => {
      const { entries } = await explainMember(w.engine, tx, 'giver', ann, language)
      return entries.flatMap(({ words }) => words.steps.map(({ text }) => text))
    })
  const calls = () => w.query("SELECT FROM event WHERE name = 'journey called/taker'")

  it('is published all the same, leads them by a way of its own, and is told', async () => {
    await w.publish(giver(...both))
    expect(await way()).toBe('start:next over:failed kept:ended')
    expect(await told('zh-CN')).toContain('没有移交：旅程「taker」当时不接收会员。')
    expect(await told('en')).toContain('Was not handed over: the journey “taker” took nobody in then.')
    expect(await calls()).toEqual([])
    await w.publish(taker())
    expect(await way()).toBe('start:next over:next gone:ended')
    expect(await told('en')).toContain('Was handed over to the journey “taker”.')
    expect(await calls()).toHaveLength(1)
  })

  it('lets them go on as the others where no way is drawn for them', async () => {
    await w.publish(giver(both[0] ?? {}))
    expect(await way()).toBe('start:next over:failed gone:ended')
  })

  it.each([
    ['runs', async () => {}, 'next'],
    ['is paused', () => w.control('taker', 'pause'), 'next'],
    ['is stopped', () => w.control('taker', 'stop'), 'failed'],
    ['lost its trigger', () => w.publish(taker('trigger-event', { events: [{ event: 'x' }] })), 'failed'],
    ['lets those inside finish', () => w.query("UPDATE journey SET state = 'draining' WHERE key = 'taker'"), 'failed'],
  ] as const)('goes by how that one %s at the moment', async (_, become, outcome) => {
    await w.publish(taker())
    await w.publish(giver(...both))
    await become()
    expect(await way()).toContain(`over:${outcome} `)
  })

  it('is told in versions too that were published before there was a way for it', async () => {
    const { version } = await w.publish(giver())
    const [row] = await w.query<{ plan: Plan }>('SELECT plan FROM version WHERE id = $1', [version])
    const nodes = row?.plan.nodes.map((one) => ({ ...one, outcomes: ['next'], next: one.next.slice(0, 1) }))
    await w.query('UPDATE version SET plan = $2 WHERE id = $1', [version, JSON.stringify({ ...row?.plan, nodes })])
    w.engine.plans.clear()
    expect(await way()).toBe('start:next over:next')
    expect(await told('zh-CN')).toContain('没有移交：旅程「taker」当时不接收会员。')
  })

  it('never takes for handed over whom a stop at the same moment kept out', async () => {
    await w.publish(taker())
    await w.publish(giver(...both))
    const members = await w.members(Array.from({ length: 20 }, () => ({})))
    for (const member of members) await w.post(member, 'go')
    await Promise.all([w.drain(), w.control('taker', 'stop')])
    await w.drain()
    const paths = await w.paths()
    const handed = members.filter((member) => paths[member]?.includes('over:next'))
    const entered = await w.query<{ member_id: MemberId }>(
      "SELECT e.member_id FROM enrolment e JOIN journey j ON j.id = e.journey_id WHERE j.key = 'taker' ORDER BY 1",
    )
    expect(entered.map((row) => row.member_id)).toEqual(handed)
  })
})
