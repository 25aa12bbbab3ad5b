-- What each role may do, table by table. Ingest adds readings and never changes or deletes one; the console writes what people
-- decide and nothing that was measured; Grafana reads what a dashboard shows, and no person, no session and no
-- quarantined bytes. Costs nothing.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO gardefroid_ingest;
REVOKE SELECT ON session FROM gardefroid_ingest;
GRANT USAGE ON SEQUENCE batch_source TO gardefroid_ingest;
GRANT INSERT ON reading, event, batch_log, rejected_batch, brief, audit, alarm_history, alarm_fact TO gardefroid_ingest;
GRANT INSERT, UPDATE ON site, device, equipment, equipment_setting, probe, door, probe_placement, person, product_profile,
    lot, lot_placement, vial, journal, quarantine, undated, excursion, dose_clock, alarm, notification, judged, shard_lease,
    reading_hourly, reading_daily TO gardefroid_ingest;
GRANT INSERT, UPDATE, DELETE ON fold_checkpoint, cascade_step TO gardefroid_ingest;
GRANT EXECUTE ON FUNCTION make_batch_log_partitions(date, integer) TO gardefroid_ingest;
REVOKE EXECUTE ON FUNCTION make_batch_log_partitions(date, integer) FROM PUBLIC;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO gardefroid_console;
GRANT INSERT, UPDATE ON person, lot, lot_placement, vial, equipment_setting, product_profile, probe_placement
    TO gardefroid_console;
GRANT UPDATE ON alarm, equipment, device TO gardefroid_console;
GRANT INSERT ON alarm_history, audit, notification TO gardefroid_console;
GRANT INSERT, UPDATE, DELETE ON session, cascade_step TO gardefroid_console;

GRANT SELECT ON site, device, equipment, equipment_setting, probe, door, probe_placement, product_profile, lot, lot_placement,
    vial, journal, rejected_batch, batch_log, reading, event, excursion, dose_clock, alarm, alarm_fact, alarm_history, judged,
    reading_hourly, reading_daily TO gardefroid_grafana;
GRANT SELECT (id, received_at, last_received_at, times, device, topic, journal, number, reason) ON quarantine
    TO gardefroid_grafana;
