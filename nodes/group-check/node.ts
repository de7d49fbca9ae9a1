import type { z } from 'zod'
import { judgeSets, MemberSets, membershipFacts, setReferences, setsIn } from '../../engine/core/journey/member-sets.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'

const Settings = MemberSets

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'group-check',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { segments: ['everyone'], computed: [], groups: [] },
  outcomes: () => ['yes', 'no'],
  facts: (sets) => membershipFacts([sets]),
  decide: (sets, facts, { at }) => {
    const { holds, because } = judgeSets(sets, facts, at)
    return leave(holds ? 'yes' : 'no', because)
  },
  references: (sets) => setReferences(sets),
  check: (sets) => (setsIn(sets).length === 0 ? [{ code: 'nobody-chosen', field: 'segments' }] : []),
})
