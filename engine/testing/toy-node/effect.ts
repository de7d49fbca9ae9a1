import type { EffectAnswer, EffectRow } from '../../core/journey/effect.ts'
import { leave } from '../../core/journey/node.ts'
import { tagMembers } from '../../members/face.ts'
import type { Tx } from '../../store/store.ts'

export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const badge = String(rows[0]?.settings.badge)
  tagMembers(tx, rows, { add: [badge], remove: [] }, 'badge')
  return { results: rows.map(() => leave('pinned', { badge })), events: [] }
}
