-- With TimescaleDB, readings are cut into weeks, so that old ones are dropped and not deleted. Without it the table stays as it
-- is and everything else works the same. Taken only where the library is loaded: its loader's own setting tells, for the
-- setting "timescaledb.license" is not there before the extension is in this very database. A function of the extension
-- is never called to find out. On a full table this would copy it: here it is empty.
DO $$
BEGIN
    IF current_setting('timescaledb.disable_load', true) = 'off' OR current_setting('timescaledb.license', true) IS NOT NULL THEN
        CREATE EXTENSION IF NOT EXISTS timescaledb;
        PERFORM create_hypertable('reading', by_range('measured_at', INTERVAL '7 days'), create_default_indexes => false);
    END IF;
END $$;
