/** What holds for the messages of a workspace. */
export const sendingSql = {
  rules: { name: 'sending.rules', text: 'SELECT rules FROM sending_rules WHERE tenant_id = $1' },
  /** Audited. */
  save: {
    name: 'sending.save',
    text: `WITH saved AS (INSERT INTO sending_rules (tenant_id, rules, saved_at) VALUES ($1, $2::jsonb, clock_timestamp())
        ON CONFLICT (tenant_id) DO UPDATE SET rules = excluded.rules, saved_at = excluded.saved_at RETURNING rules)
      INSERT INTO audit (tenant_id, actor, action, subject, detail) SELECT $1, $3::text, 'sending-rules.save', 'workspace', rules FROM saved`,
  },
} as const
