package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.telemetry.ProbePurpose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class StandingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ProbeNow good = probe(5_000, 1);

    @Test
    void eightDegreesAreInRangeAndAThousandthMoreIsNot() {
        assertThat(equipment(probe(8_000, 1)).standing()).isEqualTo(Standing.IN_RANGE);
        assertThat(equipment(probe(2_000, 1)).standing()).isEqualTo(Standing.IN_RANGE);
        assertThat(equipment(probe(8_001, 1)).standing()).isEqualTo(Standing.OUT);
        assertThat(equipment(probe(1_999, 1)).standing()).isEqualTo(Standing.OUT);
    }

    @Test
    void aGoodFigureOfTwentyMinutesAgoIsNotGoodNow() {
        assertThat(equipment(probe(5_000, 20)).standing()).isEqualTo(Standing.SILENT);
        assertThat(equipment(probe(5_000, 20)).isStale()).isTrue();
        assertThat(equipment(probe(5_000, 6)).isStale()).isTrue();
        assertThat(equipment(good).isStale()).isFalse();
    }

    @Test
    void aBacklogThatComesInIsNotSilence() {
        assertThat(equipment("in-service", Optional.of(NOW), List.of(probe(5_000, 300)), List.of()).standing())
                .isEqualTo(Standing.CATCHING_UP);
    }

    @Test
    void aProbeThatCannotSayIsAFaultAndNoTemperature() {
        ProbeNow faulty = new ProbeNow(1, "p", ProbePurpose.PRODUCT, Optional.of(NOW), OptionalInt.empty(),
                OptionalInt.of(3),
                OptionalInt.empty(), OptionalInt.empty(), MINUTE);
        assertThat(equipment(faulty).standing()).isEqualTo(Standing.FAULT);
    }

    @Test
    void ofTwoProductProbesTheOneThatIsFartherOutSpeaks() {
        assertThat(equipment(good, probe(9_000, 1)).standing()).isEqualTo(Standing.OUT);
        assertThat(equipment(probe(1_000, 1), good).standing()).isEqualTo(Standing.OUT);
    }

    @Test
    void theAirCondemnsNothing() {
        ProbeNow air = new ProbeNow(2, "air", ProbePurpose.AIR, Optional.of(NOW), OptionalInt.of(15_000),
                OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), MINUTE);
        assertThat(equipment(good, air).standing()).isEqualTo(Standing.IN_RANGE);
    }

    @Test
    void whatNobodyWatchesIsNotCalledGood() {
        assertThat(equipment().standing()).isEqualTo(Standing.UNWATCHED);
        assertThat(equipment("defrosting", Optional.of(NOW), List.of(good), List.of()).standing())
                .isEqualTo(Standing.UNWATCHED);
    }

    @Test
    void anAlarmThatGoesOnWinsOverSilenceAndService() {
        assertThat(equipment("empty", Optional.empty(), List.of(), List.of(alarm(true, Optional.empty()))).standing())
                .isEqualTo(Standing.ALARM);
        assertThat(equipment("in-service", Optional.of(NOW), List.of(good), List.of(alarm(true, Optional.of(NOW))))
                .standing()).isEqualTo(Standing.IN_RANGE);
        assertThat(equipment("in-service", Optional.of(NOW), List.of(good), List.of(alarm(false, Optional.empty())))
                .standing()).isEqualTo(Standing.IN_RANGE);
    }

    private static AlarmLine alarm(boolean coldChain, Optional<Instant> clearedAt) {
        return new AlarmLine(1, 1, 1, "f", "f", "f", "too-warm", coldChain, true, NOW, NOW, Optional.empty(),
                Optional.empty(), clearedAt, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    private static ProbeNow probe(int milliCelsius, int minutesAgo) {
        return new ProbeNow(1, "p" + milliCelsius, ProbePurpose.PRODUCT,
                Optional.of(NOW.minus(Duration.ofMinutes(minutesAgo))),
                OptionalInt.of(milliCelsius), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), MINUTE);
    }

    private static EquipmentNow equipment(ProbeNow... probes) {
        return equipment("in-service", Optional.empty(), List.of(probes), List.of());
    }

    private static EquipmentNow equipment(String service, Optional<Instant> lastHeardAt, List<ProbeNow> probes,
            List<AlarmLine> alarms) {
        return new EquipmentNow(1, "f", "f", "f", "refrigerator", service, 1, 2_000, 8_000, lastHeardAt, probes,
                List.of(),
                List.of(), alarms, Sparkline.NONE, NOW);
    }
}
