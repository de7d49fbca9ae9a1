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

SELECT guard_tenancy();
