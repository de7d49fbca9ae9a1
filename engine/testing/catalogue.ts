import type pg from 'pg'

/** Everything of a schema that a migration can make, one fact a line: asked of the catalogue, so that it reads alike on PostgreSQL 15 to 18. */
const FACTS = `
WITH ours AS (SELECT c.* FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('public', 'auth') AND c.relname <> '_prisma_migrations')
SELECT line FROM (
  SELECT 1 AS part, c.relname AS of, 0 AS nth, 'table ' || c.relname || coalesce(' partition of ' || i.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid), '')
      || coalesce(' partitioned ' || pg_get_partkeydef(c.oid), '') || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
      || CASE WHEN c.relrowsecurity THEN ' secured' ELSE '' END || CASE WHEN c.relforcerowsecurity THEN ', forced' ELSE '' END AS line
    FROM ours c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relkind IN ('r', 'p')
  UNION ALL SELECT 2, c.relname, a.attnum, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || CASE a.attidentity WHEN 'a' THEN ' always identity' WHEN 'd' THEN ' identity' ELSE '' END
    FROM ours c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  UNION ALL SELECT 3, c.relname, 0, '  ' || k.conname || ': ' || pg_get_constraintdef(k.oid)
    FROM ours c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype <> 'n' WHERE NOT c.relispartition
  UNION ALL SELECT 4, c.relname, 0, '  ' || pg_get_indexdef(x.indexrelid) FROM ours c JOIN pg_index x ON x.indrelid = c.oid WHERE NOT c.relispartition
  UNION ALL SELECT 5, p.tablename, 0, '  policy ' || p.policyname || ' ' || p.cmd || ' to ' || array_to_string(p.roles, ', ') || coalesce(' using ' || p.qual, '') || coalesce(' check ' || p.with_check, '')
    FROM pg_policies p WHERE p.schemaname = 'public'
  UNION ALL SELECT 6, c.relname, 0, '  ' || string_agg(DISTINCT lower(g.privilege_type), ', ') || ' for ' || g.grantee::regrole
    FROM ours c CROSS JOIN LATERAL aclexplode(c.relacl) g WHERE c.relkind IN ('r', 'p') AND g.grantee::regrole::text LIKE 'waymark\\_a%' GROUP BY c.relname, g.grantee
  UNION ALL SELECT 6, c.relname, 0, 'sequence ' || c.relname || ': ' || string_agg(DISTINCT lower(g.privilege_type), ', ') || ' for ' || g.grantee::regrole
    FROM ours c CROSS JOIN LATERAL aclexplode(c.relacl) g WHERE c.relkind = 'S' AND g.grantee::regrole::text LIKE 'waymark\\_a%' GROUP BY c.relname, g.grantee
  UNION ALL SELECT 8, '~' || f.proname, 0, '-- called by ' || string_agg(CASE g.grantee WHEN 0 THEN 'everybody' ELSE g.grantee::regrole::text END, ', ' ORDER BY g.grantee)
    FROM pg_proc f CROSS JOIN LATERAL aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g
    WHERE f.pronamespace = 'public'::regnamespace AND g.grantee <> f.proowner GROUP BY f.proname, f.oid
  UNION ALL SELECT 7, '~' || f.proname, 0, pg_get_functiondef(f.oid) FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace
) facts ORDER BY of COLLATE "C", part, nth, line COLLATE "C"`

/** The schema of the database of a connection, as text. */
export async function schemaOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(FACTS)
  return `${rows.map((row) => row.line).join('\n')}\n`
}
