-- Readings, once each. The edge sends again whatever it is not sure arrived; the guard row of its journal, locked in the
-- same transaction, is what makes a batch's readings unique, so the table needs no unique index and COPY stays fast.
-- 36 bytes a reading and as many again for the index. There is no reference to probe: it would be looked up for each reading.
CREATE TABLE reading (
    measured_at    timestamptz NOT NULL,  -- widest first: eight bytes less a row
    source         bigint      NOT NULL,  -- the batch it came in, so that a verdict can cite it
    probe          integer     NOT NULL,
    milli_celsius  integer     CONSTRAINT a_temperature_is_not_absurd CHECK (milli_celsius BETWEEN -200000 AND 200000),
    fault          smallint,
    CONSTRAINT a_temperature_or_a_fault CHECK (num_nonnulls(milli_celsius, fault) = 1)
);
CREATE INDEX reading_by_probe_and_time ON reading (probe, measured_at);  -- ascending: a third smaller than DESC here
