import { callable } from '../controls/face.ts'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import type { JsonObject } from '../core/json.ts'
import { type Identity, resolveMembers } from '../members/face.ts'
import { nameOf, REFUSALS } from '../store/codes.ts'
import { insist } from '../store/insist.ts'
import { clockOf } from '../store/moment.ts'
import { callsSql } from '../store/sql/calls.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { storeEvents } from './unit-of-work.ts'

/** A call for one person to enter a journey. */
export interface JourneyCall {
  readonly journey: string
  /** Best known first. */
  readonly person: readonly Identity[]
  /** What nodes read as `event.*`. */
  readonly data: JsonObject
  /** A call of the same key within 30 days is accepted again and changes nothing. */
  readonly idempotencyKey?: string
}

/** Why a call lets nobody in. */
export const NOT_TAKEN = [...REFUSALS, 'repeated'] as const

export type CallAnswer =
  | { readonly taken: true }
  | { readonly taken: false; readonly reason: (typeof NOT_TAKEN)[number] }

/** Lets somebody enter a journey by its API trigger, or answers why not. Throws a UserError where no journey of this key takes calls. */
export const callJourney = (engine: Engine, tenant: TenantId, call: JourneyCall): Promise<CallAnswer> =>
  insist(() => engine.store.inTenant(tenant, (tx) => callOnce(engine, tx, call)))

async function callOnce(engine: Engine, tx: Tx, call: JourneyCall): Promise<CallAnswer> {
  const { journey: key, person, data, idempotencyKey } = call
  const journey = await callable(tx, key)
  if (journey === undefined) {
    const message = `No live journey “${key}” has an API trigger: publish one, or check the key.`
    throw new UserError('journey-takes-no-calls', message, { key })
  }
  const at = await clockOf(tx)
  const [member] = await resolveMembers(tx, [person], at)
  if (member === undefined) throw new Error('a call without a member')
  const name = calledEvent(key)
  const messageId = idempotencyKey === undefined ? {} : { messageId: `${name}/${idempotencyKey}` }
  const { stored } = await storeEvents(engine, tx, [{ member, name, at, properties: data, ...messageId }])
  if (stored === 0) return { taken: false, reason: 'repeated' }
  const [answer] = await tx.sql.query(callsSql.answer, [member, name, journey])
  if (!answer || answer.entered) return { taken: true }
  return { taken: false, reason: answer.reason === null ? 'journey-not-running' : nameOf(REFUSALS, answer.reason) }
}
