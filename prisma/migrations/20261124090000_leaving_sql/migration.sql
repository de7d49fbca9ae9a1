-- What takes an enrolment out is told to its advance as a stimulus of a kind of its own (0: an event; others in codes.ts). It may
-- have no event: a rule over the member came to hold.
ALTER TABLE stimulus ADD COLUMN kind smallint NOT NULL DEFAULT 0, ALTER COLUMN event_id DROP NOT NULL;

-- Versions whose exit rule asks about the member: it is judged wherever what is known of a member changes.
CREATE TABLE exit_watch (
  tenant_id bigint NOT NULL, version_id bigint NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, version_id)
);

SELECT guard_tenancy();
