-- What is older than a site keeps is dropped, by functions of the owner: the service that calls them may itself delete neither
-- a reading nor a table. With TimescaleDB whole chunks go, and a reading may stay a week longer; without it rows go, probe by
-- probe, which the index serves. Of the batch log whole months go, and what lies in no month by rows. Making the functions
-- costs nothing.
CREATE FUNCTION drop_readings_before(before timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    dropped bigint := 0;
    deleted bigint;
    each_probe integer;
BEGIN
    IF current_setting('timescaledb.license', true) IS NOT NULL THEN
        SELECT count(*) INTO dropped FROM drop_chunks('reading', older_than => before);
        RETURN dropped;
    END IF;
    FOR each_probe IN SELECT id FROM probe LOOP
        DELETE FROM reading WHERE probe = each_probe AND measured_at < before;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        dropped := dropped + deleted;
    END LOOP;
    RETURN dropped;
END $$;

CREATE FUNCTION drop_batch_log_before(before timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    month text;
    dropped integer := 0;
BEGIN
    FOR month IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'batch_log'::regclass AND c.relname ~ '^batch_log_\d{4}_\d{2}$'
            AND (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' <= before
    LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I', month);
        dropped := dropped + 1;
    END LOOP;
    DELETE FROM batch_log_other WHERE received_at < before;
    RETURN dropped;
END $$;

REVOKE EXECUTE ON FUNCTION drop_readings_before(timestamptz), drop_batch_log_before(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_readings_before(timestamptz), drop_batch_log_before(timestamptz) TO gardefroid_ingest;
