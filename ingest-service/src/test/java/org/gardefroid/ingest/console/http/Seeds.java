package org.gardefroid.ingest.console.http;

import java.util.List;
import org.gardefroid.vaccines.ExampleProfiles;

/**
 * What the console's tests look at: a good fridge, a warm one with an alarm, a silent box, one that is recorded every ten
 * minutes, and one with a hostile name.
 */
final class Seeds {

    static final String GOOD = "frigo-pui";
    static final String WARM = "frigo-relais";
    static final String SILENT = "glaciere-emv";
    static final String SLOW = "frigo-lent";
    static final String ELSEWHERE = "frigo-ailleurs";
    static final String HOSTILE = "<script>alert(1)</script>";

    private Seeds() {}

    static void plant(RunningConsole console) {
        console.execute(
                "INSERT INTO site (name, label_fr, label_en) VALUES ('pui', 'PUI', 'PUI'), ('autre', 'Autre', 'Other')");
        equipment(console, GOOD, "pui", "refrigerator", "Réfrigérateur PUI", "PUI fridge");
        equipment(console, WARM, "pui", "refrigerator", "Réfrigérateur du relais", "Relay fridge");
        equipment(console, SILENT, "pui", "cool-box", "Glacière EMV", "EMV cool box");
        equipment(console, SLOW, "pui", "refrigerator", "Réfrigérateur lent", "Slow fridge");
        console.execute("UPDATE device SET record_seconds = 600 WHERE name = 'dev-' || ?", SLOW);
        equipment(console, "hostile", "pui", "freezer", HOSTILE, HOSTILE);
        equipment(console, ELSEWHERE, "autre", "refrigerator", "Réfrigérateur d’ailleurs", "Fridge elsewhere");
        readings(console, GOOD, "4600 + (300 * sin(m / 20.0))::integer", 0);
        readings(console, WARM, "CASE WHEN m < 60 THEN 11200 - m * 50 ELSE 5000 END", 0);
        readings(console, SILENT, "5100", 120);
        readings(console, SLOW, "5000", 0, 10);
        readings(console, "hostile", "4000", 0);
        readings(console, ELSEWHERE, "4000", 0);
        console.execute("INSERT INTO event (happened_at, source, device, position, kind, subject, became, document)"
                + " SELECT now() - minutes * interval '1 minute', 1, id, minutes, 'door-moved', ? || '-door', minutes % 2 = 0,"
                + " '{}' FROM device, (VALUES (200), (199), (90), (85)) moved (minutes) WHERE name = ?", WARM,
                "dev-" + WARM);
        console.execute(
                "INSERT INTO dose_clock (equipment, vial, product, profile_revision, step, started_at, deadline_at)"
                        + " SELECT id, 'flacon-1', 'comirnaty', 1, 'diluted', now() - interval '5 hours', now() + interval '1 hour'"
                        + " FROM equipment WHERE name = ?",
                GOOD);
        console.execute(
                "UPDATE equipment SET fallback_fr = 'Frigo de secours : réserve, 1er étage. Clé : accueil, poste 4100."
                        + " Pharmacien de garde : poste 4242.', fallback_en = 'Backup fridge: store room, 1st floor. Key: front desk,"
                        + " ext. 4100. Pharmacist on duty: ext. 4242.' WHERE name = ?",
                WARM);
        alarm(console, WARM);
    }

    private static void equipment(RunningConsole console, String name, String site, String kind, String fr, String en) {
        console.execute("INSERT INTO device (site, name, shard) SELECT id, 'dev-' || ?, 0 FROM site WHERE name = ?",
                name,
                site);
        console.execute("INSERT INTO equipment (site, name, label_fr, label_en, kind)"
                + " SELECT id, ?, ?, ?, ? FROM site WHERE name = ?", name, fr, en, kind, site);
        console.execute("INSERT INTO probe (device, name, purpose)"
                + " SELECT id, ? || '-product', 'product' FROM device WHERE name = 'dev-' || ?", name, name);
        console.execute("INSERT INTO probe_placement (probe, equipment, during, known)"
                + " SELECT p.id, e.id, tstzrange(now() - interval '9 days', NULL), tstzrange(now() - interval '9 days', NULL)"
                + " FROM probe p, equipment e WHERE p.name = ? || '-product' AND e.name = ?", name, name);
        console.execute(
                "INSERT INTO door (device, equipment, name) SELECT d.id, e.id, ? || '-door' FROM device d, equipment e"
                        + " WHERE d.name = 'dev-' || ? AND e.name = ?",
                name, name, name);
    }

