package org.gardefroid.edge.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplerTest {

    private static final ProbeId PROBE = new ProbeId("p");
    private static final DoorId DOOR = new DoorId("d");

    private Measurement now = Temperature.ofCelsius(5);
    private boolean open;
    private final Deque<Integer> presses = new ArrayDeque<>();
    private long second;

    @Test
    void tellsItsStartAndTheStateOfEachThingFirst() {
        assertThat(observations(sampler(ProbePurpose.PRODUCT), 1)).containsExactly(new Event.AgentStarted("1"),
                new Event.DoorMoved(DOOR, false), new Measured(PROBE, Temperature.ofCelsius(5)));
    }

    @Test
    void recordsEachMinuteAndNotEachSecond() {
        assertThat(observations(sampler(ProbePurpose.PRODUCT), 181)).filteredOn(Measured.class::isInstance).hasSize(4);
    }

    @Test
    void recordsAProductProbeThatLeavesItsRangeAtOnceAndMarksItUrgent() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        observations(sampler, 20);
        now = Temperature.ofCelsius(8);
        assertThat(observations(sampler, 1)).isEmpty(); // 8.0 is in range
        now = new Temperature(8_001);

        assertThat(cycle(sampler)).containsExactly(new Sampled(new Measured(PROBE, new Temperature(8_001)), true));
    }

    @Test
    void recordsItsReturnAtOnceToo() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        now = Temperature.ofCelsius(1);
        observations(sampler, 20);
        now = Temperature.ofCelsius(2);

        assertThat(cycle(sampler)).containsExactly(new Sampled(new Measured(PROBE, Temperature.ofCelsius(2)), true));
    }

    @Test
    void noiseAtALimitDoesNotMakeARecordOfEachSample() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            now = new Temperature(i % 2 == 0 ? 8_001 : 8_000);
            found.addAll(observations(sampler, 1));
        }
        assertThat(found).filteredOn(Measured.class::isInstance).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void warmAirCondemnsNothing() {
        Sampler sampler = sampler(ProbePurpose.AIR);
        observations(sampler, 20);
        now = Temperature.ofCelsius(15);

        assertThat(cycle(sampler)).isEmpty();
        assertThat(observations(sampler, 60)).hasSize(1);
    }

    @Test
    void aFaultIsRecordedAtOnceForEitherKindOfProbe() {
        Sampler sampler = sampler(ProbePurpose.AIR);
        observations(sampler, 20);
        now = ProbeFault.DISCONNECTED;

        assertThat(cycle(sampler)).containsExactly(new Sampled(new Measured(PROBE, ProbeFault.DISCONNECTED), false));
    }

    @Test
    void aDoorIsToldWhenItMovesAndNotWhileItStands() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        observations(sampler, 5);
        open = true;

        assertThat(observations(sampler, 5)).containsExactly(new Event.DoorMoved(DOOR, true));
    }

    @Test
    void eachPressOfTheButtonIsAVialOfItsOwn() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        observations(sampler, 5);
        presses.add(2);

        assertThat(cycle(sampler)).extracting(sampled -> ((Event.VialHandled) sampled.observation()).vial().value(),
                Sampled::urgent).containsExactly(org.assertj.core.groups.Tuple.tuple("dose-1", true),
                        org.assertj.core.groups.Tuple.tuple("dose-2", true));
    }

    @Test
    void aClockThatBecomesTrustedIsTold() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        sampler.cycle(new Moment(new BootId("b"), 0, Optional.empty()));

        assertThat(
                sampler.cycle(new Moment(new BootId("b"), 1_000, Optional.of(Instant.parse("2026-03-02T06:00:00Z")))))
                .containsExactly(new Sampled(new Event.ClockChanged(true), false));
    }

    @Test
    void aNewWatchHoldsFromTheNextSampleOn() {
        Sampler sampler = sampler(ProbePurpose.PRODUCT);
        observations(sampler, 5);
        sampler.watch(id -> watch(ProbePurpose.PRODUCT, Duration.ofSeconds(10)));

        assertThat(observations(sampler, 31)).hasSize(4);
    }

    @Test
    void tellsEachFiveOfABatteryAndEachOneOnceItIsLow() {
        List<Integer> levels = new ArrayList<>(List.of(100, 99, 96, 95, 94, 91, 90, 21, 20, 19, 19, 18));
        Sampler sampler = boxed(new PowerSense() {
            @Override
            public boolean isOnMains() {
                return false;
            }

            @Override
            public Optional<Event.BatteryLevel> battery() {
                return Optional.of(new Event.BatteryLevel(levels.removeFirst(), Optional.empty()));
            }
        }, () -> true);
        assertThat(observations(sampler, 12)).filteredOn(Event.BatteryLevel.class::isInstance)
                .extracting(event -> ((Event.BatteryLevel) event).percent())
                .containsExactly(100, 95, 90, 21, 20, 19, 18);
    }

    @Test
    void tellsEachBlowAtOnce() {
        Deque<Boolean> blows = new ArrayDeque<>(List.of(false, true, false, true));
        Sampler sampler = boxed(() -> true, new VialOrientation() {
            @Override
            public boolean isUpright() {
                return true;
            }

            @Override
            public boolean wasStruck() {
                return blows.remove();
            }
        });
        cycle(sampler);
        assertThat(cycle(sampler)).contains(new Sampled(new Event.VialsStruck(), true));
        assertThat(observations(sampler, 2)).containsOnlyOnce(new Event.VialsStruck());
    }

    @Test
    void humidityIsRecordedFirstAndWhenItHasChangedByFivePercentButNotAtEachOpeningOfTheLid() {
        int[] percent = {60};
        Sampler sampler = humid(percent);
        assertThat(observations(sampler, 60)).contains(new Event.HumidityRead(PROBE, 60));
        percent[0] = 80;
        assertThat(observations(sampler, 530)).filteredOn(Event.HumidityRead.class::isInstance).isEmpty();
        percent[0] = 64;
        assertThat(observations(sampler, 60)).filteredOn(Event.HumidityRead.class::isInstance).isEmpty();
        percent[0] = 65;
        assertThat(observations(sampler, 60)).filteredOn(Event.HumidityRead.class::isInstance)
                .containsExactly(new Event.HumidityRead(PROBE, 65));
        assertThat(sampler.seen().probes().values()).extracting(Seen.Tip::humidityPercent)
                .containsExactly(OptionalInt.of(65));
    }

    private Sampler humid(int[] percent) {
        TemperatureProbe tip = new TemperatureProbe() {
            @Override
            public Measurement read() {
                return now;
            }

            @Override
            public OptionalInt humidityPercent() {
                return OptionalInt.of(percent[0]);
            }
        };
        // A calibration of its temperature leaves its humidity as it is.
        Calibration calibration = new Calibration(120, 100, LocalDate.of(2027, 3, 1), "2026-0417");
        return new Sampler(new Station(Map.of(PROBE, calibration.correct(tip)), Map.of(), Optional.empty(),
                Optional.empty(), List.of()), List.of(), id -> watch(ProbePurpose.AIR, Duration.ofMinutes(1)));
    }

    private static Sampler boxed(PowerSense power, VialOrientation vials) {
        return new Sampler(new Station(Map.of(), Map.of(), Optional.of(power), Optional.of(vials), List.of()),
                List.of(), id -> watch(ProbePurpose.PRODUCT, Duration.ofMinutes(1)));
    }

    private Sampler sampler(ProbePurpose purpose) {
        Station station = new Station(Map.of(PROBE, () -> now), Map.of(DOOR, () -> open), Optional.empty(),
                Optional.empty(),
                List.of(new ButtonForVials(() -> presses.isEmpty() ? 0 : presses.remove(), "dose",
                        new ProductId("priorix"), VialStep.RECONSTITUTED)));
        return new Sampler(station, List.of(new Event.AgentStarted("1")), id -> watch(purpose, Duration.ofMinutes(1)));
    }

    private static Watch watch(ProbePurpose purpose, Duration every) {
        return new Watch(purpose, every, Temperature.ofCelsius(2), Temperature.ofCelsius(8));
    }

    private List<Observation> observations(Sampler sampler, int cycles) {
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < cycles; i++) {
            cycle(sampler).forEach(sampled -> found.add(sampled.observation()));
        }
        return found;
    }

    private List<Sampled> cycle(Sampler sampler) {
        return sampler.cycle(new Moment(new BootId("b"), 1_000 * second++, Optional.empty()));
    }
}
