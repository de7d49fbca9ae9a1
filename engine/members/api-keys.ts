import { createHash, randomBytes } from 'node:crypto'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import { apiKeysSql } from '../store/sql/api-keys.ts'
import type { DbTx, Store, Tx } from '../store/store.ts'

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
export async function issueApiKey(tx: Tx, name: string, scopes: readonly ApiScope[], actor: string): Promise<string> {
  const key = `wm_${randomBytes(24).toString('base64url')}`
  await tx.sql.query(
    `WITH made AS (INSERT INTO api_key (tenant_id, name, hash, scopes) VALUES ($1, $2, $3, $4) RETURNING id)
     INSERT INTO audit (tenant_id, actor, action, subject, detail)
     SELECT $1, $5, 'key.made', id::text, jsonb_build_object('scopes', $4::text[]) FROM made`,
    [tx.tenant, name, hashOf(key), [...scopes], actor],
  )
  return key
}

/** Keys that open requests, the newest first. Times are epoch milliseconds. */
export async function apiKeys(
  tx: DbTx,
): Promise<{ id: string; name: string; scopes: readonly string[]; createdAt: number }[]> {
  const rows = await tx.db.apiKey.findMany({ where: { revokedAt: null }, orderBy: { id: 'desc' } })
  return rows.map(({ id, name, scopes, createdAt }) => ({
    id: String(id),
    name,
    scopes,
    createdAt: createdAt.getTime(),
  }))
}

/** Closes a key for good. Throws a UserError where it is gone already. */
export async function revokeApiKey(tx: Tx, key: string, actor: string): Promise<void> {
  const revoked = await tx.sql.query(
    `WITH gone AS (UPDATE api_key SET revoked_at = clock_timestamp() WHERE id = $2 AND revoked_at IS NULL RETURNING id)
     INSERT INTO audit (tenant_id, actor, action, subject) SELECT $1, $3, 'key.revoked', id::text FROM gone RETURNING id`,
    [tx.tenant, key, actor],
  )
  if (revoked.length === 0) throw new UserError('key-unknown', 'The key was revoked already: load the list again.')
}

/** The key that opens a request, whosever it is; undefined where it is unknown or revoked. */
export async function findApiKey(store: Store, key: string): Promise<ApiKey | undefined> {
  const [row] = await store.acrossTenants((sql) => sql.query(apiKeysSql.find, [hashOf(key)]))
  return row && { id: row.id, tenant: row.tenant_id, scopes: row.scopes ?? [] }
}
