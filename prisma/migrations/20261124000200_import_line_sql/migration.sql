-- One row a line instead of one an occurrence, so that an import counts in the database. `n` times a line was stored; its file
-- had it `seen` times so far when the import of id `pass` last met it.
ALTER TABLE import_line RENAME TO import_line_before;
ALTER TABLE import_line_before RENAME CONSTRAINT import_line_pkey TO import_line_before_pkey;
-- So that the owner sees all of it.
ALTER TABLE import_line_before DISABLE ROW LEVEL SECURITY;
CREATE TABLE import_line (
  tenant_id bigint NOT NULL, source text NOT NULL, hash uuid NOT NULL,
  n int NOT NULL, seen int NOT NULL, pass bigint NOT NULL,
  PRIMARY KEY (tenant_id, source, hash)
);
INSERT INTO import_line SELECT tenant_id, source, hash, count(*), 0, 0 FROM import_line_before GROUP BY tenant_id, source, hash;
DROP TABLE import_line_before;
SELECT guard_tenancy();
