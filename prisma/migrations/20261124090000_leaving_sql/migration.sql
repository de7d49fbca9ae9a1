-- What takes an enrolment out is told to its advance as a stimulus of a kind of its own (0: an event; others in codes.ts). It may
-- have no event: a rule over the member came to hold.
ALTER TABLE stimulus ADD COLUMN kind smallint NOT NULL DEFAULT 0, ALTER COLUMN event_id DROP NOT NULL;

-- Versions whose exit rule asks about the member: it is judged wherever what is known of a member changes.
CREATE TABLE exit_watch (
  tenant_id bigint NOT NULL, version_id bigint NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, version_id)
);

-- Which versions have a goal on an event: members who entered one may reach it until its window ends, whatever became of them.
CREATE TABLE aim (
  tenant_id bigint NOT NULL, event text NOT NULL, version_id bigint NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, event, version_id)
);

-- Once for each enrolment and goal.
CREATE TABLE goal_reached (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, goal text NOT NULL, enrolment_id bigint NOT NULL,
  member_id bigint NOT NULL, version_id bigint NOT NULL, event_id bigint NOT NULL, at timestamptz NOT NULL,
  entered_at timestamptz NOT NULL, held_out boolean NOT NULL, value double precision,
  PRIMARY KEY (tenant_id, journey_id, goal, enrolment_id)
);
CREATE INDEX goal_reached_enrolment ON goal_reached (enrolment_id);

SELECT guard_tenancy();
