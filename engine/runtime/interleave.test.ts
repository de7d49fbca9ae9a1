import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { codeOf, REFUSALS } from '../store/codes.ts'
import { lockMembers } from '../store/moment.ts'
import type { DbTx } from '../store/store.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'
import { control } from './control.ts'
import { storeEvents } from './unit-of-work.ts'

/** Somebody comes to it and waits until it is opened. */
function gate() {
  let reach = () => {}
  let open = () => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const pass = () => {
    reach()
    return opened
  }
  return { reached, open, pass }
}

/** Event → an effect, at whose gate the advance can be held → wait for an order → a tag → end. */
const journey = {
  schema: 1,
  key: 'order-wait',
  name: 'order-wait',
  settings: { shards: 1, zone: 'UTC', exitRules: { events: [{ event: 'refunded' }] } },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 5 } } },
    {
      id: 'order',
      type: 'wait',
      version: 1,
      name: 'order',
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } },
    },
    { id: 'tag', type: 'tag-member', version: 1, name: 'tag', settings: { kind: 'add', tags: ['came'] } },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'order' },
    { from: 'order', outcome: 'event', to: 'tag' },
    { from: 'order', outcome: 'timeout', to: 'end' },
    { from: 'tag', outcome: 'next', to: 'end' },
  ],
}
const stop = (tx: DbTx) => control(tx, 'order-wait', 'stop', 'test')
const WENT_ON = 'start:next gift:granted order:event tag:next end:ended'

