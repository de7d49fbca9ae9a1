-- Who is in a group, by hand, by an uploaded list or by a journey.
CREATE TABLE group_member (
  tenant_id bigint NOT NULL, group_id bigint NOT NULL, member_id bigint NOT NULL,
  source text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, group_id, member_id)
);
CREATE INDEX group_member_of ON group_member (tenant_id, member_id);

-- Whom a segment held when it was computed last, on request or on a schedule (every hour or day).
CREATE TABLE segment_set (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, segment_id bigint NOT NULL,
  every text, next_at timestamptz, computed_at timestamptz, size int,
  PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, segment_id)
);
CREATE INDEX segment_set_due ON segment_set (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE set_member (
  tenant_id bigint NOT NULL, set_id bigint NOT NULL, member_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, set_id, member_id)
);

SELECT guard_tenancy();
