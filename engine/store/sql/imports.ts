export const importsSql = {
  begin: {
    name: 'imports.begin',
    text: `INSERT INTO import (tenant_id, source, kind) VALUES ($1, $2, $3)
      ON CONFLICT (tenant_id, source, kind) DO UPDATE SET state = 'running', started_at = now()`,
  },
  end: {
    name: 'imports.end',
    text: `UPDATE import SET state = 'finished', lines = $3, stored = $4, repeated = $5, rejected = $6
      WHERE source = $1 AND kind = $2`,
  },
  /** In one order for everybody: two imports of one file wait for each other. */
  claim: {
    name: 'imports.claim',
    text: `INSERT INTO import_line (tenant_id, source, hash, nth)
      SELECT $1, $2, h, n FROM unnest($3::uuid[], $4::int[]) x(h, n) ORDER BY h, n ON CONFLICT DO NOTHING
      RETURNING hash::text, nth`,
  },
} as const
