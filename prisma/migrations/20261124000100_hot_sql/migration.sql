-- Hot tables: partitions, partial indexes, arrays, identity keys. Written by hand; not in schema.prisma.
-- Times are exact to the millisecond. Enumerated smallints are listed in engine/store/codes.ts.

CREATE TABLE member (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY,
  status smallint NOT NULL DEFAULT 2,
  attributes jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE identity (
  tenant_id bigint NOT NULL, namespace text NOT NULL, value text NOT NULL,
  member_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, namespace, value)
);
CREATE INDEX identity_member ON identity (tenant_id, member_id);

CREATE TABLE consent (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, channel text NOT NULL, purpose text NOT NULL,
  granted boolean NOT NULL, source text NOT NULL, text_version text NOT NULL DEFAULT '', at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, member_id, channel, purpose)
);

CREATE TABLE event (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL, at timestamptz NOT NULL, received_at timestamptz NOT NULL,
  properties jsonb NOT NULL DEFAULT '{}',
  depth smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, member_id, id)
) PARTITION BY HASH (member_id);
CREATE INDEX event_when ON event (tenant_id, member_id, name, at);

-- 128-bit hashes of message ids: an event counts once. Purged after 30 days.
CREATE TABLE message_id (
  tenant_id bigint NOT NULL, hash uuid NOT NULL, received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX message_id_age ON message_id (tenant_id, received_at);

-- Hashes of the values that a trigger lets each member enter by once: kept for good.
CREATE TABLE entry_key (
  tenant_id bigint NOT NULL, hash uuid NOT NULL,
  PRIMARY KEY (tenant_id, hash)
);

-- Lines of imported files, never purged: importing a file again adds nothing.
CREATE TABLE import_line (
  tenant_id bigint NOT NULL, source text NOT NULL, hash uuid NOT NULL, nth int NOT NULL,
  PRIMARY KEY (tenant_id, source, hash, nth)
);

CREATE TABLE subscription (
  tenant_id bigint NOT NULL, event text NOT NULL,
  journey_id bigint NOT NULL, version_id bigint NOT NULL, node smallint NOT NULL,
  PRIMARY KEY (tenant_id, event, journey_id, node)
);

CREATE TABLE fire (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, node_key int NOT NULL, occurrence timestamptz NOT NULL,
  state smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, journey_id, node_key, occurrence)
);
CREATE INDEX fire_due ON fire (occurrence) WHERE state = 0;

CREATE TABLE run (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY,
  journey_id bigint NOT NULL, version_id bigint NOT NULL, node_key int NOT NULL, occurrence timestamptz NOT NULL,
  state smallint NOT NULL DEFAULT 0, audience int NOT NULL DEFAULT 0, enrolled int NOT NULL DEFAULT 0,
  after_member bigint NOT NULL DEFAULT 0, per_member boolean NOT NULL DEFAULT false,
  refused jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, journey_id, node_key, occurrence)
);
CREATE INDEX run_open ON run (tenant_id, id) WHERE state < 2;

CREATE TABLE run_member (
  tenant_id bigint NOT NULL, run_id bigint NOT NULL, member_id bigint NOT NULL, refused smallint,
  PRIMARY KEY (tenant_id, run_id, member_id)
);

CREATE TABLE enrolment (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY,
  journey_id bigint NOT NULL, version_id bigint NOT NULL, entry_no int NOT NULL,
  state smallint NOT NULL DEFAULT 0, shard bigint NOT NULL, trigger_node smallint NOT NULL, depth smallint NOT NULL DEFAULT 0,
  entered_at timestamptz NOT NULL,
  since_at timestamptz NOT NULL, event_id bigint, run_id bigint, data jsonb, ended_at timestamptz,
  reason text,
  PRIMARY KEY (tenant_id, member_id, id)
) PARTITION BY HASH (member_id);
CREATE UNIQUE INDEX enrolment_entry ON enrolment (tenant_id, member_id, journey_id, entry_no);

CREATE TABLE refusal (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, node smallint NOT NULL, member_id bigint NOT NULL,
  event_id bigint, reason smallint NOT NULL, at timestamptz NOT NULL
);
CREATE INDEX refusal_member ON refusal (tenant_id, member_id, journey_id);

