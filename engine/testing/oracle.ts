import { SPECIAL_EDGES } from '../core/edges.ts'
import { id, type MemberId } from '../core/ids.ts'
import type { FactRequest, FactRequests, FactsOf } from '../core/journey/facts.ts'
import { leave, type Outcome, park, type Stimulus } from '../core/journey/node.ts'
import type { BoundNode, BoundPlan } from '../core/journey/plan.ts'
import type { JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { MESSAGE_SETTLED, MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { matchesEvent } from '../core/rules/evaluate.ts'
import { machineOf, type World } from '../core/walk/machine.ts'
import type { Published } from '../runtime/publish.ts'
import { codeOf, EFFECTS, POINTS_KINDS } from '../store/codes.ts'
import { type Life, loneTraveller } from './lone-traveller.ts'
import { type End, linesOf } from './same-end.ts'
import type { Happening, Person } from './whole-journey.ts'
import type { TestWorkspace } from './workspace.ts'

/** The facts and effects of the whole journey for one person, in memory: it is their first entry, and their only journey. */
class OwnWorld implements World {
  readonly heard: Stimulus[] = []
  readonly points: { node: number; amount: number }[] = []
  readonly tags: string[] = []
  readonly messages: { node: number; channel: string }[] = []
  /** A mail is planned and not settled. */
  underWay = false

  constructor(
    private readonly plan: BoundPlan,
    private readonly person: Person,
  ) {}

  facts({ requests }: BoundNode, _member: MemberId, at: number): FactsOf<FactRequests> {
    const facts = Object.entries(requests).map(([name, request]) => [name, this.fact(request, at)])
    return Object.fromEntries(facts)
  }

  private fact(request: FactRequest, at: number): unknown {
    switch (request.kind) {
      case 'attribute':
        return this.person.attributes[request.name]
      case 'reach':
        return { reachable: request.channel === 'inbox' || this.person.hasAddress }
      case 'arm':
        return undefined
      case 'events': {
        // All that is heard came after the entry, which is the window asked for.
        const known = this.heard.filter((s) => s.receivedAt <= at)
        const moment = { at, zone: this.plan.zone }
        return {
          counts: request.matches.map(
            ({ event, filter }) =>
              known.filter((s) => s.name === event && matchesEvent(filter, s.properties, moment)).length,
          ),
        }
      }
      default:
        throw new Error(`the whole journey asks for no ${request.kind}`)
    }
  }

  perform(node: BoundNode, body: JsonObject): Outcome {
    const index = this.plan.nodes.indexOf(node)
    switch (node.type) {
      case 'grant-points':
        this.points.push({ node: index, amount: Number(body.points) })
        return leave('granted')
      case 'tag-member':
        this.tags.push(...(node.settings.tags as string[])) // parsed by the node's schema
        return leave('next')
      case 'ab-test':
        return leave(body.arm === 'b' ? 'control' : `arm:${body.arm}`)
      case 'send-inbox':
        this.messages.push({ node: index, channel: 'inbox' })
        return leave('sent')
      case 'send-email':
        this.underWay = body.variables !== undefined
        if (!this.underWay) return leave('sent')
        this.messages.push({ node: index, channel: 'email' })
        return park(null)
      default:
        throw new Error(`the whole journey has no effect of ${node.type}`)
    }
  }
}

const stimulus = (name: string, at: number): Stimulus => ({
  ...{ event: id(1), name, at, receivedAt: at, properties: {} },
})

export interface LifeAlone extends Life, Pick<OwnWorld, 'points' | 'tags' | 'messages'> {
  readonly member: MemberId
}

/**
 * Takes each person alone through the whole journey, by the machine of its plan, in the course that a run of it took: those
 * who are called enter as it begins, and a mail is settled at the moment it is planned.
 */
export function livesAlone(
  plan: BoundPlan,
  journey: number,
  persons: readonly Person[],
  course: readonly Happening[],
): LifeAlone[] {
  const machine = machineOf(plan)
  return persons.map((person) => {
    const { member, called } = person
    const world = new OwnWorld(plan, person)
    const mine = course.filter(({ doing }) => !doing || doing.members.has(member))
    const entry = mine.findIndex(({ doing }) => called || doing?.name === 'joined')
    const enteredAt = (called ? course : mine.slice(entry))[0]?.at
    if (enteredAt === undefined) throw new Error(`nothing lets member ${member} in`)
    const trigger = plan.nodes.findIndex((node) => node.id === (called ? 'called' : 'joined'))
    const traveller = loneTraveller(machine, { journey, member, trigger, enteredAt, world })
    const look = (at: number, stimuli: readonly Stimulus[]) => {
      world.heard.push(...stimuli)
      traveller.look(at, stimuli)
      if (world.underWay) traveller.look(at, [stimulus(MESSAGE_SETTLED, at)])
    }
    look(enteredAt, [])
    for (const { at, doing } of mine.slice(called ? 0 : entry + 1)) look(at, doing ? [stimulus(doing.name, at)] : [])
    const { points, tags, messages } = world
    return { member, ...traveller.life(), points, tags, messages }
  })
}

/** How a run of the whole journey must end, in the words of `endOf` and `timesOf`: as each of these persons ends alone. */
export async function endByMachine(
  w: TestWorkspace,
  { journey, version }: Published,
  persons: readonly Person[],
  course: readonly Happening[],
): Promise<{ end: End; times: string[] }> {
  const plan = await w.plan(version)
  const lives = livesAlone(plan, journey, persons, course)
  const rows = <R>(of: (life: LifeAlone & { member_id: MemberId }) => R[]) =>
    lives.flatMap((life) => of({ ...life, member_id: life.member }))
  // Nobody comes by a node twice.
  const visitAt = ({ steps }: Life, node: number) => steps.findIndex((step) => step.node === node) + 1
  const completed = lives.filter((life) => life.end === 'completed').length
  const [effect, kind, entry_no] = [codeOf(EFFECTS, 'points'), codeOf(POINTS_KINDS, 'spendable'), 1]
  const passages = new Map<string, { node: number; outcome: number; n: number }>()
  const entries = rows(({ steps }) => steps.slice(0, 1).map(({ node }) => ({ node, outcome: SPECIAL_EDGES.enter })))
  for (const { node, outcome } of [...entries, ...rows(({ steps }) => steps)]) {
    const passage = passages.get(`${node}/${outcome}`) ?? { node, outcome, n: 0 }
    passages.set(`${node}/${outcome}`, { ...passage, n: passage.n + 1 })
  }
  return {
    end: {
      visits: linesOf(
        rows(({ member_id, steps }) =>
          steps.map(({ node, outcome }, i) => ({ member_id, entry_no, visit: i + 1, node, outcome })),
        ),
      ),
      enrolments: linesOf(
        rows(({ member_id, end }) => [
          { member_id, entry_no, state: end === 'completed' ? codeOf(ENROLMENT_STATES, 'completed') : end },
        ]),
      ),
      points: linesOf(
        rows((life) =>
          life.points.map(({ node, amount }) => ({
            ...{ member_id: life.member_id, visit: visitAt(life, node), effect, kind, amount },
          })),
        ),
      ),
      balances: linesOf(
        rows(({ member_id, points }) => [{ member_id, kind, balance: points.reduce((sum, p) => sum + p.amount, 0) }]),
      ),
      tags: linesOf(rows(({ member_id, tags }) => tags.map((tag) => ({ member_id, tag })))),
      messages: linesOf(
        rows((life) =>
          life.messages.map(({ node, channel }) => ({
            ...{ member_id: life.member_id, visit: visitAt(life, node), node, channel },
            state: codeOf(MESSAGE_STATES, 'accepted'),
          })),
        ),
      ),
      counts: linesOf([...passages.values()]),
      left: linesOf([{ tokens: lives.length - completed, stimuli: 0 }]),
    },
    times: linesOf(rows(({ member_id, steps }) => steps.map(({ at }, i) => ({ member_id, visit: i + 1, at })))),
  }
}
