package org.gardefroid.alerting.cascade;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClosedDaysTest {

    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

    /** The day begins four hours before that of UTC. */
    @ParameterizedTest
    @CsvSource({"2026-12-23T19:59:59Z, false", "2026-12-23T20:00:00Z, true", "2027-01-02T19:59:59Z, true",
        "2027-01-02T20:00:00Z, false", "2027-07-14T08:00:00Z, true"})
    void aDayIsClosedFromMidnightToMidnightOfTheSite(Instant at, boolean isClosed) {
        ClosedDays closed = new ClosedDays(List.of(ClosedDays.Days.parse("2026-12-24..2027-01-02"),
                ClosedDays.Days.parse("2027-07-14")));
        assertThat(closed.isClosed(at, REUNION)).isEqualTo(isClosed);
        assertThat(ClosedDays.NONE.isClosed(at, REUNION)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25/12/2026", "2026-12-25..", "2027-01-02..2026-12-24", "2026-12-24..2029-01-02", ""})
    void whatIsNoDayIsRefusedAsItWasWritten(String text) {
        assertThatThrownBy(() -> ClosedDays.Days.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text).hasMessageContaining("closed days");
    }
}
