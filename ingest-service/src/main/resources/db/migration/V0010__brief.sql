-- What a device was told to work by: immutable, known by its hash, kept for ever, because every batch names the brief that was
-- in force and a judgement is repeated by that one. Costs nothing.
CREATE TABLE brief (
    hash      bytea NOT NULL CONSTRAINT a_brief_is_known_by_its_sha256 PRIMARY KEY CHECK (octet_length(hash) = 32),
    device    integer NOT NULL CONSTRAINT brief_is_for_a_device REFERENCES device,
    made_at   timestamptz NOT NULL,
    document  bytea NOT NULL
);
CREATE INDEX brief_by_device ON brief (device, made_at);
