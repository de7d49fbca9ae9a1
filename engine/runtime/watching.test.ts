import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CrossingsWorkspace, crossedJourney, crossingsWorkspace } from '../testing/crossings.ts'
import type { Engine } from './engine.ts'
import { lookAtWatches } from './watching.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const enters = (...segments: string[]) => ({ on: 'segment-entered', segments })
const leaves = (...segments: string[]) => ({ on: 'segment-left', segments })

describe('a watched segment', () => {
  let w: CrossingsWorkspace
  beforeEach(async () => {
    w = await crossingsWorkspace()
  })
  afterEach(() => w.close())

  describe('of very many', () => {
    const MANY = 2_500
    beforeEach(async () => {
      await w.save('none', { field: 'member.far', op: 'eq', value: true })
      await w.publish(crossedJourney('in', enters('none')))
      await w.drain()
      await w.query(
        `INSERT INTO member (tenant_id, attributes, created_at) SELECT $1, '{"far": true}', now() FROM generate_series(1, $2::int)`,
        [w.tenant, MANY],
      )
      await w.windOnly(w.now + 2 * DAY)
    })
    const counted = async () =>
      (
        await w.query<{ n: number; who: number }>(
          "SELECT count(*)::int AS n, count(DISTINCT member_id)::int AS who FROM event WHERE name = 'segment entered'",
        )
      )[0]

    it('is looked at in parts, each member once', async () => {
      expect(await lookAtWatches(w.engine, 0)).toBe(true)
      expect(await counted()).toEqual({ n: 1_000, who: 1_000 })
      while (await lookAtWatches(w.engine, 0));
      expect(await counted()).toEqual({ n: MANY, who: MANY })
      expect(await lookAtWatches(w.engine, 0)).toBe(false)
    })

    it('is looked at to the end by whoever comes after one who died, each member once', async () => {
      for (const dies of [2, 3, 4]) {
        let turn = 0
        const dying: Engine = {
          ...w.engine,
          store: {
            ...w.engine.store,
            inTenant: (tenant, work) =>
              w.engine.store.inTenant(tenant, async (tx) => {
                const result = await work(tx)
                if (++turn === dies) throw new Error('killed')
                return result
              }),
          },
        }
        await expect(lookAtWatches(dying, 10_000)).rejects.toThrow('killed')
      }
      while (await lookAtWatches(w.engine, 10_000));
      expect(await counted()).toEqual({ n: MANY, who: MANY })
      await w.drain()
      expect(await w.entered()).toEqual({ in: MANY })
    })
  })

  it('tells of 16 writers at one member in turns, none doubled and none missing', async () => {
    const [ann = 0] = await w.known([{ level: 'gold' }])
    await w.save('gold', { field: 'member.level', op: 'eq', value: 'gold' })
    await w.publish(crossedJourney('in', enters('gold')))
    await w.publish(crossedJourney('out', leaves('gold')))
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let i = 0; i < 6; i++) await w.identify(1, { level: (writer + i) % 2 === 0 ? 'gold' : 'none' })
      }),
    )
    await w.drain()
    const said = (await w.told())[ann] ?? ''
    expect(said).not.toMatch(/\+gold \+gold|-gold -gold|^\+/)
    const { told, holds } = await w.sets('gold')
    expect([told, said.endsWith('+gold')]).toEqual([holds, holds.some((member) => member === ann)])
    const changes = await w.query("SELECT FROM event WHERE name = 'member changed'")
    expect(said.split(' ')).toHaveLength(changes.length)
    const { in: ins = 0, out = 0 } = await w.entered()
    expect(ins + out).toBe(changes.length)
  })
})
