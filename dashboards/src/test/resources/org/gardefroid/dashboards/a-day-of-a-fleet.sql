-- A fridge with an open door, an excursion and an alarm; a box that has said nothing for an hour; everything a dashboard shows.
INSERT INTO site (name, label_fr, label_en) VALUES ('pui', 'Pharmacie', 'Pharmacy');
INSERT INTO device (site, name, shard) VALUES (1, 'frigo-1', 0), (1, 'boite-1', 0);
INSERT INTO equipment (site, name, label_fr, label_en, kind) VALUES
    (1, 'frigo-de-l''aile', 'Frigo de l''aile', 'Wing fridge', 'refrigerator'), (1, 'boite-emv', 'Boîte EMV', 'EMV box', 'cool-box');
INSERT INTO probe (device, name, purpose) VALUES (1, 'frigo-1-produit', 'product'), (1, 'frigo-1-air', 'air'), (2, 'boite-1-produit', 'product');
INSERT INTO probe_placement (probe, equipment, during)
    SELECT p.id, p.device, tstzrange(now() - interval '90 days', NULL) FROM probe p;
INSERT INTO door (device, equipment, name) VALUES (1, 1, 'frigo-1-porte');

-- Every minute of a day; the product is at 5.2 °C but for the last hour, at 9.4 °C; nothing between 10 h and 8 h ago.
INSERT INTO reading (measured_at, source, probe, milli_celsius)
    SELECT at, 1, 1, CASE WHEN at > now() - interval '1 hour' THEN 9400 ELSE 5200 END
    FROM generate_series(now() - interval '1 day', now(), interval '1 minute') AS at
    WHERE at NOT BETWEEN now() - interval '10 hours' AND now() - interval '8 hours';
INSERT INTO reading (measured_at, source, probe, milli_celsius)
    SELECT at, 1, 2, 4000 FROM generate_series(now() - interval '1 day', now(), interval '1 minute') AS at;
INSERT INTO reading (measured_at, source, probe, milli_celsius)
    SELECT at, 2, 3, 3100 FROM generate_series(now() - interval '1 day', now() - interval '1 hour', interval '1 minute') AS at;
INSERT INTO reading (measured_at, source, probe, fault) VALUES (now() - interval '1 minute', 2, 3, 1);
INSERT INTO reading_hourly (bucket, sum_milli_celsius, probe, readings, faults, min_milli_celsius, max_milli_celsius)
    SELECT date_trunc('hour', at), 312000, 1, 60, 0, 5100, 5300
    FROM generate_series(now() - interval '20 days', now(), interval '1 hour') AS at;

INSERT INTO event (happened_at, source, device, position, kind, subject, became, document) VALUES
    (now() - interval '5 hours', 1, 1, 0, 'door-moved', 'frigo-1-porte', true, '{}'),
    (now() - interval '290 minutes', 1, 1, 0, 'door-moved', 'frigo-1-porte', false, '{}'),
    (now() - interval '30 minutes', 1, 1, 0, 'door-moved', 'frigo-1-porte', true, '{}');
INSERT INTO excursion (equipment, subject, rule, since, confirmed_at, ended_at, worst_milli_celsius, worst_at, certainty) VALUES
    (1, 'frigo-1-produit', 'above', now() - interval '1 hour', now() - interval '30 minutes', NULL, 9400, now(), 'observed'),
    (1, 'frigo-1-produit', 'above', now() - interval '10 hours', now() - interval '8 hours', now() - interval '8 hours', NULL, NULL, 'possible');
INSERT INTO dose_clock (equipment, vial, product, step, started_at, deadline_at)
    VALUES (2, 'flacon-1', 'vaccin-a', 'reconstituted', now() - interval '5 hours', now() + interval '1 hour');
INSERT INTO alarm (site, equipment, subject, rule, category, severity, since, raised_at)
    VALUES (1, 1, 'frigo-1-produit', 'above', 'cold-chain', 'critical', now() - interval '1 hour', now() - interval '30 minutes');
INSERT INTO alarm (site, equipment, subject, rule, category, severity, since, raised_at, closed_at)
    VALUES (1, 2, 'boite-1-produit', 'below', 'cold-chain', 'critical', now() - interval '3 days', now() - interval '3 days', now());
INSERT INTO alarm_history (alarm, at, what) VALUES (1, now() - interval '30 minutes', 'opened');
INSERT INTO lot (site, product, number, expires_on) VALUES (1, 'vaccin-a', 'L-042', current_date + 90);
INSERT INTO lot_placement (lot, equipment, doses, during) VALUES (1, 1, 40, tstzrange(now() - interval '2 days', NULL));

-- 1 to 9 and 12 are stored and 1 to 4 judged: six to judge, one hole.
INSERT INTO journal (device, journal, stored, opened_at, last_received_at)
    VALUES (1, gen_random_uuid(), '{[1,10),[12,13)}', now() - interval '1 day', now() - interval '20 seconds');
INSERT INTO judged (device, journal, numbers) SELECT device, journal, '{[1,5)}' FROM journal;
INSERT INTO batch_log (source, number, received_at, committed_at, journal, device, readings, events, bytes, hash)
    SELECT 1, 1, now() - interval '1 minute', now() - interval '1 minute' + interval '40 milliseconds', journal, 1, 20, 0, 300,
           sha256('1'::bytea) FROM journal;
INSERT INTO quarantine (received_at, last_received_at, device, topic, reason, detail, hash, bytes)
    VALUES (now(), now(), 1, 'gardefroid/1/0/frigo-1/up/batch/x/1', 'malformed', 'not CBOR', sha256('2'::bytea), 'secret');
INSERT INTO person (site, name, display_name, role, email, password_hash)
    VALUES (1, 'lea', 'Léa', 'pharmacist', 'lea@example.org', '$argon2id$secret');
