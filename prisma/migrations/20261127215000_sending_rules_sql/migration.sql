-- What holds for the messages of every journey: one row a workspace that has set something.
CREATE TABLE sending_rules (
  tenant_id bigint NOT NULL PRIMARY KEY, rules jsonb NOT NULL, saved_at timestamptz NOT NULL
);

SELECT guard_tenancy();
