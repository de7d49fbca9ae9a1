import type { NodeDefinition } from '../journey/node.ts'
import { type Problem, problem } from '../journey/problems.ts'
import type { JsonObject } from '../json.ts'
import type { Budget } from './budgets.ts'
import { kindsSpent } from './spending.ts'

interface Node {
  readonly id: string
  readonly definition: NodeDefinition
  readonly parsed: JsonObject
}

/** Budgets that nothing takes from, and nodes that are drawn for whom no budget refuses: both are odd. */
export function budgetProblems(
  budgets: readonly Budget[],
  nodes: readonly Node[],
  isOverDrawn: (index: number) => boolean,
): Problem[] {
  const spending = nodes.map(({ definition, parsed }) =>
    kindsSpent({ sends: definition.sends?.(parsed), spends: definition.spends }, parsed),
  )
  const unused = budgets.flatMap(({ of }, i) =>
    spending.some((kinds) => kinds.includes(of))
      ? []
      : [problem('budget-unused', { field: `settings.budgets.${i}.of` }, { of })],
  )
  const never = nodes.flatMap(({ id }, i) => {
    const isLimited = spending[i]?.some((kind) => budgets.some(({ of }) => of === kind))
    return !isLimited && isOverDrawn(i) ? [problem('over-budget-never', { node: id })] : []
  })
  return [...unused, ...never]
}
