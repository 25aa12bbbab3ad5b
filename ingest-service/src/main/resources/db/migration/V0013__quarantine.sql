-- What was refused, bytes and all, so that a person can look at it. The same message sent again is counted, not kept twice.
-- Costs nothing.
CREATE TABLE quarantine (
    id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_has_an_id PRIMARY KEY,
    received_at  timestamptz NOT NULL,
    last_received_at timestamptz NOT NULL,
    times        integer NOT NULL DEFAULT 1,
    device       integer CONSTRAINT quarantined_from_a_device REFERENCES device,
    topic        text NOT NULL,
    journal      uuid,
    number       bigint,
    reason       text NOT NULL,
    detail       text NOT NULL,
    hash         bytea NOT NULL CONSTRAINT a_quarantine_hash_is_a_sha256 CHECK (octet_length(hash) = 32),
    bytes        bytea NOT NULL
);
CREATE UNIQUE INDEX the_same_message_is_kept_once ON quarantine (hash, md5(topic), reason);
CREATE INDEX quarantine_by_device ON quarantine (device, received_at);
