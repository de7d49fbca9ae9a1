import { createHash, randomBytes } from 'node:crypto'
import type { TenantId } from '../core/ids.ts'
import { apiKeysSql } from '../store/sql/api-keys.ts'
import type { Store, Tx } from '../store/store.ts'

export const API_SCOPES = ['write'] as const
export type ApiScope = (typeof API_SCOPES)[number]

export interface ApiKey {
  readonly id: number
  readonly tenant: TenantId
  readonly scopes: readonly string[]
}

/** Keys are random, so that a plain hash of one is as good as a slow one. */
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/** Makes a key and answers it: only its hash is kept, so it is never to be seen again. */
export async function issueApiKey(tx: Tx, name: string, scopes: readonly ApiScope[]): Promise<string> {
  const key = `wm_${randomBytes(24).toString('base64url')}`
  await tx.sql.query('INSERT INTO api_key (tenant_id, name, hash, scopes) VALUES ($1, $2, $3, $4)', [
    tx.tenant,
    name,
    hashOf(key),
    [...scopes],
  ])
  return key
}

/** The key that opens a request, whosever it is; undefined where it is unknown or revoked. */
export async function findApiKey(store: Store, key: string): Promise<ApiKey | undefined> {
  const [row] = await store.acrossTenants((sql) => sql.query(apiKeysSql.find, [hashOf(key)]))
  return row && { id: row.id, tenant: row.tenant_id, scopes: row.scopes ?? [] }
}
