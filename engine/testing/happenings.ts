import type { MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { reconcile } from '../runtime/reconcile.ts'
import { storeEvents } from '../runtime/unit-of-work.ts'
import { insist } from './eventually.ts'
import type { TestWorkspace } from './workspace.ts'

/** A moment of a run: these members do something, with these properties, or, where nobody does, time has moved on to it. */
export interface Happening {
  readonly at: number
  readonly doing?: { readonly name: string; readonly members: ReadonlyMap<MemberId, JsonObject> }
}

/** Posts an event of each of these members, in one transaction; the same again where nobody knows whether it was stored. */
export async function postAll(
  w: TestWorkspace,
  members: readonly MemberId[],
  name: string,
  propertiesOf?: (member: MemberId) => JsonObject,
): Promise<Happening> {
  const at = w.now
  const events = members.map((member) => {
    const properties = propertiesOf?.(member) ?? {}
    return { member, name, at, properties, messageId: `${name}/${member}` }
  })
  await insist(() => w.engine.store.inTenant(w.tenant, (tx) => storeEvents(w.engine, tx, events)))
  return { at, doing: { name, members: new Map(events.map(({ member, properties }) => [member, properties])) } }
}

/** What the one order of a member is. */
export const orderOf = (member: MemberId) => ({ orderId: `o${member}`, amount: 10 })
/** A refund of a part of that order. */
export const refundOf = (amount: number) => (member: MemberId) => ({ orderId: `o${member}`, refundId: 'r1', amount })

/** Moves the clock, and sees to what is overdue then. */
export async function wind(w: TestWorkspace, ms: number): Promise<Happening> {
  const at = w.now + ms
  await insist(() => w.windOnly(at))
  await insist(() => reconcile(w.engine.store))
  return { at }
}
