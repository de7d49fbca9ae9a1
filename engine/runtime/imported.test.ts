import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { importMembers, readRows } from '../members/face.ts'
import { type CrossingsWorkspace, crossedJourney, crossingsWorkspace, node } from '../testing/crossings.ts'
import { heedImport } from './imported.ts'

describe('an import of members', () => {
  let w: CrossingsWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await crossingsWorkspace()
    ;[ann] = (await w.known([{ level: 'silver' }, { level: 'gold' }])) as [MemberId, MemberId] // two were made
    await w.save('gold', { field: 'member.level', op: 'eq', value: 'gold' })
    await w.save('nobody', { field: 'member.level', op: 'empty' })
  })
  afterEach(() => w.close())

  const importing = (lines: string) =>
    importMembers(w.engine.store, w.tenant, {
      source: 'members.csv',
      rows: readRows(Readable.from([Buffer.from(lines)]), { delimiter: ',', header: true }),
      map: { identities: [{ namespace: 'user', column: 'id' }], attributes: { level: { column: 'level' } } },
      changed: (tx, imported) => heedImport(w.engine, tx, imported),
    })
  const changes = () =>
    w.query<{ member_id: MemberId; said: string }>(
      "SELECT member_id, properties ->> 'attributes' AS said FROM event WHERE name = 'member changed' ORDER BY id",
    )

  it('has happen what the API would: changes, crossings, and who enters and leaves by them', async () => {
    const becomesGold = { on: 'attribute-changed', attribute: 'level', from: 'silver', to: 'gold' }
    await w.publish(crossedJourney('in', { on: 'segment-entered', segments: ['gold'] }))
    await w.publish(crossedJourney('became', becomesGold))
    const waits = node('wait', 'wait', {
      kind: 'event',
      events: [{ event: 'member changed' }],
      timeout: { amount: 9, unit: 'day' },
    })
    const held = crossedJourney('held', { on: 'segment-left', segments: ['gold'] }, [waits])
    await w.publish({ ...held, edges: held.edges.map((e) => (e.from === 'wait' ? { ...e, outcome: 'event' } : e)) })
    await importing('id,level\n1,gold\n2,gold\n3,gold\n')
    await w.drain()
    const [, , cat] = await w.query<{ id: MemberId }>('SELECT id FROM member ORDER BY id')
    expect(await changes()).toEqual([
      { member_id: ann, said: 'level' },
      { member_id: cat?.id, said: 'level' },
    ])
    expect(await w.told()).toEqual({ [ann]: '+gold', [cat?.id ?? 0]: '+gold' })
    expect(await w.entered()).toEqual({ became: 1, in: 2 })
    await importing('id,level\n1,silver\n')
    await w.drain()
    expect(await w.entered()).toMatchObject({ held: 1 })
    await importing('id,level\n1,bronze\n')
    await w.drain()
    expect(await w.query('SELECT count(*)::int AS n FROM token')).toEqual([{ n: 0 }])
  })

  it('says nothing of members whom it changes nothing of', async () => {
    await w.publish(crossedJourney('in', { on: 'segment-entered', segments: ['gold'] }))
    await importing('id,level\n1,silver\n2,\n')
    expect([await changes(), await w.told()]).toEqual([[], {}])
  })

  it('has those come in who are new and of whom it says nothing', async () => {
    await w.publish(crossedJourney('in', { on: 'segment-entered', segments: ['nobody'] }))
    await importing('id,level\n3,\n4,gold\n')
    await w.drain()
    expect([(await w.entered()).in, (await changes()).length]).toEqual([1, 1])
  })

  it('takes a transaction for thousands, not for each', async () => {
    await w.publish(crossedJourney('in', { on: 'segment-entered', segments: ['gold'] }))
    await importing(`id,level\n${Array.from({ length: 2_500 }, (_, n) => `${n + 10},gold`).join('\n')}\n`)
    const said = await w.query(
      'SELECT name, count(*)::int AS n, count(DISTINCT xmin::text)::int AS transactions FROM event GROUP BY 1 ORDER BY 1',
    )
    expect(said).toEqual([
      { name: 'member changed', n: 2_500, transactions: 2 },
      { name: 'segment entered', n: 2_500, transactions: 2 },
    ])
  })
})
