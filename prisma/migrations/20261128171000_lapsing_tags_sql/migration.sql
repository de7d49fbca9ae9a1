-- A tag that expires is told of once, as lost. Its row stays: what was due before that moment may be judged later.
ALTER TABLE member_tag ADD COLUMN lapse_told boolean NOT NULL DEFAULT false;
ALTER TABLE member_tag NO FORCE ROW LEVEL SECURITY;
UPDATE member_tag SET lapse_told = true WHERE expires_at <= now();
ALTER TABLE member_tag FORCE ROW LEVEL SECURITY;
CREATE INDEX member_tag_lapsing ON member_tag (expires_at) WHERE expires_at IS NOT NULL AND NOT lapse_told;
