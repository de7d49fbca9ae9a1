export const importsSql = {
  /** A new id each time: whoever began before it is refused from now on. */
  begin: {
    name: 'imports.begin',
    text: `INSERT INTO import (tenant_id, source, kind) VALUES ($1, $2, $3)
      ON CONFLICT (tenant_id, source, kind) DO UPDATE SET id = DEFAULT, state = 'running', started_at = now() RETURNING id`,
  },
  lock: { name: 'imports.lock', text: 'SELECT id FROM import WHERE id = $1 FOR NO KEY UPDATE' },
  end: {
    name: 'imports.end',
    text: "UPDATE import SET state = 'finished', lines = $2, stored = $3, repeated = $4, rejected = $5 WHERE id = $1",
  },
  /** Lines with ids: answers the new ones. */
  claim: {
    name: 'imports.claim',
    never: ['hash', 'fresh'],
    text: `INSERT INTO import_line (tenant_id, source, pass, hash, n, seen) SELECT $1, $2, $3, h, 1, 1 FROM unnest($4::uuid[]) h
      ON CONFLICT DO NOTHING RETURNING hash::text, 1 AS fresh`,
  },
  /** Lines without ids, each met `c` times more in this pass: answers how many of them were never stored. The import is locked. */
  count: {
    name: 'imports.count',
    never: ['hash', 'fresh'],
    text: `INSERT INTO import_line AS l (tenant_id, source, pass, hash, n, seen)
      SELECT $1, $2, $3, h, c, c FROM unnest($4::uuid[], $5::int[]) x(h, c)
      ON CONFLICT (tenant_id, source, hash) DO UPDATE SET pass = excluded.pass,
        seen = excluded.seen + CASE WHEN l.pass = excluded.pass THEN l.seen ELSE 0 END,
        n = greatest(l.n, excluded.seen + CASE WHEN l.pass = excluded.pass THEN l.seen ELSE 0 END)
      RETURNING hash::text, n - coalesce((SELECT o.n FROM import_line o WHERE o.source = l.source AND o.hash = l.hash), 0) AS fresh`,
  },
} as const
