-- Who signs in. The tables are better-auth's, in a schema and under a role of its own; engine/access/sign-in.test.ts holds them to what it wants.
CREATE SCHEMA auth;

CREATE TABLE auth."user" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL, email text NOT NULL UNIQUE, "emailVerified" boolean NOT NULL, image text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE auth.session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "userId" uuid NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
  token text NOT NULL UNIQUE, "expiresAt" timestamptz NOT NULL, "ipAddress" text, "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamptz NOT NULL
);
CREATE INDEX session_of ON auth.session ("userId");

CREATE TABLE auth.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "userId" uuid NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
  "accountId" text NOT NULL, "providerId" text NOT NULL, password text, scope text,
  "accessToken" text, "refreshToken" text, "idToken" text,
  "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamptz NOT NULL
);
CREATE INDEX account_of ON auth.account ("userId");

CREATE TABLE auth.verification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  identifier text NOT NULL, value text NOT NULL, "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX verification_identifier ON auth.verification (identifier);

DO $$ BEGIN CREATE ROLE waymark_auth NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$;
GRANT USAGE ON SCHEMA auth TO waymark_auth, waymark_all;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO waymark_auth;
-- Services look up names by the ids that memberships hold; passwords and sessions they do not see.
GRANT SELECT (id, name, email, "createdAt") ON auth."user" TO waymark_all;

ALTER TABLE membership ADD FOREIGN KEY (person_id) REFERENCES auth."user" ON DELETE CASCADE;

SELECT guard_tenancy();
