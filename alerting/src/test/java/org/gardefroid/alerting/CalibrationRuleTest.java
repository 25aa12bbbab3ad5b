package org.gardefroid.alerting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP;

/** Thirty days before its calibration ends, at nine in the morning. */
class CalibrationRuleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    private final CalibrationRule rule = new CalibrationRule(new RuleName("calibration"), Severity.WARNING, 30);
    private final List<Noticed> ongoing = new ArrayList<>();

    private List<Noticed> at(String time, Map<ProbeId, LocalDate> due) {
        List<Noticed> news = rule.step(FRIDGE, ongoing, due, PARIS, Instant.parse(time));
        for (Noticed noticed : news) {
            ongoing.removeIf(told -> told.id().equals(noticed.id()));
            if (noticed.isOngoing()) {
                ongoing.add(noticed);
            }
        }
        return news;
    }

    /** The time, and whether it is told by then. */
    @ParameterizedTest
    @CsvSource({"2026-11-30T23:00:00Z, false", "2026-12-01T07:59:59Z, false", "2026-12-01T08:00:00Z, true",
        "2027-06-01T00:00:00Z, true"})
    void isToldThirtyDaysBeforeByDay(String time, boolean isTold) {
        assertThat(at(time, Map.of(TOP, DUE))).hasSize(isTold ? 1 : 0);
    }

    @Test
    void isToldOnceAndNotAgainWhenItHasEnded() {
        assertThat(at("2026-12-05T08:00:00Z", Map.of(TOP, DUE))).containsExactly(new Noticed(
                new FactId(new Subject.ProbeIn(FRIDGE, TOP), new RuleName("calibration"),
                        Instant.parse("2026-12-01T08:00:00Z")),
                Cause.CALIBRATION_DUE, Severity.WARNING, Instant.parse("2026-12-05T08:00:00Z"), Optional.empty()));
        assertThat(at("2026-12-06T08:00:00Z", Map.of(TOP, DUE))).isEmpty();
        assertThat(at("2027-01-02T08:00:00Z", Map.of(TOP, DUE))).isEmpty();
    }

    @Test
    void isOverWithALaterDateOrWithoutTheProbe() {
        at("2026-12-05T08:00:00Z", Map.of(TOP, DUE));
        List<Noticed> over = at("2026-12-10T08:00:00Z", Map.of(TOP, DUE.plusYears(1)));
        assertThat(over).extracting(Noticed::endedAt)
                .containsExactly(Optional.of(Instant.parse("2026-12-10T08:00:00Z")));

        at("2026-12-11T08:00:00Z", Map.of(TOP, DUE));
        assertThat(at("2026-12-12T08:00:00Z", Map.of())).hasSize(1).noneMatch(Fact::isOngoing);
        assertThat(ongoing).isEmpty();
    }

    @Test
    void daysHaveLimits() {
        assertThatThrownBy(() -> new CalibrationRule(new RuleName("calibration"), Severity.WARNING, 366))
                .hasMessageContaining("0 to 365: 366");
    }
}
