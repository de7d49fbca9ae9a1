export const apiKeysSql = {
  find: {
    name: 'api-keys.find',
    text: 'SELECT id, tenant_id, scopes FROM api_key WHERE hash = $1 AND revoked_at IS NULL',
  },
} as const
