import type { TenantId } from '../core/ids.ts'
import { nextOfFirstDate, setFirstDate } from '../members/face.ts'
import { insist } from '../store/insist.ts'
import { lockMembers } from '../store/moment.ts'
import type { Engine } from './engine.ts'
import { judgeExitRules } from './leaving.ts'
import { judgeCrossings } from './watching.ts'

/**
 * Sets a first date of the next members by what they did before it was kept, in one transaction; answers false once all have it.
 * As with an import of history, nobody is told.
 */
export const fillFirstDates = (engine: Engine, tenant: TenantId, attribute: string): Promise<boolean> =>
  insist(() =>
    engine.store.inTenant(tenant, async (tx) => {
      const next = await nextOfFirstDate(tx, attribute)
      if (!next) return false
      const { at } = await lockMembers(tx, next.members)
      const changed = (await setFirstDate(tx, next.date, next.members)).map(({ member }) => member)
      await judgeExitRules(engine, tx, changed, at)
      await judgeCrossings(engine, tx, changed, { quietly: true })
      return !next.isLast
    }),
  )
