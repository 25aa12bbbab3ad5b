package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;

class DoseStageTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    private static Instant at(double minutes) {
        return EIGHT.plusMillis(Math.round(minutes * 60_000));
    }

    @ParameterizedTest
    @CsvSource({
        "-1000, RUNNING", "179.999, RUNNING", "180, HOUR", "209.999, HOUR", "210, HALF_HOUR", "229.999, HALF_HOUR",
        "230, TEN_MINUTES", "239.999, TEN_MINUTES", "240, OVER", "10000, OVER"})
    void aStageBeginsExactlyThen(double minute, DoseStage stage) {
        assertThat(DoseStage.before(at(240), at(minute))).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource(VialStep.class)
    void everyStepIsAStartOrIsNot(VialStep step) {
        assertThat(ProductProfile.isStart(step)).isEqualTo(step != VialStep.VOIDED && step != VialStep.FINISHED);
        assertThat(Steps.ofCode(step.code())).isEqualTo(step);
    }

    @Test
    void aVoidingInTheSameInstantComesAfterTheStart() {
        assertThat(List.of(new Handling(at(0), VialStep.FINISHED), new Handling(at(0), VialStep.VOIDED),
                new Handling(at(0), RECONSTITUTED), new Handling(at(-1), VialStep.FINISHED)).stream().sorted())
                .extracting(Handling::step)
                .containsExactly(VialStep.FINISHED, RECONSTITUTED, VialStep.VOIDED, VialStep.FINISHED);
    }

    @Test
    void anInUseTimeIsMoreThanNothing() {
        assertThatThrownBy(() -> new InUse.Lasts(Duration.ZERO,
                new TemperatureBand(Temperature.ofCelsius(2), Temperature.ofCelsius(8))))
                .hasMessage("an in-use time must be positive: PT0S");
    }
}
