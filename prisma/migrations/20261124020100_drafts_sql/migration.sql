-- Who left a node lies in traces; they are found by journey and time. A range index costs an insert next to nothing.
CREATE INDEX trace_journey ON trace USING brin (journey_id, at) WITH (pages_per_range = 32);

SELECT guard_tenancy();
