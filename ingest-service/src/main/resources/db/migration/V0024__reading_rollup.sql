-- Hours and days of each probe, made again for the buckets that a batch touched: charts of a year read these. The same
-- statement in every edition. 60 bytes an hour of a probe.
CREATE TABLE reading_hourly (
    bucket   timestamptz NOT NULL,
    sum_milli_celsius  bigint NOT NULL,
    probe    integer NOT NULL,
    readings integer NOT NULL,
    faults   integer NOT NULL,
    min_milli_celsius  integer,
    max_milli_celsius  integer,
    CONSTRAINT one_row_for_each_hour_of_a_probe PRIMARY KEY (probe, bucket)
);
CREATE TABLE reading_daily (LIKE reading_hourly);
ALTER TABLE reading_daily ADD CONSTRAINT one_row_for_each_day_of_a_probe PRIMARY KEY (probe, bucket);
