import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { id, type JourneyId, type VersionId } from '../../engine/core/ids.ts'
import type { EffectBatch, EffectVisit } from '../../engine/core/journey/effect.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { apply } from './effect.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000

describe('the effect of a notice to the team', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry: new Map(), effects: new Map() })
  })
  afterEach(() => w.close())

  const place = { journey: id<JourneyId>(1), version: id<VersionId>(1), node: 1, nodeKey: 1, zone: 'UTC', outcomes: [] }
  const visitOf = (enrolment: number, at = w.now, text = `member ${enrolment}`): EffectVisit => ({
    ...{ enrolment: id(enrolment), visit: 2, member: id(enrolment), enteredAt: w.now, at, body: { text } },
  })
  const applied = (visits: EffectVisit[], to: object = { roles: ['operator'] }) => {
    const settings = definition.settings.parse({ text: 'x', ...to }) as EffectBatch['settings'] // the node's own
    return w.engine.store.inTenant(w.tenant, (tx) => apply(tx, { ...place, settings, visits }))
  }
  /** Somebody who works there. */
  const colleague = async (name: string, role: string): Promise<string> => {
    const [row] = await w.engine.store.acrossTenants((sql) =>
      sql.query<{ id: string }>('SELECT gen_random_uuid() AS id'),
    )
    const person = row?.id ?? ''
    await w.asOwner(
      `INSERT INTO auth."user" (id, name, email, "emailVerified", "updatedAt") VALUES ('${person}', '${name}', '${name}@x.io', true, now());
       INSERT INTO membership (tenant_id, person_id, role) VALUES (${w.tenant}, '${person}', '${role}')`,
    )
    return person
  }
  const notices = () => w.query('SELECT member_id, params, times FROM notice ORDER BY id')
  const readers = async () =>
    (await w.query<{ person_id: string }>('SELECT person_id FROM notice_reader')).map((row) => row.person_id).sort()

  it('tells once of each visit, however often it is applied', async () => {
    const visits = [visitOf(1), visitOf(2)]
    const left = { do: 'leave', outcome: 'next' }
    expect(await applied(visits)).toEqual({ results: [left, left], events: [] })
    await applied(visits)
    await applied([visitOf(2), visitOf(3)])
    expect(await notices()).toEqual([{ member_id: 1, params: { text: 'member 1' }, times: 3 }])
  })

  it('gathers those of one hour, and begins anew in the next', async () => {
    await applied([visitOf(1, w.now + HOUR), visitOf(2, w.now + HOUR - 1), visitOf(3, w.now)])
    expect(await notices()).toEqual([
      { member_id: 3, params: { text: 'member 3' }, times: 2 },
      { member_id: 1, params: { text: 'member 1' }, times: 1 },
    ])
  })

  it('makes one notice of a hundred thousand members', async () => {
    const visits = Array.from({ length: 2_000 }, (_, n) => visitOf(n + 1))
    for (let i = 0; i < 50; i++) await applied(visits.map((v) => ({ ...v, visit: i + 1 })))
    expect(await notices()).toEqual([{ member_id: 1, params: { text: 'member 1' }, times: 100_000 }])
  })

  it('counts everybody where several advances tell at once', async () => {
    const batches = Array.from({ length: 8 }, (_, i) => Array.from({ length: 50 }, (_, n) => visitOf(1 + i * 50 + n)))
    await Promise.all(batches.map((visits) => applied(visits)))
    expect(await notices()).toMatchObject([{ times: 400 }])
  })

  it('is for everybody of the roles and the people named, each once', async () => {
    const [ann, ben, eve] = [
      await colleague('ann', 'operator'),
      await colleague('ben', 'operator'),
      await colleague('eve', 'viewer'),
    ]
    await colleague('amy', 'admin')
    await applied([visitOf(1)], { roles: ['operator'], people: [ann, eve] })
    expect(await readers()).toEqual([ann, ben, eve].sort())
  })

  it('is for the admins where nobody is meant any more', async () => {
    const amy = await colleague('amy', 'admin')
    await colleague('eve', 'viewer')
    await applied([visitOf(1)])
    expect(await readers()).toEqual([amy])
  })
})
