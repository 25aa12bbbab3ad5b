package org.gardefroid.ingest.notify;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.canary.Canary;
import org.gardefroid.ingest.judge.SettableClock;
import org.gardefroid.ingest.notify.gateway.LocalProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.notify.gateway.LocalProvider.says;

/** Who watches the watcher. */
final class WatcherTest {

    private static final String ALARMS = "SELECT rule, cleared_at IS NULL FROM alarm ORDER BY id";

    private final Night night = new Night();
    private final SettableClock clock = new SettableClock(Night.BEGIN);
    private HealthStatus judging = HealthStatus.UP;

    @AfterEach
    void close() {
        night.database.close();
    }

    private static WatchSettings settings(@Nullable URI heartbeat) {
        return new WatchSettings(heartbeat, DayOfWeek.MONDAY, "10:00", true, Duration.ofSeconds(30));
    }

    private Heartbeat heartbeat(String address) {
        HealthIndicator indicator = () -> Mono.fromSupplier(() -> HealthResult.builder("judging", judging).build());
        return new Heartbeat(new Canary(night.database.transactions(), List.of(indicator), Optional.empty()),
                night.database.transactions(), settings(URI.create(address)), clock);
    }

    private void beats(Heartbeat heartbeat, int minutes) throws InterruptedException {
        for (int i = 0; i < minutes; i++) {
            clock.pass(Duration.ofMinutes(1));
            heartbeat.beat();
        }
    }

    @Test
    void theAddressOutsideIsToldOnlyOnceTheCanaryHasComeBack() throws IOException, InterruptedException {
        try (LocalProvider outside = new LocalProvider()) {
            outside.will(says(200, "OK")).will(says(200, "OK"));
            Heartbeat heartbeat = heartbeat(outside.address());
            beats(heartbeat, 1);
            assertThat(outside.requests()).hasSize(1);
            judging = HealthStatus.DOWN;
            beats(heartbeat, 3);
            assertThat(outside.requests()).as("whoever waits there hears nothing").hasSize(1);
            assertThat(night.database.rows(ALARMS)).as("a restart takes minutes").isEmpty();
            beats(heartbeat, 3);
            assertThat(night.database.rows(ALARMS)).containsExactly("canary-lost t");
            judging = HealthStatus.UP;
            beats(heartbeat, 1);
            assertThat(night.database.rows(ALARMS)).containsExactly("canary-lost f");
        }
    }

    @Test
    void aMessageThatWaitsForLongKeepsTheCanaryAway() throws SQLException, InterruptedException {
        night.raise(Cause.TOO_WARM);
        Canary canary = new Canary(night.database.transactions(), List.of(), Optional.empty());
        assertThat(canary.fly(Night.minute(9))).isEmpty();
        assertThat(canary.fly(Night.minute(11))).hasValueSatisfying(why -> assertThat(why).contains("1 messages"));
    }

    @Test
    void anAddressOutsideThatTakesNothingIsATechnicalAlarm() throws IOException, InterruptedException {
        try (LocalProvider outside = new LocalProvider()) {
            Heartbeat heartbeat = heartbeat(outside.address());
            for (int minute = 0; minute < 7; minute++) {
                outside.will(says(503, "not now"));
            }
            beats(heartbeat, 7);
            assertThat(night.database.rows(ALARMS)).containsExactly("heartbeat-lost t");
            outside.will(says(200, "OK"));
            beats(heartbeat, 1);
            assertThat(night.database.rows(ALARMS)).containsExactly("heartbeat-lost f");
        }
    }

    @Test
    void onceAWeekEachSiteIsCalledThoughNothingIsWrong() throws SQLException {
        WeeklyTest test = new WeeklyTest(night.database.transactions(), settings(null));
        Instant monday = Instant.parse("2026-11-23T09:00:00Z");
        test.round(monday.minusSeconds(1));
        assertThat(night.database.rows(ALARMS)).isEmpty();
        test.round(monday);
        test.round(monday.plusSeconds(60));
        assertThat(night.database.rows(ALARMS)).containsExactly("weekly-test t");

        new CascadeRounds(night.database.transactions(), channel -> true).round(monday.plusSeconds(61));
        assertThat(night.database.rows("SELECT document ->> 'trouble' FROM notification"))
                .containsExactly("weekly-test");

        test.round(monday.plus(Duration.ofHours(2)));
        assertThat(night.database.rows(ALARMS)).as("and ends by itself").containsExactly("weekly-test f");
        test.round(monday.plus(Duration.ofDays(7)));
        assertThat(night.database.rows(ALARMS)).containsExactly("weekly-test f", "weekly-test t");
    }

    @Test
    void aTestThatWasMissedIsNotMadeUpForAtNight() throws SQLException {
        new WeeklyTest(night.database.transactions(), settings(null)).round(Instant.parse("2026-11-23T21:00:00Z"));
        assertThat(night.database.rows(ALARMS)).isEmpty();
    }
}
