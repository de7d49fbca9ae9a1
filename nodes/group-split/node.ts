import { z } from 'zod'
import { branchFields, branchOutcome, branchOutcomes, repeatsId } from '../../engine/core/journey/branches.ts'
import { judgeSets, MemberSets, membershipFacts, setReferences, setsIn } from '../../engine/core/journey/member-sets.ts'
import { type Because, defineNode, leave } from '../../engine/core/journey/node.ts'

const Branch = MemberSets.extend(branchFields)
const Settings = z.strictObject({ branches: z.array(Branch).min(1).max(50) })

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'group-split',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { branches: [{ id: '1', name: '1', segments: ['everyone'], computed: [], groups: [] }] },
  outcomes: ({ branches }) => branchOutcomes(branches),
  facts: ({ branches }) => membershipFacts(branches),
  decide: ({ branches }, facts, { at }) => {
    const passed: Because[] = []
    for (const branch of branches) {
      const { holds, because } = judgeSets(branch, facts, at)
      if (holds) return leave(branchOutcome(branch), because)
      passed.push(because)
    }
    return leave('else', oldest(passed))
  },
  references: ({ branches }) => branches.flatMap((branch, i) => setReferences(branch, `branches.${i}.`)),
  check: ({ branches }) => [
    ...(repeatsId(branches) ? [{ code: 'branch-repeated', field: 'branches' }] : []),
    ...branches.flatMap((branch, i) =>
      setsIn(branch).length === 0 ? [{ code: 'nobody-chosen', field: `branches.${i}.segments` }] : [],
    ),
  ],
})

/** The age of the oldest answer among these. */
function oldest(all: readonly Because[]): Because {
  const ages = all.flatMap(({ age }) => (age === undefined ? [] : [age]))
  if (ages.includes(null)) return { age: null }
  return ages.length > 0 ? { age: Math.max(...ages.map(Number)) } : {}
}
