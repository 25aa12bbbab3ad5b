-- Batches that are stored and receipted and cannot be shown yet: their clock was not trusted, or is in the future. They are
-- kept as they came, apart from the readings (a reading of 1970 would open a chunk that retention then drops), until a
-- later batch of the same boot dates them, or their time comes. Costs nothing.
CREATE TABLE undated (
    source       bigint NOT NULL CONSTRAINT an_undated_batch_is_known_by_its_source PRIMARY KEY,
    device       integer NOT NULL CONSTRAINT undated_is_of_a_device REFERENCES device,
    journal      uuid NOT NULL,
    number       bigint NOT NULL,
    boot         text NOT NULL,
    first_monotonic_millis  bigint NOT NULL,
    last_monotonic_millis   bigint NOT NULL,
    held_because text NOT NULL CONSTRAINT held_for_a_known_reason CHECK (held_because IN ('no-trusted-clock', 'future')),
    not_before   timestamptz,  -- of a future one: when its last record will be past
    received_at  timestamptz NOT NULL,
    dated_at     timestamptz,
    bytes        bytea NOT NULL
);
CREATE INDEX undated_by_boot ON undated (device, boot) WHERE dated_at IS NULL;
CREATE INDEX undated_by_time ON undated (not_before) WHERE dated_at IS NULL;
