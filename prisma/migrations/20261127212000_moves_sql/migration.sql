-- What becomes of those inside older versions once a version is published: they are moved to it, or stopped. A row holds for
-- good: whoever meets a token of an older version follows it first. `is_done` once the clock found none left.
CREATE TABLE move (
  tenant_id bigint NOT NULL, journey_id bigint NOT NULL,
  -- The version that was published, its number in the journey, and when: the instant as of which all are judged anew.
  version_id bigint NOT NULL, number int NOT NULL, at timestamptz NOT NULL,
  policy text NOT NULL CHECK (policy IN ('move', 'stop')),
  -- Where those go whose node is gone or of another type: id of the old node → id of the new one, null: out.
  targets jsonb NOT NULL DEFAULT '{}',
  -- How many were inside then, whom it leads on.
  people int NOT NULL,
  -- How far the clock came on its way through the shards.
  shard bigint, due_at timestamptz, found boolean NOT NULL DEFAULT false,
  is_done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, journey_id, version_id)
);
CREATE INDEX move_open ON move (tenant_id, journey_id) WHERE NOT is_done;

-- Due because its node waits for something else since a move, not because its time has come.
ALTER TABLE token ADD COLUMN again boolean NOT NULL DEFAULT false;

SELECT guard_tenancy();
