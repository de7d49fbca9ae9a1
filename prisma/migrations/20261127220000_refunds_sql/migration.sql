-- What a workspace calls a refund, and what may fall below zero by one; a workspace without a row has the defaults of core/journey/refunds.ts.
CREATE TABLE refund_rule (
  tenant_id bigint PRIMARY KEY, settings jsonb NOT NULL
);

-- Each refund of a member's order, once. Amounts are ten-thousandths of the order's currency; null: the whole order. `nth` counts the
-- refunds of an order upwards.
CREATE TABLE refund (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, order_id text NOT NULL, refund_id text NOT NULL,
  nth int NOT NULL, amount bigint, event_id bigint NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, member_id, order_id, refund_id)
);

-- What was given for an order, in the order in which it was given: the key is the effect's. Version and node are those that gave it.
CREATE TABLE order_reward (
  tenant_id bigint NOT NULL, member_id bigint NOT NULL, enrolment_id bigint NOT NULL, visit int NOT NULL, effect smallint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY, order_id text NOT NULL, order_amount bigint,
  journey_id bigint NOT NULL, version_id bigint NOT NULL, node smallint NOT NULL,
  PRIMARY KEY (member_id, enrolment_id, visit, effect)
);
CREATE INDEX order_reward_order ON order_reward (tenant_id, member_id, order_id);

-- An entry that takes back has the key of what it takes back, and the refund it does so for: 0 is what was given. `missed`: what was due
-- and could not be taken back.
ALTER TABLE point_entry ADD COLUMN refund int NOT NULL DEFAULT 0, ADD COLUMN missed bigint;
ALTER TABLE point_entry DROP CONSTRAINT point_entry_pkey, ADD PRIMARY KEY (member_id, enrolment_id, visit, effect, refund);

-- Of an enrolment that a refund began: whose reward was taken back, and at which of its visits.
ALTER TABLE enrolment ADD COLUMN parent_id bigint, ADD COLUMN parent_visit int;

SELECT guard_tenancy();
