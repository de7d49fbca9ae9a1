import type { EffectAnswer, EffectRow } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { addDuration, type Duration } from '../../engine/core/time/duration.ts'
import { tagMembers } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'

interface Settings {
  kind: 'add' | 'remove' | 'replace'
  tags: string[]
  expiresAfter?: Duration
}

export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const [first] = rows
  if (!first) return { results: [], events: [] }
  const { kind, tags, expiresAfter } = first.settings as unknown as Settings // parsed by the node's own schema
  const changes = rows.map(({ member, enrolment, visit, enteredAt, at, zone }) => ({
    ...{ member, enrolment, visit, enteredAt, at },
    ...(expiresAfter ? { expiresAt: addDuration(at, expiresAfter, zone) } : {}),
  }))
  const remove = { add: [], remove: tags, replace: 'all-others' as const }[kind]
  tagMembers(tx, changes, { add: kind === 'remove' ? [] : tags, remove }, `journey/${first.journey}`)
  return { results: rows.map(() => leave('next')), events: [] }
}
