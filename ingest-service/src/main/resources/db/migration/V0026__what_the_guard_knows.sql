-- The guard also has to know which numbers were given up by their device, which are stored without a date, which are in
-- quarantine and which came twice with different bytes; and, of each batch, which one it names as the one before it and how
-- its clock stood, to check the chain where batches arrive out of order and to date what was held. The boot stands with
-- the journal: a journal is one start of an agent. Constant defaults: no table is rewritten. 50 bytes a batch in the log.
ALTER TABLE journal
    ADD COLUMN dropped   int8multirange NOT NULL DEFAULT '{}',
    ADD COLUMN held      int8multirange NOT NULL DEFAULT '{}',
    ADD COLUMN rejected  int8multirange NOT NULL DEFAULT '{}',
    ADD COLUMN forked    int8multirange NOT NULL DEFAULT '{}',
    ADD COLUMN boot      text;
CREATE INDEX journal_that_holds_undated_batches ON journal (device) WHERE held <> '{}';

ALTER TABLE batch_log
    ADD COLUMN monotonic_millis bigint,
    ADD COLUMN wall             timestamptz,
    ADD COLUMN previous         bytea;

GRANT UPDATE (first_at, last_at) ON batch_log TO gardefroid_ingest;  -- when a held batch gets its date
