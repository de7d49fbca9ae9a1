import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import {
  changeGroup,
  computeSet,
  createGroup,
  loadMembership,
  lockSet,
  scheduleSet,
} from '../../engine/members/face.ts'
import { usesOf } from '../../engine/runtime/uses.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const HOUR = 3_600_000

describe('whom segments and groups have', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
    members = await w.members([{ city: 'A' }, { city: 'B' }, { city: 'A', seen: '2026-03-01T00:30:00Z' }])
    await w.segment('a', { field: 'member.city', op: 'eq', value: 'A' })
    await w.segment('everyone', { all: [] })
    await w.segment('fresh', { field: 'member.seen', op: 'within-last', value: { amount: 1, unit: 'hour' } })
    await w.engine.store.withDb(w.tenant, async (tx) => {
      await createGroup(tx, { key: 'list', name: 'list' }, 'test')
      await changeGroup(tx, 'list', { add: members.slice(1, 2) }, 'test')
    })
  })
  afterAll(() => w.close())

  const ask = (of: 'segment' | 'segment-set' | 'group', key: string, at = (_: number) => w.now) =>
    w.engine.store.inTenant(w.tenant, (tx) =>
      loadMembership(
        tx,
        { of, key },
        members.map((member, i) => ({ member, at: at(i) })),
        'UTC',
      ),
    )
  const held = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ holds }) => holds)

  it('is asked of a rule, each member as of its own moment', async () => {
    expect(await held('segment', 'a')).toEqual([true, false, true])
    const last = members.slice(-1)
    expect(await held('segment', 'fresh', () => w.now + HOUR)).toEqual([false, false, true])
    expect(await held('segment', 'fresh', () => w.now + 2 * HOUR)).toEqual([false, false, false])
    const twice = await w.engine.store.inTenant(w.tenant, (tx) =>
      loadMembership(
        tx,
        { of: 'segment', key: 'fresh' },
        [HOUR, 2 * HOUR].flatMap((later) => last.map((member) => ({ member, at: w.now + later }))),
        'UTC',
      ),
    )
    expect(twice).toEqual([{ holds: true }, { holds: false }])
  })

  it('is asked of groups', async () => expect(await held('group', 'list')).toEqual([false, true, false]))

  it('is asked of a computed set, which stays as it was, and tells when that was', async () => {
    await w.engine.store.inTenant(w.tenant, async (tx) => {
      await scheduleSet(tx, 'a', null)
    })
    expect(await ask('segment-set', 'a')).toEqual(members.map(() => ({ holds: false, computedAt: null })))
    const [row] = await w.query<{ id: number }>('SELECT id FROM segment_set')
    await w.engine.store.inTenant(w.tenant, async (tx) => {
      const set = await lockSet(tx, row?.id ?? 0)
      if (set) await computeSet(tx, set, null)
    })
    const computedAt = w.now
    await w.query("UPDATE member SET attributes = '{}' WHERE id = $1", [members[0]])
    await w.windOnly(w.now + HOUR)
    const holds = [true, false, true]
    expect(await ask('segment-set', 'a')).toEqual(holds.map((one) => ({ holds: one, computedAt })))
    expect(await held('segment', 'a')).toEqual([false, false, true])
  })

  it.each(['segment', 'segment-set', 'group'] as const)('throws where a %s is gone', async (of) => {
    await expect(ask(of, 'nowhere')).rejects.toThrow('“nowhere” is gone')
  })

  it('lets everybody by, set-based, and says by what; what journeys ask is in use', async () => {
    const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
    await w.publish({
      ...{ schema: 1, key: 'ask', name: 'ask', settings: { zone: 'UTC' } },
      nodes: [
        node('start', 'trigger-audience', { include: ['everyone'], firing: { kind: 'now' } }),
        node('check', 'group-check', { computed: ['a'], groups: ['list'] }),
        node('end', 'end'),
      ],
      edges: [
        { from: 'start', outcome: 'next', to: 'check' },
        { from: 'check', outcome: 'yes', to: 'end' },
        { from: 'check', outcome: 'no', to: 'end' },
      ],
    })
    await w.wind(w.now + HOUR)
    const traces = await w.query<{ because: Record<string, object> }>(
      'SELECT facts AS because FROM trace ORDER BY member_id',
    )
    const age = expect.any(Number)
    expect(traces.map((trace) => trace.because['1'])).toEqual([{ in: 'a', age }, { in: 'list' }, { in: 'a', age }])
    const uses = await w.engine.store.withDb(w.tenant, (tx) => usesOf(w.engine, tx, 'segment'))
    expect([...uses.keys()].sort()).toEqual(['a', 'everyone'])
  })
})
