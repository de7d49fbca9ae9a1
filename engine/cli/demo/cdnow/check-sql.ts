/**
 * What should have happened, worked out from the file's text in plain SQL: no code of the engine and none of its tables, but for
 * the ids that chance is drawn by. Statements run one after another in one transaction; each says its parameters.
 */

/** The store's connections are for statements that look a few rows up; these read whole tables. */
const WHOLE = ['SET LOCAL enable_seqscan = on', 'SET LOCAL enable_nestloop = off']

/** Orders as the file has them; what should be true, and what is, of each customer. */
const TABLES = [
  'CREATE TEMP TABLE cdnow (customer text, day date, dollars numeric) ON COMMIT DROP',
  'CREATE INDEX ON cdnow (customer, day)',
  'CREATE TEMP TABLE expected (what text, customer text) ON COMMIT DROP',
  'CREATE TEMP TABLE actual (what text, customer text) ON COMMIT DROP',
]

/** The sticky chance as core/chance.ts documents it: FNV-1a over the text, then the finaliser of murmur3, as a part of 2^32. */
const CHANCE = `
  CREATE OR REPLACE FUNCTION pg_temp.chance(input text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE h bigint := 2166136261; m CONSTANT numeric := 4294967296; i int;
  BEGIN
    FOR i IN 1..length(input) LOOP
      h := (h # ascii(substr(input, i, 1))) * 16777619 % 4294967296;
    END LOOP;
    h := mod((h # (h >> 16))::numeric * 2246822507, m)::bigint;
    h := mod((h # (h >> 13))::numeric * 3266489909, m)::bigint;
    RETURN (h # (h >> 16)) / m;
  END $$`

/** $1: the text of the file. */
const LOAD = `
  INSERT INTO cdnow
  SELECT f[1], to_date(f[2], 'YYYYMMDD'), f[4]::numeric
  FROM string_to_table($1::text, E'\\n') WITH ORDINALITY l(line, n), regexp_split_to_array(btrim(line, E' \\t\\r'), '\\s+') f
  WHERE n > 1 AND btrim(line, E' \\t\\r') <> ''`

/** $1: the journey's id. */
const EXPECT = `
  INSERT INTO expected
  WITH lapsed AS (
      SELECT customer, sum(dollars) AS spend FROM cdnow WHERE day <= '1997-12-31'
      GROUP BY customer HAVING count(*) >= 2 AND max(day) < '1997-07-04'),
    classed AS (
      SELECT customer, CASE WHEN spend >= 150 THEN 'branch:high' WHEN spend >= 60 THEN 'branch:mid' ELSE 'else' END AS branch,
        CASE WHEN spend >= 150 THEN '-high' ELSE '' END AS class, customer NOT LIKE '%7' AS agreed
      FROM lapsed),
    drawn AS (
      SELECT c.*, CASE class WHEN '-high' THEN 'ab-high' ELSE 'ab-rest' END AS test,
        100 * pg_temp.chance(format('%s/%s/%s/', i.member_id, $1::bigint, CASE class WHEN '-high' THEN 'ab-high' ELSE 'ab-rest' END)) AS n
      FROM classed c JOIN identity i ON i.namespace = 'user' AND i.value = c.customer),
    arms AS (
      SELECT d.*, CASE WHEN n < CASE class WHEN '-high' THEN 45 ELSE 30 END THEN 'mail'
        WHEN n < CASE class WHEN '-high' THEN 90 ELSE 70 END THEN 'inbox' ELSE 'control' END AS arm
      FROM drawn d),
    first AS (SELECT customer, min(day) AS day FROM cdnow WHERE day >= '1998-01-01' GROUP BY customer),
    judged AS (
      SELECT a.*, coalesce(f.day < '1998-01-31', false) AS came, f.day + 170 AS until,
        -- Both deadlines are at an hour when no order counts any more: noon of the day, or its midnight.
        (SELECT count(*) FROM cdnow o WHERE o.customer = a.customer AND o.day >= f.day AND o.day < f.day + 170
          AND o.day <= '1998-06-30') >= 2 AS again,
        coalesce(f.day BETWEEN '1998-01-31' AND '1998-06-29', false) AS late
      FROM arms a LEFT JOIN first f USING (customer)),
    told AS (
      SELECT j.*, arm = 'mail' AND agreed AS mailed, arm = 'inbox' OR arm = 'mail' AND NOT agreed AS boxed, arm <> 'control' AS given,
        came AND again AS loyal, came AND NOT again AND until <= '1998-06-30' AS once,
        came AND NOT again AND until > '1998-06-30' AS waits, NOT came AND late AS belated, NOT came AND NOT late AS lost
      FROM judged j)
  SELECT what, customer FROM told CROSS JOIN LATERAL (VALUES
    ('start → next', true),
    ('spend → ' || branch, true),
    (test || ' → ' || CASE arm WHEN 'control' THEN arm ELSE 'arm:' || arm END, true),
    (test || ' keeps ' || arm, true),
    ('mail' || class || ' → sent', mailed),
    ('mail' || class || ' → blocked', arm = 'mail' AND NOT agreed),
    ('inbox' || class || ' → sent', boxed),
    ('points' || class || ' → granted', given),
    ('order → event', came),
    ('order → timeout', NOT came),
    ('again → yes', loyal),
    ('again → no', once),
    ('again waits', waits),
    ('late → yes', belated),
    ('late → no', lost),
    ('tag-loyal → next', loyal),
    ('tag-once → next', once),
    ('tag-late → next', belated),
    ('back → ended', loyal OR once OR belated),
    ('lost → ended', lost),
    ('tag loyal', loyal),
    ('tag once', once),
    ('tag late', belated),
    ('points entry of ' || CASE class WHEN '-high' THEN 500 ELSE 100 END, given),
    ('points balance of ' || CASE class WHEN '-high' THEN 500 ELSE 100 END, given),
    ('message of mail' || class || ': accepted', mailed),
    ('message of inbox' || class || ': accepted', boxed),
    ('e-mail caught', mailed),
    ('enrolment live', waits),
    ('enrolment completed', NOT waits)
  ) x(what, holds) WHERE holds`

