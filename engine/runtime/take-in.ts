import type { TenantId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { addressesIn, type Identity, resolveMembers, setAttributes, setIdentities } from '../members/face.ts'
import { type ConsentChange, setConsents } from '../reach/face.ts'
import { insist } from '../store/insist.ts'
import { clockOf, lockMembers } from '../store/moment.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { changesTold, onSurface } from './event.ts'
import { judgeExitRules } from './leaving.ts'
import { type Stored, type StoredEvents, storeEvents, storeRaised } from './unit-of-work.ts'

/** What the outside tells of one person: something done, or something known. `at` is epoch milliseconds; absent = now. */
export interface Told {
  /** Best known first. */
  readonly person: readonly Identity[]
  readonly event?: { readonly name: string; readonly at?: number; readonly properties: JsonObject }
  readonly messageId?: string
  /** To be merged into what is known; null removes. */
  readonly attributes?: JsonObject
  /** What the person agrees to, or no longer. */
  readonly consents?: readonly ConsentChange[]
}

/** What became of the events of one batch: stored, or known by their message id from before. */
export type Taken = Pick<Stored, 'stored' | 'repeated'>

/** Takes in batches of one tenant as one transaction: all of them, or nothing. Answers one by one, in their order. */
export async function takeIn(
  engine: Engine,
  tenant: TenantId,
  batches: readonly (readonly Told[])[],
): Promise<Taken[]> {
  const all = batches.flat()
  const { isNew } = await insist(() => engine.store.inTenant(tenant, (tx) => takeInOnce(engine, tx, all)))
  let next = 0
  return batches.map((batch) => {
    const mine = batch.flatMap((told) => (told.event ? [isNew[next++] ?? false] : []))
    const stored = mine.filter(Boolean).length
    return { stored, repeated: mine.length - stored }
  })
}

/** Identities before member locks, and all locks at once: the order in which nobody waits in a ring. */
async function takeInOnce(engine: Engine, tx: Tx, batch: readonly Told[]): Promise<StoredEvents> {
  const members = await resolveMembers(
    tx,
    batch.map((told) => told.person),
    await clockOf(tx),
  )
  const taken = batch.flatMap((told, i) => {
    const member = members[i]
    return member === undefined ? [] : [{ ...told, member }]
  })
  await setIdentities(
    tx,
    taken.flatMap(({ member, attributes = {} }) => addressesIn(member, attributes)),
  )
  const locked = await lockMembers(tx, members)
  const { at } = locked
  const changed = await setAttributes(
    tx,
    taken.flatMap(({ member, attributes }) => (attributes ? [{ member, attributes }] : [])),
  )
  const described = taken.flatMap(({ member, attributes }) => (attributes ? [member] : []))
  await judgeExitRules(engine, tx, described, at)
  const told = taken.flatMap(({ member, consents }) => (consents ?? []).map((one) => ({ ...one, member })))
  const raised = await setConsents(tx, told, at)
  await storeRaised(engine, tx, onSurface(raised), locked)
  const done = taken.flatMap(({ member, event, messageId }) =>
    event ? [{ at, ...event, member, ...(messageId === undefined ? {} : { messageId }) }] : [],
  )
  // What was told, and after it what became of it: answers go by position.
  return storeEvents(engine, tx, [...done, ...changesTold(changed, at)], locked)
}
