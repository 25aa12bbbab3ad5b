-- Who may do what: the owner migrates, and nobody else may alter a table. Each part of the program works as a role that can
-- do only its own work, so that a hole in the console does not reach the readings, and Grafana cannot write at all.
-- The roles are made without a password; the service gives them one from its files. Costs nothing.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['gardefroid_ingest', 'gardefroid_console', 'gardefroid_grafana'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- another database of the same server was migrated at the same moment
            END;
        END IF;
    END LOOP;
END $$;
