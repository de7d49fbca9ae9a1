import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { DbTx } from '../store/store.ts'
import { ServiceAccount, type ServicePace, ServiceSecrets, ServiceSettings } from './channels/service/account.ts'
import { newSecret } from './channels/service/signature.ts'
import type { SecretBox } from './secret-box.ts'
import { unknownConnection } from './test-call.ts'

/** A service that journeys may call, as people see it: its secrets are told once, or never. */
export interface Connection extends ServiceSettings {
  readonly key: string
  /** Names of the headers that go with every call; their values are nobody's to read. */
  readonly headers: readonly string[]
  /** Null: as fast as they come. */
  readonly pace: ServicePace | null
}

interface Place {
  readonly tenant: TenantId
  readonly account: number
}
const sealedFor = ({ tenant, account }: Place) => `account/${tenant}/${account}`

/** What is sealed in the settings of an account of channel `service`. Throws where it does not open. */
export const openSecrets = (box: SecretBox, settings: unknown, place: Place): ServiceSecrets =>
  ServiceSecrets.parse(JSON.parse(box.open(ServiceAccount.parse(settings).sealed, sealedFor(place))))

/** The services of a workspace, by key. Of one whose secrets do not open any more no headers are told. */
export async function listConnections(tx: DbTx, box: SecretBox): Promise<Connection[]> {
  const rows = await tx.db.account.findMany({ where: { channel: 'service' }, orderBy: { key: 'asc' } })
  const paces = new Map((await tx.sql.query(messagesSql.paces)).map((row) => [row.account_id, row.per_second]))
  return rows.map(({ key, id, settings }) => {
    const { sealed: _, ...shown } = ServiceAccount.parse(settings)
    const account = Number(id)
    const headers = headersOf(box, settings, { tenant: tx.tenant, account })
    return { key, ...shown, headers, pace: paceOf(paces.get(account)) }
  })
}

const SECONDS = { second: 1, minute: 60 } as const

/** A pace as people say it: whole calls a second, else a minute. */
function paceOf(perSecond: number | undefined): ServicePace | null {
  if (perSecond === undefined) return null
  if (Number.isInteger(perSecond)) return { calls: perSecond, per: 'second' }
  return { calls: Math.max(1, Math.round(perSecond * SECONDS.minute)), per: 'minute' }
}

function headersOf(box: SecretBox, settings: unknown, place: Place): string[] {
  try {
    return Object.keys(openSecrets(box, settings, place).headers)
  } catch {
    return []
  }
}

export interface ConnectionChange extends ServiceSettings {
  readonly key: string
  /** In place of those there were, which stay where it is absent. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** A new signing secret; a new connection has one in any case. */
  readonly renew?: boolean | undefined
  /** In place of the one there was, which stays where it is absent; null: none. */
  readonly pace?: ServicePace | null | undefined
}

/** Makes a connection, or changes it; audited. Answers its signing secret where that is new: nobody is told it again. */
export async function saveConnection(
  tx: DbTx,
  box: SecretBox,
  { key, headers, renew = false, pace, ...settings }: ConnectionChange,
  actor: string,
): Promise<{ secret: string | null }> {
  const tenantId = BigInt(tx.tenant)
  const found = await tx.db.account.findUnique({ where: { tenantId_key: { tenantId, key } } })
  if (found && found.channel !== 'service')
    throw new UserError('key-taken', `The key “${key}” is that of an account of another kind: choose another.`)
  const { id } = found ?? (await tx.db.account.create({ data: { tenantId, key, channel: 'service' } }))
  const place = { tenant: tx.tenant, account: Number(id) }
  const before = found && !renew ? openSecrets(box, found.settings, place) : undefined
  const signing = before?.signing ?? newSecret()
  const kept = headers ?? (found ? openSecrets(box, found.settings, place).headers : {})
  const secrets = ServiceSecrets.parse({ signing, headers: kept })
  const sealed = box.seal(JSON.stringify(secrets), sealedFor(place))
  await tx.db.account.update({
    where: { tenantId_id: { tenantId, id } },
    data: { settings: { ...ServiceSettings.parse(settings), sealed } },
  })
  if (pace !== undefined) keepPace(tx, place.account, pace)
  const detail = {
    ...{ url: settings.url, headers: Object.keys(secrets.headers), secret: before ? 'kept' : 'new' },
    ...(pace === undefined ? {} : { pace }),
  }
  await tx.db.audit.create({ data: { tenantId, actor, action: 'connection.save', subject: key, detail } })
  return { secret: before ? null : signing }
}

/** Calls that wait for the pace there was are looked at again at once. */
function keepPace(tx: DbTx, account: number, pace: ServicePace | null): void {
  if (pace) tx.sql.write(messagesSql.keepPace, [tx.tenant, account, pace.calls / SECONDS[pace.per]])
  else tx.sql.write(messagesSql.dropPace, [account])
  tx.sql.write(messagesSql.pokeLane, [tx.tenant, account])
}

/** Locks a connection against whoever publishes a journey or deletes it. Throws a UserError where there is none. */
export async function lockConnection(tx: DbTx, key: string): Promise<number> {
  const [found] = await tx.sql.query(messagesSql.lockAccount, ['service', key])
  if (!found) throw unknownConnection(key)
  return found.id
}

/** Deletes a connection that is locked, with its secrets and its pace; audited. That no journey uses it is the caller's to know. */
export async function deleteConnection(tx: DbTx, key: string, account: number, actor: string): Promise<void> {
  const tenantId = BigInt(tx.tenant)
  tx.sql.write(messagesSql.dropPace, [account])
  await tx.db.account.delete({ where: { tenantId_id: { tenantId, id: BigInt(account) } } })
  await tx.db.audit.create({ data: { tenantId, actor, action: 'connection.delete', subject: key, detail: {} } })
}
