import type { JourneyId } from '../core/ids.ts'
import { advance } from '../runtime/advance.ts'
import { engineOf } from '../runtime/engine.ts'
import { insist } from '../store/insist.ts'
import { openStore } from '../store/store.ts'
import type { TestWorkspace } from './workspace.ts'

/**
 * Advances shards of a workspace from `many` sides at once, each taking `most` tokens a time, until nothing is due in them.
 * Answers how many deadlocks PostgreSQL resolved meanwhile.
 */
export async function advanceAtOnce(
  w: TestWorkspace,
  shards: readonly { journey: JourneyId; shard: number }[],
  { many = 16, most = 10 } = {},
): Promise<number> {
  const store = openStore(w.url, { connections: 1, advancers: many })
  const engine = engineOf(store, w.engine.registry, w.engine.effects)
  let deadlocks = 0
  const noticing = (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '40P01') deadlocks++
    throw error
  }
  const refs = shards.map(({ journey, shard }) => ({ tenant: w.tenant, journey, shard }))
  try {
    await Promise.all(
      Array.from({ length: many }, async (_, mine) => {
        // Everyone begins elsewhere, and comes to all.
        const turns = refs.map((_ref, i) => refs[(i + mine) % refs.length] ?? refs[0])
        for (let moved = 1; moved > 0; ) {
          moved = 0
          for (const ref of turns) {
            if (!ref) continue
            const { members } = await insist(() => advance(engine, w.tenant, [ref], { most }).catch(noticing))
            moved += members
          }
        }
      }),
    )
  } finally {
    await store.close()
  }
  return deadlocks
}
