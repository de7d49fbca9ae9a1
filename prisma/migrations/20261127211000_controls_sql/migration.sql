-- What everyone shares, one row a counter: places, quotas, slots of a gate. A draw locks the row, and writes it once.
CREATE TABLE counter (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, name text NOT NULL,
  state jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, journey_id, name)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- Places that members took in counters of their own: insert-only, written under the member's lock, keyed by the visit.
CREATE TABLE counted (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, counter text NOT NULL,
  enrolment_id bigint NOT NULL, visit int NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (member_id, counter, enrolment_id, visit)
);

-- Journeys that an end closed to newcomers: from the commit on nobody enters, and the clock then drains them.
CREATE TABLE closing (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, journey_id)
);

-- When a member was drawn into an arm that is measured; others need none, and cost the index nothing.
ALTER TABLE arm ADD COLUMN at timestamptz;
CREATE INDEX arm_measured ON arm (journey_id, node_key, at) WHERE at IS NOT NULL;

-- A test of arms against each other, since it was last changed: judged once when due, and the arm that gets the newcomers.
CREATE TABLE trial (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, node_key int NOT NULL,
  design uuid NOT NULL, since timestamptz NOT NULL, due_at timestamptz NOT NULL, judged boolean NOT NULL DEFAULT false,
  winner text, picked_at timestamptz, picked_by text,
  PRIMARY KEY (tenant_id, journey_id, node_key)
);
CREATE INDEX trial_due ON trial (due_at) WHERE NOT judged;

SELECT guard_tenancy();
