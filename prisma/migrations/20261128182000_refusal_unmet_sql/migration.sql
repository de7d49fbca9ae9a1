-- Of a refusal by a trigger's condition on members: the version that asked, the parts of its rule that were not met by their place
-- in it, and the values that were there instead. Null of any other.
ALTER TABLE refusal ADD COLUMN unmet jsonb;
