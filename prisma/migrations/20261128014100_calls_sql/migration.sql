-- What a called service answered, as the node maps it: kept until the visit takes it into the enrolment.
ALTER TABLE message ADD COLUMN answer jsonb;
