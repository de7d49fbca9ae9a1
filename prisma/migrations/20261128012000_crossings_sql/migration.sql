-- Segments that live journeys ask to be told of: with the rule as it was when watching began, the events after which it may hold
-- or not, and whether it may turn by time alone. One that has ended is told of no more, and is removed when it is looked at next.
CREATE TABLE segment_watch (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, segment_id bigint NOT NULL,
  key text NOT NULL, rule jsonb NOT NULL, wakes text[] NOT NULL, by_time boolean NOT NULL,
  looked_at timestamptz NOT NULL, next_at timestamptz NOT NULL, ended boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX segment_watch_due ON segment_watch (next_at);

-- Which journeys ask.
CREATE TABLE segment_watcher (
  tenant_id bigint NOT NULL, segment_id bigint NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, segment_id, journey_id)
);

-- Whom a watched segment has, as far as it was told: written under the member's lock only, once watching has begun.
CREATE TABLE watched_member (
  tenant_id bigint NOT NULL, watch_id bigint NOT NULL, member_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, watch_id, member_id)
);

SELECT guard_tenancy();
