import type { JourneyId } from '../core/ids.ts'
import { pokesSql } from '../store/sql/pokes.ts'
import { tick } from './clock.ts'
import type { Engine } from './engine.ts'
import { Gather } from './gather.ts'

/**
 * Walks everything that is due, in this process and without a driver, until nothing is: for tests, whose clocks are wound.
 * Messages stay planned: their lanes are a driver's. Answers how many shards it walked.
 */
export async function drain(engine: Engine): Promise<number> {
  const gather = new Gather(engine)
  let walked = 0
  for (;;) {
    while ((await tick(engine)).sleepMs === 0);
    const rows = await engine.store.acrossTenants((sql) => sql.query(pokesSql.waiting))
    const shards = new Map(rows.filter((r) => r.kind === 0).map((r) => [`${r.owner}/${r.part}`, r]))
    if (shards.size === 0) return walked
    await Promise.all(
      [...shards.values()].map(async ({ tenant_id: tenant, owner, part: shard }) => {
        const ref = { tenant, journey: owner as JourneyId, shard } // a poke of kind 0 is a journey's
        while ((await gather.advance(ref)).sleepMs === 0);
        walked++
      }),
    )
  }
}
