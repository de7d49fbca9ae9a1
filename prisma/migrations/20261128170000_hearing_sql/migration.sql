-- Events that may do something to those inside a journey, in any of its versions: an event that nobody hears asks about no token.
-- '': any event, of a journey that an older program published.
CREATE TABLE hearing (
  tenant_id bigint NOT NULL, event text NOT NULL, journey_id bigint NOT NULL,
  PRIMARY KEY (tenant_id, event, journey_id)
);
ALTER TABLE version NO FORCE ROW LEVEL SECURITY;
INSERT INTO hearing (tenant_id, event, journey_id) SELECT DISTINCT tenant_id, '', journey_id FROM version;
ALTER TABLE version FORCE ROW LEVEL SECURITY;

SELECT guard_tenancy();
