import type { Apply } from '../core/journey/effect.ts'
import type { Tx } from '../store/store.ts'

/** A node's effect, as the runtime applies it. */
export type ApplyEffect = Apply<Tx>
