-- What the team is told, once for each key: told again, it counts on and comes up again. Words are made of code and params for each reader.
CREATE TABLE notice (
  tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, key text NOT NULL,
  code text NOT NULL, params jsonb NOT NULL, journey_id bigint, version_id bigint, node smallint, member_id bigint,
  times int NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, key)
);
CREATE INDEX notice_old ON notice (at);

-- Whom it is told. Read is what was read after it was told last.
CREATE TABLE notice_reader (
  tenant_id bigint NOT NULL, person_id uuid NOT NULL, notice_id bigint NOT NULL, read_at timestamptz,
  PRIMARY KEY (tenant_id, person_id, notice_id),
  FOREIGN KEY (tenant_id, notice_id) REFERENCES notice ON DELETE CASCADE
);
CREATE INDEX notice_reader_of ON notice_reader (tenant_id, notice_id);

-- Its mails, one a reader and notice: they go by the lane of their account, in the states of messages. `due_at` of one in `sending` is
-- when it counts as lost.
CREATE TABLE notice_mail (
  tenant_id bigint NOT NULL, notice_id bigint NOT NULL, person_id uuid NOT NULL, account_id bigint NOT NULL,
  state smallint NOT NULL DEFAULT 0, due_at timestamptz NOT NULL, attempts smallint NOT NULL DEFAULT 0, reason text,
  PRIMARY KEY (tenant_id, notice_id, person_id),
  FOREIGN KEY (tenant_id, notice_id) REFERENCES notice ON DELETE CASCADE
);
CREATE INDEX notice_mail_due ON notice_mail (account_id, due_at) WHERE state < 3;

SELECT guard_tenancy();
