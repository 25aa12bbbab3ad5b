-- Up to which batch hours and days are made, so that what was stored just before a crash is made up for at the next start.
-- One row. Costs nothing.
CREATE TABLE rollup_progress (
    id      integer NOT NULL DEFAULT 1 CONSTRAINT there_is_one_progress PRIMARY KEY CHECK (id = 1),
    source  bigint NOT NULL
);
INSERT INTO rollup_progress (source) VALUES (0);
GRANT SELECT, UPDATE ON rollup_progress TO gardefroid_ingest;
