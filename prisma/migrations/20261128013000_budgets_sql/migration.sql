-- What a journey spends of each kind, all its versions together. Amounts are as they are counted: points, messages, ten-thousandths
-- of the currency. `most` is what the newest version allows; null where it has no such budget any more.
CREATE TABLE budget (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, kind text NOT NULL,
  most bigint, spent bigint NOT NULL DEFAULT 0,
  -- Visits for which there was no room, and since when that is so.
  refused bigint NOT NULL DEFAULT 0, stopped_at timestamptz,
  -- When somebody was alerted; null until then, and again once more is allowed.
  alerted_at timestamptz,
  PRIMARY KEY (tenant_id, journey_id, kind)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- What each visit took of it and did not give back: together, what is spent.
CREATE TABLE budget_entry (
  tenant_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL, kind text NOT NULL,
  journey_id bigint NOT NULL, amount bigint NOT NULL,
  PRIMARY KEY (enrolment_id, visit, kind)
);

SELECT guard_tenancy();
