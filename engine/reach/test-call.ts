import { randomUUID } from 'node:crypto'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { type FoundField, fieldsIn } from '../core/journey/service-answer.ts'
import type { JsonObject } from '../core/json.ts'
import type { DbTx } from '../store/store.ts'
import { ServiceAccount } from './channels/service/account.ts'
import { callService, outcomeOf, parsed, type ServiceWorld } from './channels/service/sender.ts'

/** What every test call says of itself, so that its receiver changes nothing by it. */
const TEST_HEADER = 'waymark-test'

/** What a test sends: what a node would make of its path and data. */
export interface Sample {
  readonly path: string
  readonly body: JsonObject
}

/** A test call that was ordered, and may be made. */
export interface TestCall {
  readonly tenant: TenantId
  readonly account: number
  readonly settings: unknown
  readonly sample: Sample
}

/** What a service answered to a test. */
export interface Tested {
  /** `again`: a journey would try once more, up to five times. */
  readonly went: 'well' | 'wrong' | 'again'
  /** HTTP status; null where nothing was answered. */
  readonly status: number | null
  /** How long it took, milliseconds. */
  readonly ms: number
  /** Why it did not go well, as a code. */
  readonly reason: string | null
  /** Its beginning, and whether there was more. */
  readonly body: string
  readonly isCut: boolean
  readonly isJson: boolean
  readonly fields: readonly FoundField[]
}

const LONGEST_SHOWN = 4_000
const MOST_FIELDS = 50

/** Orders a test call of a service; audited before it is made. Throws a UserError where there is no such service. */
export async function orderTestCall(tx: DbTx, key: string, sample: Sample, actor: string): Promise<TestCall> {
  const tenantId = BigInt(tx.tenant)
  const found = await tx.db.account.findFirst({ where: { channel: 'service', key } })
  if (!found) throw unknownConnection(key)
  const detail = { path: sample.path }
  await tx.db.audit.create({ data: { tenantId, actor, action: 'connection.test', subject: key, detail } })
  return { tenant: tx.tenant, account: Number(found.id), settings: found.settings, sample }
}

/** What to tell of a key that no service of the workspace has. */
export const unknownConnection = (key: string): UserError =>
  new UserError('connection-unknown', `There is no service “${key}” any more: reload the list.`)

const UNTOLD = { status: null, body: '', isCut: false, isJson: false, fields: [] } as const

/** Makes a test call once, under an id of its own. It is about nobody: no member, message or journey knows of it. */
export async function makeTestCall({ settings, sample }: TestCall, worldOf: () => ServiceWorld): Promise<Tested> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  let world: ServiceWorld
  try {
    world = worldOf()
  } catch {
    return { ...UNTOLD, went: 'again', ms: took(), reason: 'account-invalid' }
  }
  const call = { id: `test_${randomUUID()}`, headers: { [TEST_HEADER]: 'true' }, ...sample }
  const posted = await callService(ServiceAccount.parse(settings), world, call)
  const outcome = outcomeOf(posted, world.now())
  const went = outcome.class === 'accepted' ? 'well' : outcome.class === 'rejected_retryable' ? 'again' : 'wrong'
  const reason = 'reason' in outcome ? outcome.reason : null
  if (posted.kind !== 'answered') return { ...UNTOLD, went, ms: took(), reason }
  const answer = parsed(posted.body)
  return {
    ...{ went, status: posted.status, ms: took(), reason },
    ...{ body: posted.body.slice(0, LONGEST_SHOWN), isCut: posted.body.length > LONGEST_SHOWN },
    ...{ isJson: answer !== undefined, fields: fieldsIn(answer, MOST_FIELDS) },
  }
}
