-- Counters of members that journeys count in, in any of their versions: how many days back a count looks at most, for ever where
-- that is null, and whether it looks past the entry that counts. What no count looks at any more is cleared.
CREATE TABLE counting (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL, counter text NOT NULL,
  days int, past_entry boolean NOT NULL,
  PRIMARY KEY (tenant_id, journey_id, counter)
);
CREATE INDEX counted_at ON counted (tenant_id, counter, at);

SELECT guard_tenancy();

-- Of versions that an older program published: of nodes that have a bound, a scope and a window.
ALTER TABLE version NO FORCE ROW LEVEL SECURITY;
ALTER TABLE counting NO FORCE ROW LEVEL SECURITY;
INSERT INTO counting (tenant_id, journey_id, counter, days, past_entry)
  SELECT tenant_id, journey_id, counter, CASE WHEN bool_and(days IS NOT NULL) THEN max(days) END, bool_or(scope <> 'enrolment')
  FROM (SELECT v.tenant_id, v.journey_id, s ->> 'scope' AS scope,
      CASE WHEN s ->> 'scope' = 'name' THEN 'name/' || (s ->> 'name') ELSE 'node/' || v.journey_id || '/' || (n ->> 'key') END AS counter,
      CASE s #>> '{window,kind}' WHEN 'day' THEN 2 WHEN 'week' THEN 8 WHEN 'month' THEN 32
        WHEN 'last' THEN 1 + ceil((s #>> '{window,duration,amount}')::numeric * CASE s #>> '{window,duration,unit}'
          WHEN 'minute' THEN 1 / 1440.0 WHEN 'hour' THEN 1 / 24.0 WHEN 'day' THEN 1 WHEN 'week' THEN 7 ELSE 31 END) END::int AS days
    FROM version v CROSS JOIN LATERAL jsonb_array_elements(v.plan -> 'nodes') n CROSS JOIN LATERAL (SELECT n -> 'settings' AS s) x
    WHERE s ?& '{bound,scope,window}' AND s ->> 'scope' IN ('enrolment', 'member', 'name')) counts
  GROUP BY 1, 2, 3;
ALTER TABLE version FORCE ROW LEVEL SECURITY;
ALTER TABLE counting FORCE ROW LEVEL SECURITY;
