-- Each batch that was stored: its hash (a known number with other bytes is a fork), its times and its size. A reading names
-- its batch by "source". Partitioned by the month of arrival, so that old months are dropped and not deleted; what finds no
-- partition falls into the default one. A month of 1,000 devices with a batch a minute takes about 9 GB.
CREATE SEQUENCE batch_source INCREMENT BY 1000;  -- the service takes a thousand at a time

CREATE TABLE batch_log (
    source        bigint NOT NULL,
    number        bigint NOT NULL,
    received_at   timestamptz NOT NULL,
    committed_at  timestamptz NOT NULL DEFAULT now(),
    first_at      timestamptz,  -- of its records; absent while it is undated
    last_at       timestamptz,
    journal       uuid NOT NULL,
    device        integer NOT NULL,
    readings      integer NOT NULL,
    events        integer NOT NULL,
    bytes         integer NOT NULL,
    hash          bytea NOT NULL,
    brief         bytea
) PARTITION BY RANGE (received_at);
CREATE TABLE batch_log_other PARTITION OF batch_log DEFAULT;
CREATE INDEX batch_log_by_number ON batch_log (device, journal, number);
CREATE INDEX batch_log_by_source ON batch_log USING brin (source);  -- sources ascend as rows are added

-- Run by the service at start and daily; it may not make tables itself.
CREATE FUNCTION make_batch_log_partitions(from_day date, months integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    month_start date;
BEGIN
    FOR i IN 0 .. months - 1 LOOP
        month_start := date_trunc('month', from_day)::date + make_interval(months => i);
        IF to_regclass(format('batch_log_%s', to_char(month_start, 'YYYY_MM'))) IS NULL THEN
            EXECUTE format('CREATE TABLE batch_log_%s PARTITION OF batch_log FOR VALUES FROM (%L) TO (%L)',
                to_char(month_start, 'YYYY_MM'), month_start::timestamp AT TIME ZONE 'UTC',
                (month_start + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        END IF;
    END LOOP;
END $$;
