import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Life, loneTraveller } from '../../testing/lone-traveller.ts'
import { toyJourney, toyWorld } from '../../testing/toy-journey.ts'
import { nodeCounts, SPECIAL_EDGES } from '../edges.ts'
import type { EnrolmentId, EventId, MemberId } from '../ids.ts'
import { id } from '../ids.ts'
import type { Stimulus } from '../journey/node.ts'
import type { BoundPlan } from '../journey/plan.ts'
import { machineOf } from './machine.ts'
import type { TakenOut, Traveller } from './traveller.ts'
import { LATENESS_MS, Walk } from './walk.ts'

const JOURNEY = 7
/** Entries, waits and stimuli fall on it, so that they often meet in one instant. */
const GRID_MS = 5_000

interface Person {
  readonly enteredAt: number
  readonly trigger: number
  readonly stimuli: readonly { name: string; receivedAt: number; n: number }[]
  readonly taken: { readonly out: 'exit' | 'goal'; readonly receivedAt: number } | undefined
}

const memberOf = (index: number) => id<MemberId>(index + 1)
const stimuliOf = (person: Person, after: number, upTo: number): (Stimulus | TakenOut)[] =>
  [
    ...(person.taken ? [{ ...person.taken, because: { event: 0 } }] : []),
    ...person.stimuli.map(
      (s, index): Stimulus => ({
        event: id<EventId>(index + 1),
        name: s.name,
        at: s.receivedAt,
        receivedAt: s.receivedAt,
        properties: { n: s.n },
      }),
    ),
  ]
    .filter((s) => s.receivedAt > Math.max(after, person.enteredAt) && s.receivedAt <= upTo)
    .sort((a, b) => a.receivedAt - b.receivedAt)

const triggerOf = (plan: BoundPlan, person: Person) => plan.triggers[person.trigger % plan.triggers.length] ?? 0

/** Each member alone, by the machine; `clocks` are the moments at which somebody looks. */
function byMachine(plan: BoundPlan, people: readonly Person[], clocks: readonly number[]): Life[] {
  const machine = machineOf(plan)
  return people.map((person, index) => {
    const { enteredAt } = person
    const input = {
      journey: JOURNEY,
      member: memberOf(index),
      trigger: triggerOf(plan, person),
      enteredAt,
      world: toyWorld,
    }
    const traveller = loneTraveller(machine, input)
    clocks.forEach((clock, turn) => {
      if (enteredAt <= clock) traveller.look(clock, stimuliOf(person, clocks[turn - 1] ?? -1, clock))
    })
    return traveller.life()
  })
}

/** All members by the batch walk, `size` to a batch, and the counts that it keeps. */
function byWalk(plan: BoundPlan, people: readonly Person[], clocks: readonly number[], size: number) {
  const lives: Life[] = people.map(() => ({ steps: [], end: undefined }))
  const totals: { node: number; outcome: number; n: number }[] = []
  const travellers = people.map((person, index): Traveller => {
    const { enteredAt } = person
    const node = triggerOf(plan, person)
    totals.push({ node, outcome: SPECIAL_EDGES.enter, n: 1 })
    const ids = { enrolment: id<EnrolmentId>(index + 1), member: memberOf(index), entryNo: 1, depth: 0 }
    const times = { enteredAt, arrivedAt: enteredAt, previousAt: enteredAt, dueAt: enteredAt }
    return { ...ids, ...times, node, step: 0, visit: 1, stimuli: [] }
  })
  let inside = travellers
  const failed: Traveller[] = []
  clocks.forEach((clock, turn) => {
    const left = new Set<Traveller>()
    const told = (t: Traveller) => stimuliOf(people[t.member - 1] as Person, clocks[turn - 1] ?? -1, clock) // members are numbered from 1
    const here = [
      ...inside.filter((t) => t.enteredAt <= clock),
      ...failed.filter((t) => told(t).some((s) => 'out' in s)),
    ]
    for (let from = 0; from < here.length; from += size) {
      const walk = new Walk(plan, JOURNEY, clock)
      for (const traveller of here.slice(from, from + size)) {
        traveller.stimuli = told(traveller)
        walk.add(traveller)
      }
      drive(walk)
      for (const s of walk.segments) {
        const life = lives[s.traveller.member - 1] as Life
        expect(s.firstVisit).toBe(life.steps.length + 1)
        s.nodes.forEach((node, i) => {
          const because = s.because[i]
          life.steps.push({ node, outcome: s.outcomes[i] ?? -1, at: s.at, ...(because && { because }) })
        })
      }
      for (const [t, ending] of walk.endings) {
        const life = lives[t.member - 1] as Life
        if (ending.kind === 'parked') life.end = { node: t.node, dueAt: t.dueAt, step: t.step }
        else left.add(t)
        if ('at' in ending) {
          life.end = ending.kind
          if (t.failed) totals.push({ node: t.node, outcome: SPECIAL_EDGES.failed, n: -1 })
        }
        if (ending.kind === 'failed') {
          life.end = { node: t.node, failed: ending.reason }
          totals.push({ node: t.node, outcome: SPECIAL_EDGES.failed, n: 1 })
          failed.push({ ...t, failed: true, dueAt: Number.POSITIVE_INFINITY })
        }
      }
      totals.push(...walk.passages.values())
    }
    inside = inside.filter((t) => !left.has(t))
  })
  for (const t of inside) {
    const life = lives[t.member - 1] as Life
    life.end ??= { node: t.node, dueAt: t.dueAt, step: t.step }
  }
  return {
    lives,
    counts: nodeCounts(
      totals,
      plan.nodes.map((n) => n.next),
    ),
    travellers,
  }
}

