import type { JourneyId, TenantId } from '../core/ids.ts'
import { journeyAfter } from '../core/lifecycles/journey.ts'
import { pokeClock } from '../store/moment.ts'
import { closingSql } from '../store/sql/closing.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { stopSql } from '../store/sql/stop.ts'
import type { Row, Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'

/**
 * Closes a journey to newcomers: whoever asks after this transaction commits is refused. It takes no lock, for its advance holds
 * others; the clock does the rest. Those inside go on.
 */
export function closeToNewcomers(tx: Tx, journey: JourneyId): void {
  tx.sql.write(closingSql.close, [tx.tenant, journey])
  pokeClock(tx)
}

/** Drains a journey that was closed, and finishes it where nobody is inside. */
export async function goOnClosing(
  engine: Engine,
  { tenant_id: tenant, id, state }: Row<'closing.todo'>,
): Promise<void> {
  if (state !== 'draining') await drain(engine, tenant, id)
  await finish(engine, tenant, id)
}

async function drain(engine: Engine, tenant: TenantId, journey: JourneyId): Promise<void> {
  await engine.store.inTenant(tenant, async (tx) => {
    const [row] = await tx.sql.query(closingSql.lock, [journey])
    const state = row && journeyAfter(row.state, 'drain')
    if (!state) return
    tx.sql.write(journeysSql.disarm, [journey])
    tx.sql.write(journeysSql.unfire, [journey])
    tx.sql.write(stopSql.endRuns, [journey])
    tx.sql.write(closingSql.move, [journey, state, 'drain'])
  })
}

async function finish(engine: Engine, tenant: TenantId, journey: JourneyId): Promise<void> {
  await engine.store.inTenant(tenant, async (tx) => {
    const [row] = await tx.sql.query(closingSql.lock, [journey])
    const state = row && journeyAfter(row.state, 'finish')
    if (!state) return
    // Whoever was let in before the journey was closed is there now.
    tx.sql.write(journeysSql.close, [journey])
    const [inside] = await tx.sql.query(stopSql.inside, [journey])
    if (inside?.n === 0) tx.sql.write(closingSql.move, [journey, state, 'finish'])
  })
}
