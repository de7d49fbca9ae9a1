-- Tries to sign in by an e-mail address since it last succeeded, of nobody too. Kept for all processes together; see engine/access/lockout.ts.
CREATE TABLE auth.failed_sign_in (email text PRIMARY KEY, tries int NOT NULL, until timestamptz NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.failed_sign_in TO waymark_auth;