function drive(walk: Walk): void {
  for (let group = walk.next(); group; group = walk.next()) {
    const { requests, arrivals } = group
    const facts = arrivals.map((a) => toyWorld.facts({ requests }, { member: a.traveller.member, at: a.at }))
    for (const performing of walk.decide(group, facts)) {
      const { member, step } = performing.traveller
      try {
        walk.settle(group, performing, toyWorld.answer(performing.body, member, step, performing.at))
      } catch (error) {
        walk.throwAt(group, performing, error)
      }
    }
  }
}

const stimulus = (until: number) =>
  fc.record({
    name: fc.constantFrom('order', 'visit', 'other'),
    receivedAt: fc.integer({ min: 0, max: until / GRID_MS }).map((n) => n * GRID_MS),
    n: fc.integer({ min: 0, max: 5 }),
  })
const crowd = (until: number, size: number) =>
  fc.array(
    fc.record({
      enteredAt: fc.integer({ min: 0, max: Math.floor(until / 2 / GRID_MS) }).map((n) => n * GRID_MS),
      trigger: fc.nat(3),
      stimuli: fc.uniqueArray(stimulus(until), { maxLength: 8, selector: (s) => s.receivedAt }),
      taken: fc.option(
        fc.record({
          out: fc.constantFrom('exit', 'goal'),
          receivedAt: fc.integer({ min: 0, max: until / GRID_MS }).map((n) => n * GRID_MS),
        }),
        { freq: 2, nil: undefined },
      ),
    }),
    { minLength: size, maxLength: size },
  )
const endOf = (life: Life) => (typeof life.end === 'string' ? life.end : Object.keys(life.end as object).join())

describe('the batch walk', () => {
  it('does with all members at once what the machine does with each alone, in batches of any size, and counts them', () => {
    const seen = new Map<string, number>()
    let cases = 0
    const looks = fc.uniqueArray(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 4 })
    const sizes = fc.integer({ min: 2, max: 9 })
    fc.assert(
      fc.property(toyJourney(), crowd(240_000, 12), looks, sizes, (plan, people, moments, size) => {
        const clocks = moments.sort((a, b) => a - b)
        const alone = byMachine(plan, people, clocks)
        const { lives, counts } = byWalk(plan, people, clocks, people.length)
        expect(lives).toEqual(alone)
        expect(byWalk(plan, people, clocks, 1).lives).toEqual(alone)
        expect(byWalk(plan, people, clocks, size).lives).toEqual(alone)

        const at = (node: number, state: string) =>
          alone.filter(
            ({ end }) => typeof end === 'object' && (end as { node: number }).node === node && state in (end as object),
          ).length
        const expected = plan.nodes.map((_, node) => {
          const out = alone.flatMap((life) => life.steps).filter((step) => step.node === node).length
          const [waiting, failed] = [at(node, 'dueAt'), at(node, 'failed')]
          return { in: out + waiting + failed, out, failed, waiting }
        })
        expect(counts).toEqual(expected)
        cases += people.length
        for (const life of alone) seen.set(endOf(life), (seen.get(endOf(life)) ?? 0) + 1)
      }),
      { numRuns: 500, seed: 20_261_124 },
    )
    expect(cases).toBeGreaterThanOrEqual(5_000)
    // The property means little unless members end in every way.
    for (const end of ['completed', 'node,dueAt,step', 'node,failed', 'exited', 'goal'])
      expect(seen.get(end)).toBeGreaterThan(300)
  })

  it('lives through an outage of any length as through none: all up to the last event, and the rest if that is near', () => {
    const seen = { whole: 0, long: 0 }
    const until = fc.integer({ min: 5, max: 80 }).map((n) => n * GRID_MS)
    const outage = until.chain((end) =>
      fc.record({ plan: toyJourney(), end: fc.constant(end), people: crowd(end, 12) }),
    )
    fc.assert(
      fc.property(outage, ({ plan, people, end }) => {
        const punctual = Array.from({ length: end / GRID_MS + 1 }, (_, n) => n * GRID_MS)
        const without = byWalk(plan, people, punctual, people.length).lives
        const after = byWalk(plan, people, [end], people.length).lives
        people.forEach((person, i) => {
          const last = Math.max(0, ...stimuliOf(person, -1, end).map((s) => s.receivedAt))
          const upToLast = (life?: Life) => life?.steps.filter((step) => step.at < last)
          expect(upToLast(after[i])).toEqual(upToLast(without[i]))
          if (end - last > LATENESS_MS) return
          expect(after[i]).toEqual(without[i])
          seen.whole++
          if (end - person.enteredAt > 2 * LATENESS_MS) seen.long++
        })
      }),
      { numRuns: 500, seed: 20_261_124 },
    )
    expect(seen.whole).toBeGreaterThan(2_000)
    expect(seen.long).toBeGreaterThan(1_000)
  })
})
