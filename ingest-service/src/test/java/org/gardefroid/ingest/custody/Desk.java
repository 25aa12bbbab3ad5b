package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.judge.CustodyAlarms;
import org.gardefroid.ingest.judge.JudgingSettings;
import org.gardefroid.ingest.judge.SettableClock;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.registry.Briefs;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.jspecify.annotations.Nullable;

import static org.gardefroid.ingest.judge.Ward.batch;
import static org.gardefroid.ingest.judge.Ward.reading;

/**
 * A pharmacy with one cool box, and a product that may be out of its refrigerator for an hour and unobserved for half an
 * hour, once reconstituted for eight hours at 2 to 8 °C; its profile is signed.
 */
final class Desk implements AutoCloseable {

    static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    static final String PROFILE = """
            {"format": 1, "product": "%s", "revision": %d, "revised": "2026-03-01", "source": "made up", %s
             "name": {"fr": "Testovax", "en": "Testovax"}, "gtins": [], "dosesPerVial": 6,
             "storage": {"refrigerated": {"lowest": 2, "highest": 8}, "freezesAt": -0.5},
             "budgets": [{"name": "out", "band": {"lowest": 8, "highest": 25}, "lasts": "PT1H", "while": "always"}],
             "unobserved": "PT30M", "tolerance": "PT10M",
             "inUse": [{"after": "reconstituted", "lasts": "PT8H", "band": {"lowest": 2, "highest": 25}}],
             "precautions": ["freeze-sensitive"], "contact": "the maker, +33 1 00 00 00 00"}""";
    static final String SIGNED = "\"validation\": {\"by\": \"Dr Martin\", \"on\": \"2026-03-02\"},";

    final TestDatabase database = TestDatabase.create();
    final SettableClock clock = new SettableClock(EIGHT);
    private final Ward ward = new Ward(database);
    private final CustodyInbox inbox = new CustodyInbox();
    private CustodyLoop loop = loop();
    private static final JudgingSettings JUDGING = new JudgingSettings(Duration.ofSeconds(90), Duration.ofSeconds(10),
            Duration.ofMinutes(15), Duration.ofMinutes(2), 300_000, Duration.ofMinutes(5));
    private long number;
    private boolean storedByAnother;

    Desk() {
        profile(2, SIGNED);
    }

    void profile(int revision, String validation) {
        database.run(
                "INSERT INTO product_profile (product, revision, document, source) VALUES (?, ?, ?::jsonb, 'test')",
                Ward.PRODUCT.value(), revision, PROFILE.formatted(Ward.PRODUCT, revision, validation));
    }

    /** Of a product that is kept at -25 to -15 °C, and refrigerated for a day once it thaws. */
    void frozenProfile() {
        database.run(
                "INSERT INTO product_profile (product, revision, document, source) VALUES (?, 9, ?::jsonb, 'test')",
                Ward.PRODUCT.value(), PROFILE.formatted(Ward.PRODUCT, 9, SIGNED)
                        .replace("\"storage\": {", "\"storage\": {\"frozen\": [{\"lowest\": -25, \"highest\": -15}], ")
                        .replace("\"inUse\": [", "\"inUse\": [{\"after\": \"thawed\", \"lasts\": \"P1D\", \"band\":"
                                + " {\"lowest\": 2, \"highest\": 8}}, ")
                        .replace("[\"freeze-sensitive\"]", "[\"do-not-refreeze\"]"));
    }

    private CustodyLoop loop() {
        return new CustodyLoop(database.transactions(), inbox, "one", clock, Duration.ofSeconds(90), new Verdicts(),
                new CustodyAlarms(new Notifications(), () -> {}, JUDGING));
    }

    static Instant at(double minute) {
        return EIGHT.plusMillis(Math.round(minute * 60_000));
    }

    /** A lot in the box since {@code minute}. */
    void lot(String name, int minute, @Nullable String opening) {
        database.run("""
                INSERT INTO lot (site, product, number, expires_on, opening_exposure)
                VALUES (1, ?, ?, '2027-06-30', ?::jsonb)""", Ward.PRODUCT.value(), name, opening);
        database.run("""
                INSERT INTO lot_placement (lot, equipment, doses, during)
                SELECT id, 1, 60, tstzrange(?::timestamptz, NULL) FROM lot WHERE number = ?""", at(minute).toString(),
                name);
    }

    static final String NONE = "{\"minutes\": 0, \"highestMilliCelsius\": 8000}";

    /** What the box is to work by now, as it goes over the wire. */
    Brief brief() throws SQLException {
        Briefs briefs = new Briefs(database.transactions());
        return BriefCodec.decode(briefs.keep(briefs.of(List.of(0)).getFirst())).orThrow();
    }

    /** Readings each minute, both ends included, stored as they come. */
    void read(int from, int to, double celsius) {
        for (int minute = from; minute <= to; minute++) {
            arrive(reading(at(minute), celsius));
        }
    }

    void arrive(DatedRecord... records) {
        store(records);
        round();
    }

    void store(DatedRecord... records) {
        number++;
        Instant last = records[records.length - 1].at();
        CommittedBatch batch = batch(number, last.isAfter(clock.instant()) ? last : clock.instant(), records);
        clock.set(batch.receivedAt());
        ward.store(batch);
        if (!storedByAnother) {
            inbox.committed(List.of(batch));
        }
    }

    /** From now on another instance has the device's shard, and stores. */
    void handOver() {
        storedByAnother = true;
        database.run("INSERT INTO shard_lease (shard, holder, epoch, until) VALUES (0, 'another', 1, '2030-01-01')");
    }

    /** The device's shard is ours from now on. */
    void takeBack() {
        storedByAnother = false;
        database.run("UPDATE shard_lease SET holder = 'one', epoch = 2 WHERE shard = 0");
    }

    void round() {
        try {
            loop.round();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time goes on with nothing heard. */
    void pass(Duration time) {
        clock.pass(time);
        round();
    }

    void restart() {
        inbox.take();
        loop = loop();
        round();
    }

    /** All there ever were, the codes of what holds behind each. */
    List<String> verdicts() {
        List<String> verdicts = new ArrayList<>();
        database.rows("""
                SELECT coalesce('vial ' || v.vial, 'lot ' || l.number), v.ruling,
                    coalesce((SELECT string_agg(r ->> 'code', ' ') FROM jsonb_array_elements(v.document -> 'reasons') r
                        WHERE (r ->> 'holds')::boolean), '-'), coalesce(to_char(v.due_at, 'HH24:MI'), '-'),
                    CASE WHEN v.until IS NULL THEN 'now' ELSE 'then' END
                FROM verdict v LEFT JOIN lot l ON l.id = v.lot ORDER BY v.id""").forEach(verdicts::add);
        return verdicts;
    }

    @Override
    public void close() {
        database.run("DELETE FROM shard_lease");
        database.close();
    }
}
