import { z } from 'zod'
import { Firing } from '../../engine/core/journey/firing.ts'
import { GroupKey, SegmentKey } from '../../engine/core/journey/member-sets.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'

const Settings = z.strictObject({
  /** Members of any of these segments and groups enter; an uploaded list is a group. */
  include: z.array(SegmentKey).max(20).default([]),
  groups: z.array(GroupKey).max(20).default([]),
  exclude: z.array(SegmentKey).max(20).default([]),
  excludeGroups: z.array(GroupKey).max(20).default([]),
  firing: Firing,
  /** `new`: only those that no earlier run took. */
  take: z.enum(['everyone', 'new']).default('everyone'),
  /** What becomes of a fire that everything was down for. */
  missed: z.enum(['run-once', 'skip']).default('run-once'),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'trigger-audience',
  version: 1,
  category: 'trigger',
  settings: Settings,
  defaults: {
    include: ['everyone'],
    groups: [],
    exclude: [],
    excludeGroups: [],
    firing: { kind: 'now' },
    take: 'everyone',
    missed: 'run-once',
  },
  outcomes: () => ['next'],
  facts: () => ({}),
  decide: () => leave('next'),
  trigger: (audience) => ({ audience }),
  references: ({ include, exclude, groups, excludeGroups }) => [
    ...include.map((key) => ({ kind: 'segment' as const, key, field: 'include' })),
    ...exclude.map((key) => ({ kind: 'segment' as const, key, field: 'exclude' })),
    ...groups.map((key) => ({ kind: 'group' as const, key, field: 'groups' })),
    ...excludeGroups.map((key) => ({ kind: 'group' as const, key, field: 'excludeGroups' })),
  ],
  check: ({ include, groups }) =>
    include.length + groups.length === 0 ? [{ code: 'nobody-chosen', field: 'include' }] : [],
})
