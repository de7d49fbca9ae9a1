import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { JourneyId, MemberId } from '../core/ids.ts'
import type { InFlight } from '../core/journey/in-flight.ts'
import { insist } from '../store/insist.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { advance } from './advance.ts'
import { moveChunk } from './move.ts'
import type { Published } from './publish.ts'

const HOUR = 3_600_000
const SHARDS = 3
const IDS = ['a', 'b', 'c', 'd', 'e']
const RUNS = Number(process.env.WAYMARK_PROPERTY_RUNS ?? 6)
const PEOPLE = 16
const TIMEOUT = RUNS * 40_000

const node = (id: string, type: string, settings: object) => ({ id, type, version: 1, name: id, settings })

/** Waits for a time or an event, and gifts, in a line that a second outcome may jump ahead in; every version shares the ids. */
const Version = fc
  .tuple(
    fc.subarray(IDS, { minLength: 1 }),
    fc.array(
      fc.record({
        kind: fc.constantFrom('time', 'event', 'gift'),
        hours: fc.integer({ min: 1, max: 9 }),
        jump: fc.nat(4),
      }),
      {
        minLength: IDS.length,
        maxLength: IDS.length,
      },
    ),
  )
  .map(([ids, drawn]) => {
    const nodes = ids.map((id, i) => {
      const { kind = 'time', hours = 1, jump = 0 } = drawn[IDS.indexOf(id)] ?? {}
      const time = { amount: hours, unit: 'hour' }
      const next = ids[i + 1]
      const far = ids[i + 1 + jump]
      const out = (outcome: string, to: string | undefined) => (to === undefined ? [] : [{ from: id, outcome, to }])
      if (kind === 'gift')
        return {
          node: node(id, 'grant-points', { amount: { kind: 'fixed', points: hours } }),
          edges: out('granted', next),
        }
      if (kind === 'time')
        return { node: node(id, 'wait', { kind: 'duration', duration: time }), edges: out('done', next) }
      const settings = { kind: 'event', events: [{ event: hours % 2 ? 'order' : 'visit' }], timeout: time }
      return { node: node(id, 'wait', settings), edges: [...out('event', far), ...out('timeout', next)] }
    })
    const start = node('start', 'trigger-event', { events: [{ event: 'joined' }] })
    return {
      nodes: [start, ...nodes.map((one) => one.node)],
      edges: [{ from: 'start', outcome: 'next', to: ids[0] }, ...nodes.flatMap((one) => one.edges)],
      ids,
    }
  })

/** What happens at the same time: a publication, beside advances, chunks of moves and events. */
const Round = fc.record({
  version: Version,
  policy: fc.constantFrom<InFlight['policy'][]>('move', 'move', 'move', 'finish', 'stop'),
  /** By node that the version lacks: which of its own is instead; null: out. */
  lead: fc.array(fc.option(fc.nat(4)), { minLength: IDS.length, maxLength: IDS.length }),
  hours: fc.integer({ min: 0, max: 6 }),
  pause: fc.boolean(),
  events: fc.array(fc.record({ who: fc.nat(PEOPLE - 1), name: fc.constantFrom('order', 'visit', 'joined') }), {
    maxLength: 12,
  }),
})

type Around = typeof Round extends fc.Arbitrary<infer R> ? R : never

const inFlightOf = ({ version: { ids }, policy, lead }: Around): InFlight => ({
  policy,
  targets: Object.fromEntries(IDS.map((id, i) => [id, lead[i] == null ? null : (ids[lead[i] % ids.length] ?? null)])),
})

describe('moves', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterAll(() => w.close())

  const walk = (journey: JourneyId, shard: number) =>
    insist(() => advance(w.engine, w.tenant, [{ tenant: w.tenant, journey, shard }], { most: 3 }))
  const walkAll = (journey: JourneyId) =>
    Promise.all(Array.from({ length: SHARDS }, (_, shard) => walk(journey, shard)))

  it(
    'leave everybody in exactly one place at every moment, whatever happens at the same time, and counts agree',
    async () => {
      let runs = 0
      await fc.assert(
        fc.asyncProperty(Version, fc.array(Round, { minLength: 1, maxLength: 3 }), async (first, rounds) => {
          const key = `j${runs++}`
          const document = ({ nodes, edges }: typeof first) => ({
            ...{ schema: 1, key, name: key, nodes, edges },
            settings: { zone: 'UTC', shards: SHARDS, reentry: { rule: 'any-time' } },
          })
          let newest: Published = await w.publish(document(first))
          const members: MemberId[] = await w.members(Array.from({ length: PEOPLE }, () => ({})))
          for (const member of members) await w.post(member, 'joined')
          await w.drain()
          for (const round of rounds) {
            await w.windOnly(w.now + round.hours * HOUR)
            if (round.pause) await w.control(key, 'pause')
            let over = false
            const watch = async () => {
              while (!over) expect(await w.misplaced()).toEqual([])
            }
            const chunks = async () => {
              for (let i = 0; i < 4; i++) await moveChunk(w.engine, w.tenant, newest.journey, 5)
            }
            const work = Promise.all([
              insist(() => w.publish(document(round.version), inFlightOf(round))).then((published) => {
                newest = published
              }),
              ...Array.from({ length: 4 }, () => walkAll(newest.journey)),
              ...members.flatMap((member, i) =>
                round.events.flatMap(({ who, name }) => (who === i ? [insist(() => w.post(member, name))] : [])),
              ),
              chunks(),
              chunks(),
            ]).finally(() => {
              over = true
            })
            await Promise.all([work, watch()])
            if (round.pause) await w.control(key, 'resume')
            if (round.hours % 2 === 0) await w.drain()
            expect(await w.misplaced()).toEqual([])
            await w.reconcileCounts(newest)
          }
          await w.drain()
          // Everybody whom a move concerned is where it led.
          const behind = await w.query(
            `SELECT t.enrolment_id FROM token t JOIN move m ON m.journey_id = t.journey_id AND m.version_id > t.version_id
           WHERE t.journey_id = $1`,
            [newest.journey],
          )
          expect(behind).toEqual([])
          expect(await w.query('SELECT FROM move WHERE NOT is_done')).toEqual([])
          await w.wind(w.now + 100 * HOUR)
          expect(await w.query('SELECT FROM token WHERE journey_id = $1', [newest.journey])).toEqual([])
          expect(await w.misplaced()).toEqual([])
          await w.reconcileCounts(newest)
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )
})
