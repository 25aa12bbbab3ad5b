-- The guard: which numbers of each journal are stored. Its row is locked in the transaction that stores the readings, and that
-- is what makes them unique. A journal that arrives in order is one range, however long; the free space keeps the
-- widening of a range an update in place. Costs nothing.
CREATE TABLE journal (
    device            integer NOT NULL CONSTRAINT journal_is_of_a_device REFERENCES device,
    journal           uuid NOT NULL,
    stored            int8multirange NOT NULL DEFAULT '{}',
    watermark         bigint NOT NULL DEFAULT 0,
    watermark_hash    bytea CONSTRAINT a_watermark_hash_is_a_sha256 CHECK (octet_length(watermark_hash) = 32),
    predecessor       uuid,
    predecessor_last  bigint,
    opened_at         timestamptz NOT NULL,
    last_received_at  timestamptz NOT NULL,
    CONSTRAINT one_guard_for_each_journal PRIMARY KEY (device, journal)
) WITH (fillfactor = 50);

-- Numbers that were refused, and why: what is answered to a device that asks.
CREATE TABLE rejected_batch (
    device   integer NOT NULL CONSTRAINT rejected_batch_is_of_a_device REFERENCES device,
    journal  uuid NOT NULL,
    number   bigint NOT NULL CONSTRAINT a_rejected_number_counts_from_one CHECK (number >= 1),
    reason   text NOT NULL,
    hash     bytea NOT NULL,
    CONSTRAINT a_number_is_rejected_once PRIMARY KEY (device, journal, number)
);