    /** A day of minutes, the last of them some minutes ago; {@code m} counts back from now. */
    private static void readings(RunningConsole console, String equipment, String milliCelsius, int minutesAgo) {
        readings(console, equipment, milliCelsius, minutesAgo, 1);
    }

    private static void readings(RunningConsole console, String equipment, String milliCelsius, int minutesAgo,
            int everyMinutes) {
        console.execute("INSERT INTO reading (measured_at, source, probe, milli_celsius)"
                + " SELECT now() - m * interval '1 minute', 1, p.id, " + milliCelsius
                + " FROM probe p, generate_series(1440, " + minutesAgo + ", -" + everyMinutes
                + ") m WHERE p.name = ? || '-product'",
                equipment);
        console.execute(
                "INSERT INTO reading_hourly (bucket, sum_milli_celsius, probe, readings, faults, min_milli_celsius,"
                        + " max_milli_celsius) SELECT date_trunc('hour', measured_at), sum(milli_celsius), probe, count(*), 0,"
                        + " min(milli_celsius), max(milli_celsius) FROM reading"
                        + " WHERE probe = (SELECT id FROM probe WHERE name = ? || '-product') GROUP BY 1, 3",
                equipment);
    }

    static void measure(RunningConsole console, String equipment, int milliCelsius) {
        console.execute("INSERT INTO reading (measured_at, source, probe, milli_celsius)"
                + " SELECT clock_timestamp(), 1, id, ? FROM probe WHERE name = ? || '-product'", milliCelsius,
                equipment);
    }

    /** A new alarm that goes on and that nobody has answered, with an excursion and a mail that was accepted. */
    static long alarm(RunningConsole console, String equipment) {
        String since = "now() - interval '50 minutes' - random() * interval '1 minute'";
        long excursion = Long.parseLong(console.ask(
                "INSERT INTO excursion (equipment, subject, rule, since, confirmed_at, worst_milli_celsius)"
                        + " SELECT id, ? || '-product', 'fridge-2-8.high', " + since
                        + ", now(), 11200 FROM equipment WHERE name = ? RETURNING id",
                equipment, equipment));
        long alarm = Long
                .parseLong(console.ask("INSERT INTO alarm (site, equipment, subject, rule, category, severity, since,"
                        + " raised_at, document) SELECT site, id, name, 'fridge-2-8.high', 'cold-chain', 'critical', "
                        + since
                        + ", now(), '{\"cause\":\"too-warm\"}' FROM equipment WHERE name = ? RETURNING id", equipment));
        // The service judges meanwhile, and finds excursions of its own.
        console.execute("INSERT INTO alarm_fact (alarm, excursion) VALUES (?, ?)", alarm, excursion);
        console.execute("INSERT INTO alarm_history (alarm, at, what) VALUES (?, now(), 'raised')", alarm);
        console.enrol("yann", "doctor", "pui");
        console.execute(
                "INSERT INTO notification (key, alarm, recipient, address, channel, language, kind, made_at, state,"
                        + " next_attempt_at, accepted_at, peer_said) SELECT 'k' || ?, ?, id, 'yann@example.org', 'mail', 'fr', 'raised',"
                        + " now(), 'accepted', now(), now(), '250 queued as 4F2C' FROM person WHERE name = 'yann'",
                alarm, alarm);
        console.execute(
                "INSERT INTO notification (key, alarm, recipient, address, channel, language, kind, made_at, state,"
                        + " attempts, next_attempt_at, accepted_at, peer_said) SELECT 's' || ?, ?, id, '+33611223344', 'sms', 'fr',"
                        + " 'escalated', now(), 'accepted', 2, now(), now(), '201 {\"sid\":\"SM0123\",\"status\":\"queued\"}'"
                        + " FROM person WHERE name = 'yann'",
                alarm, alarm);
        console.execute("INSERT INTO notification_attempt SELECT id, n, now(), CASE n WHEN 1 THEN 'ambiguous'"
                + " ELSE 'accepted' END, CASE n WHEN 1 THEN 'no answer: HttpTimeoutException request timed out'"
                + " ELSE peer_said END FROM notification, generate_series(1, 2) n WHERE key = 's' || ?", alarm);
        return alarm;
    }

