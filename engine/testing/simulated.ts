import { registry } from '../../nodes/definitions.ts'
import { compile } from '../core/journey/compile.ts'
import { bindPlan } from '../core/journey/plan.ts'
import { type Person, stranger } from '../core/simulate/person.ts'
import { simulate } from '../core/simulate/simulate.ts'
import type { Happening, Told } from '../core/simulate/story.ts'

export const START = Date.parse('2026-03-02T02:00:00Z')

export const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
type Drawn = readonly [from: string, outcome: string, to: string]

export function planOf(nodes: readonly object[], edges: readonly Drawn[], settings: object = {}) {
  const document = { schema: 1, key: 'test', name: 'test', settings, nodes, edges: edges.map(edge) }
  const { plan, problems } = compile(document, registry, { zone: 'Asia/Shanghai', exists: () => true })
  if (!plan) throw new Error(JSON.stringify(problems))
  return bindPlan(plan, registry)
}
const edge = ([from, outcome, to]: Drawn) => ({ from, outcome, to })

export const post = (at: number, event: string, properties: Person['attributes'] = {}): Happening => {
  return { do: 'post', at: START + at, event, properties }
}
export const wait = (at: number): Happening => ({ do: 'wait', at: START + at })

export const play = (plan: ReturnType<typeof planOf>, happenings: readonly Happening[], person: Partial<Person> = {}) =>
  simulate(plan, { person: { ...stranger(1), ...person }, startsAt: START, happenings })

/** A story in one line: `+`entered, `node:outcome`, `@node` waits, `!reason` refused or failed, `.` completed. */
export const line = (story: readonly Told[]): string =>
  story
    .flatMap((told) => {
      if (told.kind === 'entered') return `+${told.node}`
      if (told.kind === 'left') return `${told.node}:${told.outcome}`
      if (told.kind === 'goal') return `*${told.name}`
      if (told.kind === 'held-out') return '!held-out'
      if (told.kind === 'waits') return `@${told.node}`
      if (told.kind === 'out') return `${told.way}@${told.node}`
      if (told.kind === 'refused' || told.kind === 'failed') return `!${told.reason}`
      return told.kind === 'completed' ? '.' : told.kind === 'unheard' ? '?' : []
    })
    .join(' ')
