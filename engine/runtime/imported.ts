import type { Imported } from '../members/face.ts'
import { clockOf } from '../store/moment.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { changesTold, onSurface } from './event.ts'
import { judgeExitRules } from './leaving.ts'
import { storeRaised } from './unit-of-work.ts'
import { judgeCrossings } from './watching.ts'

/**
 * Has happen what an import of members means, as if the API had told it: who no longer fits leaves, what changed of whom is told,
 * and who crossed a watched segment. A chunk costs as many statements as one member.
 */
export async function heedImport(engine: Engine, tx: Tx, { members, changed }: Imported): Promise<void> {
  const at = await clockOf(tx)
  await judgeExitRules(engine, tx, members, at)
  await storeRaised(engine, tx, onSurface(changesTold(changed, at)))
  // Somebody who is new may be in a segment that asks about nothing of what was imported.
  await judgeCrossings(engine, tx, members)
}
