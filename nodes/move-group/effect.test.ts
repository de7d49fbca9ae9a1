import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('is refused where the journey that is named takes no calls', async () => {
    await expect(w.publish(handsOver('first', 'second'))).rejects.toThrow(
      'No live journey with an API trigger “second”',
    )
  })

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
