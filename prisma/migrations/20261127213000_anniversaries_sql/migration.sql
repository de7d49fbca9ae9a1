-- Members by the days that stand in their attributes, and by the day they joined (attribute ''): so those whose day comes are
-- found by an index. A superset: an instant is listed under every day that it may lie in somewhere on earth.
CREATE TABLE member_date (
  tenant_id bigint NOT NULL, attribute text NOT NULL, day date NOT NULL, member_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, attribute, day, member_id)
);
CREATE INDEX member_date_member ON member_date (tenant_id, member_id);

-- Whom an anniversary trigger took in which year of its calendar: once, whatever is edited.
CREATE TABLE anniversary_entry (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, node_key int NOT NULL, member_id bigint NOT NULL, year smallint NOT NULL,
  run_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, journey_id, node_key, member_id, year)
);

SELECT guard_tenancy();

-- The days that an instant may lie in.
CREATE FUNCTION days_around(at timestamptz) RETURNS SETOF date LANGUAGE sql STABLE AS $$
  SELECT d::date FROM generate_series(
    date_trunc('day', (at - interval '12 hours') AT TIME ZONE 'UTC'),
    (at + interval '14 hours') AT TIME ZONE 'UTC', interval '1 day') d $$;
-- The days that a text may stand for; none where it is no date. JS: core/rules/dates.ts.
CREATE FUNCTION days_of(t text) RETURNS SETOF date LANGUAGE sql STABLE AS $$
  SELECT waymark_day(t, 'UTC') WHERE length(t) = 10 AND waymark_instant(t, 'UTC') IS NOT NULL
  UNION ALL SELECT days_around(waymark_instant(t, 'UTC')) WHERE length(t) > 10 AND waymark_instant(t, 'UTC') IS NOT NULL $$;

CREATE FUNCTION list_new_member_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_date (tenant_id, attribute, day, member_id)
    SELECT n.tenant_id, '', d, n.id FROM after_rows n, days_around(n.created_at) d
    UNION ALL
    SELECT n.tenant_id, a.key, d, n.id FROM after_rows n, jsonb_each(n.attributes) a, days_of(a.value #>> '{}') d
      WHERE jsonb_typeof(a.value) = 'string' AND a.key <> '';
  RETURN NULL;
END $$;
CREATE FUNCTION list_changed_member_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM member_date d USING after_rows n JOIN before_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
    WHERE d.tenant_id = n.tenant_id AND d.member_id = n.id AND CASE WHEN d.attribute = '' THEN n.created_at <> o.created_at
      ELSE n.attributes -> d.attribute IS DISTINCT FROM o.attributes -> d.attribute END;
  INSERT INTO member_date (tenant_id, attribute, day, member_id)
    SELECT n.tenant_id, '', d, n.id
    FROM after_rows n JOIN before_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id, days_around(n.created_at) d
      WHERE n.created_at <> o.created_at
    UNION ALL
    SELECT n.tenant_id, a.key, d, n.id
    FROM after_rows n JOIN before_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id, jsonb_each(n.attributes) a, days_of(a.value #>> '{}') d
      WHERE n.attributes IS DISTINCT FROM o.attributes AND a.value IS DISTINCT FROM o.attributes -> a.key
        AND jsonb_typeof(a.value) = 'string' AND a.key <> '';
  RETURN NULL;
END $$;
CREATE TRIGGER new_dates AFTER INSERT ON member REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION list_new_member_dates();
CREATE TRIGGER changed_dates AFTER UPDATE ON member REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION list_changed_member_dates();

-- Those who are members already. The owner itself sees no rows.
SET LOCAL ROLE waymark_all;
INSERT INTO member_date (tenant_id, attribute, day, member_id)
  SELECT m.tenant_id, '', d, m.id FROM member m, days_around(m.created_at) d
  UNION ALL
  SELECT m.tenant_id, a.key, d, m.id FROM member m, jsonb_each(m.attributes) a, days_of(a.value #>> '{}') d
    WHERE jsonb_typeof(a.value) = 'string' AND a.key <> '';
RESET ROLE;
