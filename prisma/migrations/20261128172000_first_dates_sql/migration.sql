-- Attributes that hold when members first did one of some things. Those who did before it was asked for are gone through in the
-- order of their ids: up to `after_member`, until it is `filled`.
CREATE TABLE first_date (
  tenant_id bigint NOT NULL, attribute text NOT NULL, events text[] NOT NULL,
  after_member bigint NOT NULL DEFAULT 0, filled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, attribute)
);

SELECT guard_tenancy();
