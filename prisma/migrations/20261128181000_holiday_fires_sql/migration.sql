-- For which holidays a fire was planned, by name: their dates may change, and a trigger fires once for each in a year.
ALTER TABLE fire ADD COLUMN holidays text[] NOT NULL DEFAULT '{}';
