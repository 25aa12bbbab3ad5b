-- How often a device makes a record when nothing happens: part of its brief. A constant default: no table is rewritten.
ALTER TABLE device ADD COLUMN record_seconds integer NOT NULL DEFAULT 60
    CONSTRAINT a_record_interval_is_a_second_to_an_hour CHECK (record_seconds BETWEEN 1 AND 3600);