    /** A lot that was in one fridge and is in two now, with labelled vials. */
    static int lot(RunningConsole console) {
        console.execute("INSERT INTO product_profile (product, revision, document, source) VALUES"
                + " ('comirnaty-concentrate', 1, ?::jsonb, 'EMA, product information 2023') ON CONFLICT DO NOTHING",
                ExampleProfiles.document(ExampleProfiles.COMIRNATY_CONCENTRATE));
        int lot = Integer.parseInt(console.ask("INSERT INTO lot (site, product, gtin, number, expires_on, thawed_at,"
                + " entered_by) SELECT id, 'comirnaty-concentrate', '03400930260197', 'FK' || (random() * 1e9)::bigint,"
                + " '2031-06-30', now() - interval '20 hours', 'claire' FROM site WHERE name = 'pui' RETURNING id"));
        for (String part : List.of("20, -20, -3, 'moved', '" + GOOD + "'", "12, -3, NULL, NULL, '" + GOOD + "'",
                "8, -3, NULL, NULL, '" + SILENT + "'")) {
            String[] values = part.split(", ");
            console.execute(
                    "INSERT INTO lot_placement (lot, equipment, doses, during, ended_for, entered_by) SELECT ?, id, "
                            + values[0] + ", tstzrange(now() + interval '" + values[1] + " hours', "
                            + (values[2].equals("NULL") ? "NULL" : "now() + interval '" + values[2] + " hours'") + "), "
                            + values[3]
                            + ", 'claire' FROM equipment WHERE name = " + values[4],
                    lot);
        }
        console.execute(
                "INSERT INTO vial (name, product, lot, labelled_at) SELECT 'v-' || substr(md5(random()::text), 1, 8),"
                        + " 'comirnaty-concentrate', ?, now() FROM generate_series(1, 9)",
                lot);
        return lot;
    }

    /** Two doctors by turns, a week each, and nobody in the third week; a step calls it. */
    static void rota(RunningConsole console, String name) {
        console.enrol("yann", "doctor", "pui");
        console.enrol("camille", "doctor", "pui");
        console.execute("INSERT INTO rota (site, name, spread_until, entered_at, entered_by) SELECT id, ?,"
                + " now() + interval '400 days', now() - interval '3 days', 'rose' FROM site WHERE name = 'pui'"
                + " ON CONFLICT (name) DO NOTHING", name);
        console.execute("DELETE FROM rota_duty WHERE rota = (SELECT id FROM rota WHERE name = ?)", name);
        console.execute("INSERT INTO rota_duty (rota, person, kind, starts_at, ends_at, event)"
                + " SELECT r.id, p.id, 'regular', date_trunc('week', now()) + week * interval '7 days',"
                + " date_trunc('week', now()) + (week + 1) * interval '7 days', 'garde'"
                + " FROM rota r, person p, generate_series(0, 5) week"
                + " WHERE r.name = ? AND p.name = CASE week % 2 WHEN 0 THEN 'yann' ELSE 'camille' END AND week <> 2",
                name);
        console.execute("INSERT INTO cascade_step (site, step, rota, channel, hours, category, wait_seconds)"
                + " SELECT r.site, 9, r.id, 'mail', 'always', 'technical', 0 FROM rota r WHERE r.name = ? AND NOT EXISTS"
                + " (SELECT FROM cascade_step c WHERE c.rota = r.id)", name);
    }
}
