package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.Occurrence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.judge.Ward.batch;
import static org.gardefroid.ingest.judge.Ward.reading;

/** What a box tells of its battery and of blows, live and again from the database. */
final class BoxTellsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ALARMS = """
            SELECT document ->> 'cause', category, severity, to_char(since, 'HH24:MI'), to_char(cleared_at, 'HH24:MI')
            FROM alarm ORDER BY id""";

    private final TestDatabase database = TestDatabase.create();
    private final Ward ward = new Ward(database);
    private final SettableClock clock = new SettableClock(START);
    private RunningJudge judge = new RunningJudge(database, clock);
    private long number;

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static DatedRecord battery(int minute, int percent, int minutesLeft) {
        return new Occurrence(at(minute), new BatteryLevel(percent, Optional.of(Duration.ofMinutes(minutesLeft))));
    }

    private void arrive(DatedRecord... records) {
        number++;
        CommittedBatch batch = batch(number, records[records.length - 1].at(), records);
        ward.store(batch);
        clock.set(batch.receivedAt());
        judge.handOver(batch);
        judge.round();
    }

    @Test
    void aBatteryThatRunsDownIsTechnicalUntilNobodyWillSeeTheTemperature() {
        arrive(reading(at(0), 5), battery(0, 90, 600));
        arrive(reading(at(5), 5), battery(5, 18, 95));
        assertThat(database.rows(ALARMS)).containsExactly("battery-low technical warning 08:05 null");
        assertThat(database.rows("SELECT document ->> 'thing' FROM notification WHERE recipient = 1"))
                .containsExactly("18 %, 95 min");

        arrive(reading(at(9), 5), battery(9, 4, 20));
        assertThat(database.rows(ALARMS)).containsExactly("battery-low cold-chain critical 08:05 null");

        judge = new RunningJudge(database, clock);
        judge.settle();
        arrive(reading(at(12), 5), battery(12, 40, 400));
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("battery-low cold-chain critical 08:05 08:12");
    }

    @Test
    void aBlowIsToldAtOnceAndStaysToBeAnsweredWhenItIsOver() {
        arrive(reading(at(0), 5));
        arrive(reading(at(1), 5), new Occurrence(at(1), new VialsStruck()));
        assertThat(database.rows(ALARMS)).containsExactly("struck cold-chain warning 08:01 null");

        arrive(reading(at(5), 5));
        arrive(reading(at(12), 5));
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("struck cold-chain warning 08:01 08:11");
    }

    @Test
    void whatNobodyHandedOverIsFoundInTheDatabase() {
        ward.store(batch(1, at(1), reading(at(0), 5), new Occurrence(at(1), new VialsStruck()), battery(1, 10, 60)));
        clock.set(at(2));
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactlyInAnyOrder("struck cold-chain warning 08:01 null",
                "battery-low technical warning 08:01 null");
    }
}