/** $1: names of message states, $2: of enrolment states, $3: addresses of the mails caught. */
const OBSERVE = `
  INSERT INTO actual
  WITH who AS (SELECT member_id, value AS customer FROM identity WHERE namespace = 'user'),
    node AS (SELECT v.id AS version_id, (o - 1)::int AS i, n ->> 'id' AS id, (n ->> 'key')::int AS key, n -> 'outcomes' AS outcomes
      FROM version v, jsonb_array_elements(v.plan -> 'nodes') WITH ORDINALITY x(n, o)),
    fact(member_id, what) AS (
      SELECT t.member_id, node.id || ' → ' || (node.outcomes ->> out) FROM trace t, unnest(t.nodes, t.outcomes) v(at, out)
        JOIN node ON node.i = at WHERE node.version_id = t.version_id
      UNION ALL SELECT t.member_id, node.id || CASE WHEN failed THEN ' failed' ELSE ' waits' END FROM token t
        JOIN node ON node.version_id = t.version_id AND node.i = t.node
      UNION ALL SELECT a.member_id, node.id || ' keeps ' || a.arm FROM arm a JOIN node ON node.key = a.node_key
      UNION ALL SELECT member_id, 'tag ' || tag FROM member_tag
      UNION ALL SELECT member_id, 'points entry of ' || amount FROM point_entry
      UNION ALL SELECT member_id, 'points balance of ' || balance FROM point_account
      UNION ALL SELECT m.member_id, 'message of ' || node.id || ': ' || ($1::text[])[m.state + 1] FROM message m
        JOIN node ON node.version_id = m.version_id AND node.i = m.node
      UNION ALL SELECT member_id, 'enrolment ' || ($2::text[])[state + 1] FROM enrolment
      UNION ALL SELECT i.member_id, 'e-mail caught' FROM unnest($3::text[]) address
        JOIN identity i ON i.namespace = 'email' AND i.value = address)
  SELECT what, coalesce(customer, 'member ' || member_id) FROM fact LEFT JOIN who USING (member_id)`

/** `missing`: should be and is not; `unexpected`: the other way round. What happened twice is unexpected once. */
const COMPARE = `
  SELECT 'missing' AS side, what, customer FROM (TABLE expected EXCEPT ALL TABLE actual) m
  UNION ALL SELECT 'unexpected', what, customer FROM (TABLE actual EXCEPT ALL TABLE expected) u
  ORDER BY 1, 2, 3`

const COUNT = 'SELECT what, count(*)::int AS n FROM expected GROUP BY what'

const FACTS = 'SELECT customer, array_agg(what ORDER BY what) AS facts FROM actual GROUP BY customer ORDER BY customer'

export const checkSql = {
  PREPARE: [...WHOLE, ...TABLES, CHANCE],
  LOAD,
  EXPECT,
  OBSERVE,
  COMPARE,
  COUNT,
  FACTS,
} as const
