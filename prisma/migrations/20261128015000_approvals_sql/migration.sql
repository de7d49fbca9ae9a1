-- When a second person must publish: one row a workspace that has set something.
CREATE TABLE approval_rules (
  tenant_id bigint NOT NULL PRIMARY KEY, rules jsonb NOT NULL, saved_at timestamptz NOT NULL
);

-- A request that a second person publish exactly this document, and do this to those inside. `base`: the version that was live.
CREATE TABLE approval (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, journey_id bigint NOT NULL,
  document jsonb NOT NULL, revision int NOT NULL, base int, in_flight jsonb NOT NULL,
  size int, grounds jsonb NOT NULL, note text NOT NULL,
  asked_by text NOT NULL, asked_name text NOT NULL, asked_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'approved', 'rejected', 'withdrawn', 'overtaken')),
  decided_by text, decided_name text, decided_at timestamptz, answer text, version int,
  PRIMARY KEY (tenant_id, id)
);
-- One at a time for a journey.
CREATE UNIQUE INDEX approval_asked ON approval (tenant_id, journey_id) WHERE state = 'asked';
CREATE INDEX approval_of ON approval (tenant_id, journey_id, id);

SELECT guard_tenancy();
