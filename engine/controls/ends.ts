import type { JourneyId } from '../core/ids.ts'
import { controlsSql } from '../store/sql/controls.ts'
import type { Tx } from '../store/store.ts'
import type { ArmPlace } from './arms.ts'
import { drawFrom } from './shared-counter.ts'

const ENDS = 'ends'

/** Counts people who came to an end; answers how many did so far. */
export const countEnds = (tx: Tx, { journey, nodeKey }: ArmPlace, people: number): Promise<number> =>
  drawFrom(tx, { journey, name: ENDS }, (state) => {
    const reached = Number(state[nodeKey] ?? 0) + people
    return { state: { ...state, [nodeKey]: reached }, drawn: reached }
  })

/** Begins to count a journey's ends anew. */
export const forgetEnds = (tx: Tx, journey: JourneyId): void => tx.sql.write(controlsSql.forget, [journey, ENDS])