-- Where a live enrolment stands and when it wakes. Deleted on waking, inserted on waiting, never updated.
CREATE TABLE token (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, shard bigint NOT NULL, due_at timestamptz NOT NULL,
  enrolment_id bigint NOT NULL, member_id bigint NOT NULL, version_id bigint NOT NULL,
  node smallint NOT NULL, step smallint NOT NULL, visit int NOT NULL, entry_no int NOT NULL, depth smallint NOT NULL,
  entered_at timestamptz NOT NULL, arrived_at timestamptz NOT NULL, previous_at timestamptz NOT NULL,
  failed boolean NOT NULL DEFAULT false
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX token_due ON token (journey_id, shard, due_at);
CREATE INDEX token_member ON token (member_id);

CREATE TABLE stimulus (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  journey_id bigint NOT NULL, shard bigint NOT NULL, enrolment_id bigint NOT NULL, member_id bigint NOT NULL,
  event_id bigint NOT NULL, name text NOT NULL, at timestamptz NOT NULL, received_at timestamptz NOT NULL,
  properties jsonb NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX stimulus_shard ON stimulus (journey_id, shard);
CREATE INDEX stimulus_enrolment ON stimulus (enrolment_id);

-- Announces that a shard (kind 0: owner = journey, part = shard), a lane (1: account, lane) or the clock (2) has work.
CREATE TABLE poke (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind smallint NOT NULL, owner bigint NOT NULL, part bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX poke_target ON poke (owner, part, kind);

CREATE TABLE trace (
  entered_month date NOT NULL, tenant_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL,
  member_id bigint NOT NULL, journey_id bigint NOT NULL, version_id bigint NOT NULL,
  nodes smallint[] NOT NULL, outcomes smallint[] NOT NULL, at timestamptz NOT NULL, facts jsonb,
  PRIMARY KEY (entered_month, enrolment_id, visit)
) PARTITION BY RANGE (entered_month);
CREATE TABLE trace_default PARTITION OF trace DEFAULT;

CREATE TABLE effect (
  entered_month date NOT NULL, tenant_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL,
  kind smallint NOT NULL, member_id bigint NOT NULL, at timestamptz NOT NULL, detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (entered_month, enrolment_id, visit, kind)
) PARTITION BY RANGE (entered_month);
CREATE TABLE effect_default PARTITION OF effect DEFAULT;

CREATE TABLE message (
  entered_month date NOT NULL, tenant_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL,
  kind smallint NOT NULL, member_id bigint NOT NULL, journey_id bigint NOT NULL, version_id bigint NOT NULL,
  node smallint NOT NULL, channel text NOT NULL, purpose text NOT NULL, account_id bigint,
  state smallint NOT NULL, reason text, variables jsonb, planned_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL, settled_at timestamptz, provider_id text, attempts smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (entered_month, enrolment_id, visit, kind)
) PARTITION BY RANGE (entered_month);
CREATE TABLE message_default PARTITION OF message DEFAULT;
CREATE INDEX message_member ON message (tenant_id, member_id);
CREATE INDEX message_todo ON message (account_id, due_at) WHERE state < 3;

CREATE TABLE token_bucket (
  tenant_id bigint NOT NULL, account_id bigint NOT NULL,
  tokens double precision NOT NULL, filled_at timestamptz NOT NULL,
  per_second double precision NOT NULL, burst double precision NOT NULL,
  PRIMARY KEY (tenant_id, account_id)
);

CREATE TABLE point_account (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, kind smallint NOT NULL, balance bigint NOT NULL,
  PRIMARY KEY (tenant_id, member_id, kind)
) WITH (fillfactor = 60);

-- Keyed by what caused it, so that it can be written once only.
CREATE TABLE point_entry (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL,
  effect smallint NOT NULL, kind smallint NOT NULL, amount bigint NOT NULL, reason text NOT NULL,
  order_id text, at timestamptz NOT NULL,
  PRIMARY KEY (member_id, enrolment_id, visit, effect)
) PARTITION BY HASH (member_id);

-- The points of one grant that are still there: the key is the entry's.
CREATE TABLE point_lot (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL,
  effect smallint NOT NULL, kind smallint NOT NULL, amount bigint NOT NULL, remaining bigint NOT NULL,
  available_at timestamptz NOT NULL, expires_at timestamptz,
  PRIMARY KEY (member_id, enrolment_id, visit, effect), CHECK (remaining BETWEEN 0 AND amount)
) PARTITION BY HASH (member_id);

CREATE TABLE member_tag (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, tag text NOT NULL,
  source text NOT NULL, at timestamptz NOT NULL, expires_at timestamptz,
  PRIMARY KEY (tenant_id, member_id, tag)
);

CREATE TABLE arm (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, member_id bigint NOT NULL, node_key int NOT NULL, arm text NOT NULL,
  PRIMARY KEY (member_id, journey_id, node_key)
);

CREATE TABLE edge_delta (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, version_id bigint NOT NULL,
  node smallint NOT NULL, outcome smallint NOT NULL, day date NOT NULL, n int NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX edge_delta_journey ON edge_delta (journey_id);

CREATE TABLE edge_count (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, version_id bigint NOT NULL,
  node smallint NOT NULL, outcome smallint NOT NULL, day date NOT NULL, n bigint NOT NULL,
  PRIMARY KEY (journey_id, version_id, node, outcome, day)
);

DO $$
DECLARE t text; i int;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'enrolment', 'point_entry', 'point_lot'] LOOP
    FOR i IN 0..7 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 8, REMAINDER %s)', t || '_' || i, t, i);
    END LOOP;
  END LOOP;
END $$;

-- Epoch milliseconds (whole ones: every time is stored so) and timestamptz; inlined by the planner. `extract` would count in numeric, at several times the cost.
CREATE FUNCTION ms(t timestamptz) RETURNS double precision LANGUAGE sql STABLE AS
  $$ SELECT round(date_part('epoch', t) * 1000) $$;
CREATE FUNCTION ts(x double precision) RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT to_timestamp(x / 1000.0) $$;
-- The one clock: the tenant's wound time, else PostgreSQL's, to the millisecond. Never the start of the transaction.
CREATE FUNCTION waymark_clock() RETURNS double precision LANGUAGE sql VOLATILE AS
  $$ SELECT floor(date_part('epoch', coalesce((SELECT wound_at FROM tenant LIMIT 1), clock_timestamp())) * 1000) $$;

-- A date (its local midnight) or an RFC 3339 instant with seconds and offset; null for any other text. JS: core/rules/dates.ts.
-- Inlined by the planner; each WHEN keeps the casts after it from failing.
CREATE FUNCTION waymark_instant(t text, zone text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN length(t) NOT BETWEEN 10 AND 29 THEN NULL
    WHEN t !~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-](0\d|1[0-4]):[0-5]\d))?$' THEN NULL
    WHEN left(t, 4) = '0000' THEN NULL
    WHEN substr(t, 9, 2)::int > 28
      AND substr(t, 9, 2)::int > extract(day FROM (left(t, 8) || '01')::date + interval '1 month -1 day') THEN NULL
    WHEN length(t) = 10 THEN t::date::timestamp AT TIME ZONE zone
    ELSE t::timestamptz END $$;
