import type { MemberId, TenantId } from '../core/ids.ts'
import { lapseTags, membersOfLapsedTags } from '../members/face.ts'
import { insist } from '../store/insist.ts'
import { lockMembers } from '../store/moment.ts'
import type { Engine } from './engine.ts'
import { onSurface } from './event.ts'
import { judgeExitRules } from './leaving.ts'
import { storeRaised } from './unit-of-work.ts'

/** Members whose tags lapse in one transaction. */
const CHUNK = 1_000

/** Tells of tags whose time is over that they are lost, in every workspace. Answers whether there may be more. */
export async function tellLapsedTags(engine: Engine): Promise<boolean> {
  const { due, more } = await engine.store.acrossTenants((sql) => membersOfLapsedTags(sql, CHUNK))
  for (const [tenant, members] of due) await insist(() => tellOnce(engine, tenant, members))
  return more
}

/** A tag that was put on anew meanwhile lasts on. */
const tellOnce = (engine: Engine, tenant: TenantId, members: readonly MemberId[]): Promise<void> =>
  engine.store.inTenant(tenant, async (tx) => {
    const locked = await lockMembers(tx, members)
    const lost = await lapseTags(tx, members, locked.at)
    await judgeExitRules(
      engine,
      tx,
      lost.map((event) => event.member),
      locked.at,
    )
    await storeRaised(engine, tx, onSurface(lost), locked)
  })
