package org.gardefroid.edge.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.SettingsHistory;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.hardware.simulated.CoolBox;
import org.gardefroid.hardware.simulated.Surroundings;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the preset of a cool box foretells of simulated ones, by a noisy air probe that is recorded each minute. */
class BreachAheadTest {

    private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
    private static final EquipmentId BOX = new EquipmentId("box-7");
    private static final ProbeId AIR = new ProbeId("box-7-air");
    private static final int HOURS = 8;

    private record Day(double ambientCelsius, Predicate<Duration> lidOpen, Optional<Duration> iceGone)
            implements
                Surroundings {

        @Override
        public Instant start() {
            return SIX;
        }

        @Override
        public boolean isDoorOpen(Instant at) {
            return lidOpen.test(Duration.between(SIX, at));
        }

        @Override
        public boolean isMachineOff(Instant at) {
            return false;
        }

        @Override
        public double ambient(Instant at) {
            return ambientCelsius;
        }

        @Override
        public boolean isIceGone(Instant at) {
            return iceGone.filter(melted -> !at.isBefore(SIX.plus(melted))).isPresent();
        }
    }

    @Test
    void aLidThatIsOpenedForAMinuteNowAndThenForetellsNothing() {
        Random random = new Random(7);
        for (int day = 0; day < 20; day++) {
            double ambient = 16 + random.nextInt(13);
            int every = 30 + random.nextInt(31);
            Day opened = new Day(ambient, after -> after.toSeconds() % (every * 60L) < 60, Optional.empty());

            assertThat(foretold(opened, day)).as("at %s °C, opened each %s min", ambient, every).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"22,false,60", "30,false,45", "38,false,30", "22,true,45", "30,true,25", "38,true,15"})
    void meltedIceIsForetoldBeforeTheProductIsTooWarm(double ambient, boolean isOpened, int leastMinutes) {
        Duration melted = Duration.ofHours(2);
        Day warming = new Day(ambient, after -> isOpened && after.compareTo(melted) > 0
                && after.toSeconds() % 1_200 < 60, Optional.of(melted));

        List<Fact> foretold = foretold(warming, 1);
        assertThat(foretold).hasSize(1);
        assertThat(Duration.between(foretold.getFirst().confirmedAt(), tooWarm(warming)))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(leastMinutes));
    }

    private static Instant tooWarm(Day day) {
        CoolBox box = new CoolBox(day, 2);
        Instant at = SIX;
        while (box.at(at).bufferedTip() <= 8) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    private static List<Fact> foretold(Day day, long seed) {
        Random noise = new Random(seed);
        CoolBox box = new CoolBox(day, 2);
        Judge judge = new Judge(SettingsHistory.of(
                Preset.COOL_BOX_2_8.settings(BOX, List.of(new WatchedProbe(AIR, ProbePurpose.AIR)))));
        Timeline timeline = Timeline.initial(BOX);
        List<Fact> begun = new ArrayList<>();
        for (int minute = 0; minute < HOURS * 60; minute++) {
            Instant at = SIX.plusSeconds(minute * 60L);
            double said = Math.round((box.at(at).bareTip() + 0.03 * noise.nextGaussian()) * 16) / 16.0;
            if (judge.judge(timeline, List.of(new Reading(AIR, at,
                    Temperature.ofCelsius(said)))) instanceof Outcome.Judged(Timeline after, List<Fact> found)) {
                timeline = after;
                found.stream().filter(fact -> fact.cause() == Cause.BREACH_AHEAD && fact.isOngoing())
                        .forEach(begun::add);
            }
        }
        return begun;
    }
}
