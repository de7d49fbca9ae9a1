import type { EffectAnswer, EffectRow } from '../core/journey/effect.ts'
import type { Tx } from '../store/store.ts'

/** A node's effect on a batch of visits: set-based, and written once for each (enrolment, visit, kind) however often it runs. */
export type ApplyEffect = (tx: Tx, rows: readonly EffectRow[]) => Promise<EffectAnswer>
