/** What is drawn of journeys, and the list of them. */
export const draftsSql = {
  /** A draft without changes of its own becomes what was published, whoever did it. */
  follow: {
    name: 'drafts.follow',
    text: `UPDATE draft SET document = $2::jsonb, revision = revision + 1, published = revision + 1
      WHERE journey_id = $1 AND revision = published AND document <> $2::jsonb`,
  },
  /** Nothing where the key is taken. */
  create: {
    name: 'journeys.create',
    text: `INSERT INTO journey (tenant_id, key, name, folder, labels, owner) VALUES ($1, $2, $3, $4, $5::text[], $6)
      ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id`,
  },
  keysLike: { name: 'journeys.keys-like', text: 'SELECT key FROM journey WHERE starts_with(key, $1)' },
  save: {
    name: 'drafts.save',
    text: `INSERT INTO draft (tenant_id, journey_id, document, revision, published, saved_by, saved_at)
      VALUES ($1, $2, $3::jsonb, $4, $5, $6, ts($7))
      ON CONFLICT (tenant_id, journey_id) DO UPDATE SET document = excluded.document, revision = excluded.revision,
        published = excluded.published, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  },
  /** A page of journeys, changed last first. `$1` part of a name or key, `$2` state (null: all but archived), `$3` folder, `$4` label. */
  list: {
    name: 'journeys.page',
    never: ['updated_at'],
    text: `SELECT j.id, j.key, j.name, j.state, j.folder, j.labels, j.owner, ms(j.updated_at) AS updated_at, j.version_id,
        v.number AS version, d.document AS draft, d.revision, d.published,
        (SELECT min(ms(f.occurrence)) FROM fire f WHERE f.journey_id = j.id AND f.state = 0) AS next_fire
      FROM journey j LEFT JOIN version v ON v.id = j.version_id LEFT JOIN draft d ON d.journey_id = j.id
      WHERE ($1::text IS NULL OR strpos(lower(j.name), lower($1)) > 0 OR strpos(j.key, lower($1)) > 0)
        AND CASE WHEN $2::text IS NULL THEN j.state <> 'archived' ELSE j.state = $2 END
        AND ($3::text IS NULL OR j.folder = $3) AND ($4::text IS NULL OR $4 = ANY(j.labels))
        AND ($5::float8 IS NULL OR (ms(j.updated_at), j.id) < ($5, $6::bigint))
      ORDER BY ms(j.updated_at) DESC, j.id DESC LIMIT $7::int`,
  },
  /** How many journeys there are of each state, under the other filters of a list. */
  states: {
    name: 'journeys.states',
    never: ['count'],
    text: `SELECT state AS name, count(*)::int AS count FROM journey j
      WHERE ($1::text IS NULL OR strpos(lower(j.name), lower($1)) > 0 OR strpos(j.key, lower($1)) > 0)
        AND ($2::text IS NULL OR j.folder = $2) AND ($3::text IS NULL OR $3 = ANY(j.labels))
      GROUP BY state ORDER BY state`,
  },
  folders: {
    name: 'journeys.folders',
    never: ['name', 'count'],
    text: `SELECT folder AS name, count(*)::int AS count FROM journey WHERE folder IS NOT NULL AND state <> 'archived'
      GROUP BY folder ORDER BY folder`,
  },
  labels: {
    name: 'journeys.labels',
    never: ['name', 'count'],
    text: `SELECT label AS name, count(*)::int AS count FROM journey CROSS JOIN unnest(labels) label WHERE state <> 'archived'
      GROUP BY label ORDER BY label`,
  },
} as const
