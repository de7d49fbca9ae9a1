-- How members are found by what somebody types: the beginning of a name, of an identity, or of both. Text is compared byte by
-- byte, so that a beginning is a range of an index: such comparisons may use one under row-level security, LIKE may not.
ALTER TABLE member ADD COLUMN name_key text COLLATE "C" GENERATED ALWAYS AS (left(lower(attributes ->> 'name'), 100)) STORED;
CREATE INDEX member_name ON member (tenant_id, name_key, id) WHERE name_key IS NOT NULL;
ALTER TABLE identity ADD COLUMN value_key text COLLATE "C" GENERATED ALWAYS AS (left(lower(value), 100)) STORED;
CREATE INDEX identity_search ON identity (tenant_id, value_key, member_id);
