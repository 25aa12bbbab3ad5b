package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import org.gardefroid.ingest.canary.CanaryReading;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A reading that goes the whole way: over the broker with its own certificate, past the guard, into the database, judged. */
final class CanaryFlightTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RunningService service = RunningService.shared(Edition.PLAIN);
    private final CanaryReading canary = service.context().getBean(CanaryReading.class);

    @Test
    void eachFlightIsOneReadingThatIsStoredAndJudged() throws Exception {
        long before = readings();
        assertThat(canary.fly(NOON)).isEmpty();
        assertThat(canary.fly(NOON)).isEmpty();
        assertThat(readings()).isEqualTo(before + 2);
        assertThat(service.count("SELECT count(*) FROM quarantine WHERE topic LIKE '%canary%'")).isZero();
        assertThat(service
                .count("SELECT count(*) FROM alarm a JOIN device d ON d.name LIKE 'canary-%' AND a.subject = d.name"))
                .isZero();
    }

    @Test
    void whereReadingsAreNotStoredItDoesNotComeBackAndWhatWasSentIsStoredOnceLater() throws Exception {
        assertThat(canary.fly(NOON)).isEmpty();
        long before = readings();
        try (Connection blocker = service.connect(); Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("LOCK TABLE reading IN ACCESS EXCLUSIVE MODE");
            assertThat(canary.fly(NOON)).hasValueSatisfying(why -> assertThat(why).contains("no receipt"));
            blocker.rollback();
        }
        assertThat(canary.fly(NOON)).isEmpty();
        assertThat(readings()).isEqualTo(before + 1);
    }

    @Test
    void whereReadingsAreStoredAndNotJudgedItDoesNotComeBack() throws Exception {
        assertThat(canary.fly(NOON)).isEmpty();
        try (Connection blocker = service.connect(); Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("LOCK TABLE judged IN EXCLUSIVE MODE");
            assertThat(canary.fly(NOON)).hasValueSatisfying(why -> assertThat(why).contains("not judged"));
            blocker.rollback();
        }
        assertThat(canary.fly(NOON)).isEmpty();
    }

    private long readings() {
        return service
                .count("SELECT count(*) FROM reading r JOIN probe p ON p.id = r.probe WHERE p.name LIKE 'canary-%'");
    }
}
