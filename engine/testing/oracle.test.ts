import { describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { id, type MemberId } from '../core/ids.ts'
import { compile } from '../core/journey/compile.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import { bindPlan } from '../core/journey/plan.ts'
import type { Happening } from './happenings.ts'
import { livesAlone } from './oracle.ts'
import { personOf } from './whole-course.ts'
import { wholeJourney } from './whole-journey.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-03-01T00:00:00Z')
const hours = (n: number) => START + n * HOUR
const member = (n: number) => id<MemberId>(n + 1)
const did = (at: number, name: string, ...people: number[]): Happening => ({
  at,
  doing: { name, members: new Map(people.map((n) => [member(n), {}])) },
})

const course: Happening[] = [
  did(START, calledEvent('whole'), 8),
  did(START, 'joined', 1, 2, 3, 7, 9, 17),
  did(START, 'visit', 1),
  did(hours(1), 'order', 5, 8, 17),
  { at: hours(3) },
  { at: hours(27) },
  did(hours(27), 'visit', 7),
  did(hours(30), 'refunded', 3),
  { at: hours(111) },
  { at: hours(183) },
]

describe('the machine takes a person', () => {
  const { plan } = compile(wholeJourney(1), registry, { zone: 'UTC', exists: () => true })
  if (!plan) throw new Error('the whole journey does not compile')
  const bound = bindPlan(plan, registry)

  // Worked out by hand: `name of the node:outcome`, after `@` and the hours since the start where time has passed.
  it.each([
    [
      'who visited before the check asks, and is held before a mail in the quiet hours',
      1,
      'joined:next gift:granted once:within twice:over city:no inbox:sent level:branch:silver @27 until:done opens:done test:arm:a @111 mail:sent looked:yes score:done split:arm:b end:ended',
      [5, 'inbox', 'email', 'service'],
    ],
    [
      'who does nothing',
      2,
      'joined:next gift:granted once:within twice:over city:yes level:else @27 order:timeout born:expired test:control @111 looked:no did:else end:ended',
      [5],
    ],
    [
      'who is called, and orders',
      5,
      'called:next gift:granted once:within twice:over city:no inbox:sent level:else @1 order:event came:next told:next orders:next listed:next among:yes ranks:branch:called test:control @111 looked:no did:branch:order end:ended',
      [5, 'came', 'inbox'],
    ],
    [
      'who visits while the check waits',
      7,
      'joined:next gift:granted once:within twice:over city:no inbox:sent level:branch:silver @27 until:done opens:done test:control looked:yes score:done split:arm:a end:ended',
      [5, 'inbox', 'service'],
    ],
    [
      'who comes to the gate alone, and sends back what it bought',
      3,
      'joined:next gift:granted once:within twice:over city:no inbox:sent level:branch:alone gate:next @3 day:done weekend:no test:control @30 looked:out',
      [5, 'inbox'],
    ],
    [
      'who has no address',
      9,
      'joined:next gift:granted once:within twice:over city:no inbox:sent level:branch:gold @3 day:done weekend:no test:arm:a @111 mail:blocked @183 looked:no did:else end:ended',
      [5, 'inbox'],
    ],
    [
      'who is handed over by a call',
      8,
      'handed:next gift:granted once:within twice:over city:yes level:else @1 order:event came:next told:next orders:next listed:next among:no ranks:branch:list test:arm:a mail:sent @111 looked:no did:branch:order end:ended',
      [5, 'came', 'email'],
    ],
    [
      'whom its day lets in',
      12,
      '@27 wed:next gift:granted once:within twice:over city:yes level:branch:gold @111 day:done weekend:no test:control @183 looked:no did:else end:ended',
      [5],
    ],
    [
      'who was sent a message that day',
      17,
      'joined:next gift:granted once:within twice:over city:no inbox:sent level:else @1 order:event came:next told:next orders:next listed:next among:no ranks:branch:list test:arm:a mail:blocked @111 looked:no did:branch:order end:ended',
      [5, 'came', 'inbox'],
    ],
  ])('%s', (_title, n, way, effects) => {
    const lives = livesAlone(bound, 1, [{ member: member(n), ...personOf(n) }], course)
    let before = START
    const steps = lives
      .flatMap((life) => life.steps)
      .map(({ node, outcome, at }) => {
        const time = at === before ? '' : `@${(at - START) / HOUR} `
        before = at
        return `${time}${bound.nodes[node]?.id}:${bound.nodes[node]?.outcomes[outcome] ?? 'out'}`
      })
    expect(steps.join(' ')).toBe(way)
    const done = lives.flatMap(({ points, tags, messages }) => [
      ...points.map((p) => p.amount),
      ...tags,
      ...messages.map((m) => m.channel),
    ])
    expect(done).toEqual(effects)
  })
})
