import { id } from '../engine/core/ids.ts'
import type { Decision, NodeDefinition, VisitContext } from '../engine/core/journey/node.ts'

export const AT = Date.parse('2026-03-07T12:00:00Z')

/** A context of a visit that just arrived, with what is given in place of that. */
export const contextOf = (given: Partial<VisitContext> = {}): VisitContext => ({
  at: AT,
  arrivedAt: AT,
  previousAt: AT,
  enteredAt: AT,
  step: 0,
  due: false,
  drawn: new Set(),
  stimulus: undefined,
  zone: 'UTC',
  member: id(1),
  chanceKey: '1/1/node',
  ...given,
})

/** Judges one visit of a node: settings are parsed as the compiler does, the rest of the context is filled in. */
export function visit(
  definition: NodeDefinition,
  settings: unknown,
  given: { facts?: Record<string, unknown> } & Partial<VisitContext> = {},
): Decision {
  const { facts = {}, ...context } = given
  return definition.decide(definition.settings.parse(settings), facts as never, contextOf(context)) // facts of tests are what the requests' loaders would answer
}