-- The local day such a text stands for.
CREATE FUNCTION waymark_day(t text, zone text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN length(t) = 10 AND waymark_instant(t, zone) IS NOT NULL THEN t::date
    ELSE (waymark_instant(t, zone) AT TIME ZONE zone)::date END $$;

-- Tenancy. Roles belong to the cluster, so this must not fail when they exist.
DO $$ BEGIN CREATE ROLE waymark_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$;
DO $$ BEGIN CREATE ROLE waymark_all NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$;
CREATE FUNCTION guard_tenancy() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE t record; col text;
BEGIN
  FOR t IN SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition AND NOT c.relforcerowsecurity AND c.relname NOT IN ('_prisma_migrations', 'installation') ORDER BY 2
  LOOP
    col := CASE WHEN t.relname = 'tenant' THEN 'id' ELSE 'tenant_id' END; -- a table without tenant_id fails here
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.relname);
    EXECUTE format('CREATE POLICY tenant ON %I TO waymark_app USING (%I = (SELECT current_setting(''app.tenant'')::bigint))', t.relname, col);
    EXECUTE format('CREATE POLICY everyone ON %I TO waymark_all USING (true)', t.relname);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO waymark_app, waymark_all', t.relname);
  END LOOP;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO waymark_app, waymark_all;
END $$;

-- One row for the installation, outside the tenancy: what enrolment reads to choose shard sizes.
CREATE TABLE installation (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  member_shards int NOT NULL DEFAULT 0, poke_backlog int NOT NULL DEFAULT 0
);
INSERT INTO installation DEFAULT VALUES;
GRANT SELECT, UPDATE ON installation TO waymark_app, waymark_all;

-- Month partitions, for the roles that own nothing. A partition is reached through its parent only: nobody is granted anything on it.
-- Makes one, moving into it what the DEFAULT partition has of its month; answers how many rows that was, null where it was there.
-- One transaction for each: it locks the DEFAULT partition, and two of these in one could wait for an advance in a ring.
CREATE FUNCTION make_month(parent text, month date) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  first date := date_trunc('month', month);
  after date := first + interval '1 month';
  made text := parent || to_char(first, '_YYYY_MM');
  moved bigint;
BEGIN
  IF parent NOT IN ('trace', 'effect', 'message') OR first NOT BETWEEN '1970-01-01' AND '2199-12-01' THEN
    RAISE EXCEPTION 'no partition is made of % for %', parent, month;
  END IF;
  PERFORM pg_advisory_xact_lock(4712);
  IF to_regclass(made) IS NOT NULL THEN RETURN NULL; END IF;
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', parent || '_default');
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', made, parent);
  EXECUTE format('WITH rows AS (DELETE FROM %I WHERE entered_month >= %L AND entered_month < %L RETURNING *) INSERT INTO %I SELECT * FROM rows',
    parent || '_default', first, after, made);
  GET DIAGNOSTICS moved = ROW_COUNT;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, made, first, after);
  RETURN moved;
END $$;
-- How many rows lie outside every month, counted to 1,000.
CREATE FUNCTION outside_months() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM (SELECT FROM trace_default UNION ALL SELECT FROM effect_default UNION ALL SELECT FROM message_default LIMIT 1000) x $$;
REVOKE EXECUTE ON FUNCTION make_month, outside_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_month, outside_months TO waymark_all;

SELECT guard_tenancy(); -- the last line of every migration that adds a table
