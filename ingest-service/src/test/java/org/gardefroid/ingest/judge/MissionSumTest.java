package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.judge.Ward.batch;
import static org.gardefroid.ingest.judge.Ward.reading;

/** Above 8 °C for ten minutes in all is too much for one mission: as long as lots are in the box. */
final class MissionSumTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final String SUMS = """
            SELECT rule, to_char(since, 'HH24:MI'), to_char(confirmed_at, 'HH24:MI'), to_char(ended_at, 'HH24:MI')
            FROM excursion WHERE rule = 'mission' AND withdrawn_at IS NULL ORDER BY since""";

    private final TestDatabase database = TestDatabase.create();
    private final Ward ward = new Ward(database);
    private final SettableClock clock = new SettableClock(START);
    private RunningJudge judge = new RunningJudge(database, clock);

    @BeforeEach
    void watch() {
        database.run("""
                UPDATE equipment_setting SET settings = settings || '{"version": 1, "equipment": "box-1",
                    "longestGap": "PT10M", "probes": [], "rules": [{"name": "mission", "severity": "critical",
                    "bound": {"above": 8000}, "limit": "PT10M", "per": "mission"}]}'""");
        database.run("INSERT INTO lot (site, product, number, expires_on) VALUES (1, 'mva-bn', 'A1', '2027-01-01')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void mission(int departed, int returned) {
        database.run("INSERT INTO lot_placement (lot, equipment, doses, during)"
                + " VALUES (1, 1, 20, tstzrange(?::timestamptz, ?::timestamptz))", at(departed).toString(),
                at(returned).toString());
    }

    /** Six warm minutes in every twenty. */
    private void passes(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            CommittedBatch batch = batch(minute + 1, at(minute), reading(at(minute), minute % 20 < 6 ? 9 : 5));
            ward.store(batch);
            clock.set(batch.receivedAt());
            judge.handOver(batch);
            judge.round();
        }
        judge.settle();
    }

    @Test
    void eachMissionAddsUpForItself() {
        mission(0, 15);
        mission(38, 100);
        passes(80);
        assertThat(database.rows(SUMS)).as("40 to 46 and from 60 on: ten minutes at 64")
                .containsExactly("mission 08:40 09:04 09:06");
    }

    @Test
    void outsideAMissionNothingIsAddedUp() {
        passes(80);
        assertThat(database.rows(SUMS)).isEmpty();
    }

    @Test
    void aDepartureThatIsEnteredLateIsJudgedFromWhenItWas() {
        passes(80);
        mission(0, 100);
        clock.pass(Duration.ofSeconds(6));
        judge.settle();
        judge.settle();
        assertThat(database.rows(SUMS)).containsExactly("mission 08:00 08:24 09:06");
    }

    @Test
    void lotsPutInOneAfterTheOtherAreOneMission() {
        mission(0, 15);
        mission(10, 100);
        passes(50);
        assertThat(database.rows(SUMS)).containsExactly("mission 08:00 08:24 08:46");
    }
}
