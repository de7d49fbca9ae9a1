-- The clock asks of each tenant, by its own time: what is due, and what comes next.
DROP INDEX fire_due, trial_due, segment_set_due, segment_watch_due, member_tag_lapsing;
CREATE INDEX fire_due ON fire (tenant_id, occurrence) WHERE state = 0;
CREATE INDEX trial_due ON trial (tenant_id, due_at) WHERE NOT judged;
CREATE INDEX segment_set_due ON segment_set (tenant_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX segment_watch_due ON segment_watch (tenant_id, next_at);
CREATE INDEX member_tag_lapsing ON member_tag (tenant_id, expires_at) WHERE expires_at IS NOT NULL AND NOT lapse_told;
