import type { MemberId, TenantId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { type Identity, resolveMembers, setAttributes, setIdentities } from '../members/face.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { clockOf, lockMembers } from './moment.ts'
import { type Stored, storeEvents } from './unit-of-work.ts'

/** What the outside tells of one person: something done, or something known. `at` is epoch milliseconds; absent = now. */
export interface Told {
  /** Best known first. */
  readonly person: readonly Identity[]
  readonly event?: { readonly name: string; readonly at?: number; readonly properties: JsonObject }
  readonly messageId?: string
  /** To be merged into what is known; null removes. */
  readonly attributes?: JsonObject
}

/** Attributes that are also addresses: a member is found and written to by them. */
const ADDRESSES = ['email', 'phone']

const MOST_TRIES = 5

/** Takes in a batch of one tenant as one transaction: all of it, or nothing. */
export async function takeIn(engine: Engine, tenant: TenantId, batch: readonly Told[]): Promise<Stored> {
  for (let tries = 1; ; tries++) {
    try {
      return await engine.store.inTenant(tenant, (tx) => takeInOnce(engine, tx, batch))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if ((code !== '40P01' && code !== '40001') || tries >= MOST_TRIES) throw error
    }
  }
}

/** Identities before member locks, and all locks at once: the order in which nobody waits in a ring. */
async function takeInOnce(engine: Engine, tx: Tx, batch: readonly Told[]): Promise<Stored> {
  const members = await resolveMembers(
    tx,
    batch.map((told) => told.person),
    await clockOf(tx),
  )
  const taken = batch.flatMap((told, i) => {
    const member = members[i]
    return member === undefined ? [] : [{ ...told, member }]
  })
  await setIdentities(tx, taken.flatMap(addressesOf))
  const at = await lockMembers(tx, members)
  await setAttributes(
    tx,
    taken.flatMap(({ member, attributes }) => (attributes ? [{ member, attributes }] : [])),
  )
  return storeEvents(
    engine,
    tx,
    taken.flatMap(({ member, event, messageId }) =>
      event ? [{ at, ...event, member, ...(messageId === undefined ? {} : { messageId }) }] : [],
    ),
  )
}

function addressesOf({ member, attributes = {} }: { member: MemberId; attributes?: JsonObject }) {
  return ADDRESSES.flatMap((namespace) => {
    const value = attributes[namespace]
    return value === null || typeof value === 'string' ? [{ member, namespace, value }] : []
  })
}