describe('an event that comes while its member is being walked', () => {
  let w: TestWorkspace
  let held: ReturnType<typeof gate> | undefined
  beforeEach(async () => {
    held = undefined
    const gift = effects.get('grant-points')
    if (!gift) throw new Error('the effect is gone')
    const gated = new Map(effects).set('grant-points', async (tx, rows) => {
      await held?.pass()
      return gift(tx, rows)
    })
    w = await testWorkspace({ registry, effects: gated })
  })
  afterEach(() => w.close())

  /** Ann has just entered; answers the advance of her shard, not begun, and the order that she places, in two halves. */
  async function entered() {
    const { journey: id } = await w.publish(journey)
    const ann = await w.member({})
    await w.post(ann, 'joined')
    const { store } = w.engine
    return {
      ann,
      walk: () => advance(w.engine, w.tenant, [{ tenant: w.tenant, journey: id, shard: 0 }], { most: 100 }),
      /** Holds her lock at the first gate before it stores and routes, at the second before it commits. */
      order: (before: () => Promise<void>, after: () => Promise<void>) =>
        store.inTenant(w.tenant, async (tx) => {
          const { at } = await lockMembers(tx, [ann])
          await before()
          await storeEvents(w.engine, tx, [{ member: ann, name: 'order', at, properties: {} }])
          await tx.sql.flush()
          await after()
        }),
    }
  }

  /** Until one of the transactions waits for a lock of the other. */
  async function blocked(): Promise<void> {
    for (;;) {
      const [row] = await w.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
      )
      if (row?.n) return
    }
  }
  const passing = async () => {}

  it('finds the wait, where it was routed before the advance took the token, and commits after', async () => {
    const { ann, walk, order } = await entered()
    const committing = gate()
    const ordered = order(passing, committing.pass)
    await committing.reached
    const walked = walk()
    await blocked()
    committing.open()
    await Promise.all([ordered, walked])
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: WENT_ON })
  })

  it('finds the wait, where it is routed after the advance took the token, which waits for its lock', async () => {
    const { ann, walk, order } = await entered()
    const routing = gate()
    const ordered = order(routing.pass, passing)
    await routing.reached
    const walked = walk()
    await blocked()
    routing.open()
    await Promise.all([ordered, walked])
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: WENT_ON })
  })

  it('finds the wait, where the advance has the token and the lock, and it waits for both', async () => {
    const { ann, walk, order } = await entered()
    held = gate()
    const walked = walk()
    await held.reached
    const ordered = order(passing, passing)
    await blocked()
    held.open()
    await Promise.all([ordered, walked])
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: WENT_ON })
  })

  describe('and takes its member out,', () => {
    const refund = (ann: MemberId) => w.post(ann, 'refunded')
    const out = async (ann: MemberId, way: string) => {
      await w.drain()
      expect(await w.states()).toEqual({ exited: 1 })
      expect(await w.query('SELECT FROM token')).toEqual([])
      expect(await w.query('SELECT FROM stimulus')).toEqual([])
      expect((await w.paths())[ann]).toBe(way)
    }

    it('is honoured where the advance has the token and the lock, and the event waits for both', async () => {
      const { ann, walk } = await entered()
      held = gate()
      const walked = walk()
      await held.reached
      const refunded = refund(ann)
      await blocked()
      held.open()
      await Promise.all([walked, refunded])
      await out(ann, 'start:next gift:granted order:undefined')
    })

    it('is honoured where it is routed after the advance took the token, which waits for its lock', async () => {
      const { ann, walk } = await entered()
      const routing = gate()
      const refunded = w.engine.store.inTenant(w.tenant, async (tx) => {
        const { at } = await lockMembers(tx, [ann])
        await routing.pass()
        await storeEvents(w.engine, tx, [{ member: ann, name: 'refunded', at, properties: {} }])
      })
      await routing.reached
      const walked = walk()
      await blocked()
      routing.open()
      await Promise.all([refunded, walked])
      // Her token was due at the instant of the refund: time comes first.
      await out(ann, 'start:next gift:granted order:undefined')
    })

    it('is honoured by whoever else takes the token at that moment, and deadlocks with nobody', async () => {
      const { ann, walk } = await entered()
      await Promise.all([walk(), refund(ann), walk(), w.post(ann, 'order'), walk(), refund(ann), walk()])
      await w.drain()
      expect(await w.query('SELECT FROM token')).toEqual([])
      expect(await w.query('SELECT FROM stimulus')).toEqual([])
      const states = await w.states()
      expect(Object.values(states)).toEqual([1])
      expect(['exited', 'completed']).toContain(Object.keys(states)[0])
    })
  })

  describe('and a stop', () => {
    const stopped = async () => {
      await w.drain()
      expect(await w.states()).toEqual({ stopped: 1 })
      expect(await w.query('SELECT count(*)::int AS n FROM token')).toEqual([{ n: 0 }])
    }

    it('waits for the advance that has the token, and ends where it came to', async () => {
      const { walk } = await entered()
      held = gate()
      const walked = walk()
      await held.reached
      const ended = w.control('order-wait', 'stop')
      await blocked()
      held.open()
      await Promise.all([walked, ended])
      await stopped()
    })

    it('waits for the event that is about to enrol', async () => {
      await w.publish(journey)
      const ann = await w.member({})
      const committing = gate()
      const joined = w.engine.store.inTenant(w.tenant, async (tx) => {
        await storeEvents(w.engine, tx, [{ member: ann, name: 'joined', at: w.now, properties: {} }])
        await committing.pass()
      })
      await committing.reached
      const ended = w.control('order-wait', 'stop')
      await blocked()
      committing.open()
      await Promise.all([joined, ended])
      await stopped()
    })

    it('waits for the event that tells somebody inside, and leaves nothing of it', async () => {
      const { order } = await entered()
      const committing = gate()
      const ordered = order(passing, committing.pass)
      await committing.reached
      const ended = w.control('order-wait', 'stop')
      await blocked()
      committing.open()
      await Promise.all([ordered, ended])
      await stopped()
      expect(await w.query('SELECT count(*)::int AS n FROM stimulus')).toEqual([{ n: 0 }])
    })

    it('refuses the event that waited for it', async () => {
      await w.publish(journey)
      const ann = await w.member({})
      const committing = gate()
      const ended = w.engine.store.withDb(w.tenant, async (tx) => {
        await stop(tx)
        await committing.pass()
      })
      await committing.reached
      const joined = w.post(ann, 'joined')
      await blocked()
      committing.open()
      await Promise.all([joined, ended])
      expect(await w.states()).toEqual({})
      expect(await w.query('SELECT reason FROM refusal')).toEqual([{ reason: codeOf(REFUSALS, 'journey-not-running') }])
    })
  })
})
