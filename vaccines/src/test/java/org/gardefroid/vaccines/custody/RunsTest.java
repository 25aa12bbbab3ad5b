package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.minutes;

class RunsTest {

    private static final PlaceId BOX = new PlaceId("box");
    private static final Thresholds THRESHOLDS = Thresholds.of(List.of(Case.profile(Case.PRODUCT, Case.STORAGE, true)));

    private static Runs runs() {
        return new Runs(BOX, minutes(3), THRESHOLDS);
    }

    private static Runs runs(double... celsius) {
        Runs runs = runs();
        for (int minute = 0; minute < celsius.length; minute++) {
            runs.add(at(minute), Temperature.ofCelsius(celsius[minute]));
        }
        return runs;
    }

    @Test
    void aMonthInAQuietFridgeIsARunADay() {
        Runs runs = runs();
        for (int minute = 0; minute < 30 * 1_440; minute++) {
            runs.add(at(minute), Temperature.ofCelsius(4 + minute % 7 * 0.1));
        }
        assertThat(runs.all()).hasSize(31).first()
                .isEqualTo(new Run(BOX, at(0), at(959), runs.all().getFirst().seen(), runs.all().getFirst().ageing()));
    }

    @Test
    void aRunEndsWhereAThousandthOfADegreeMeansSomethingElse() {
        assertThat(runs(7.8, 7.999, 8.001, 7.9).all()).extracting(Run::from).containsExactly(at(0), at(2), at(3));
        assertThat(runs(-0.4, -0.499, -0.5, -0.6).all()).extracting(Run::from).containsExactly(at(0), at(2));
    }

    @Test
    void aRunEndsBeforeAGap() {
        Runs runs = runs(5, 5);
        runs.add(at(4), Temperature.ofCelsius(5));
        runs.add(at(7.1), Temperature.ofCelsius(5));
        assertThat(runs.all()).extracting(Run::from).containsExactly(at(0), at(7.1));
    }

    @Test
    void whatIsOlderIsNotAddedButReadAgainFromWhereItMayMatter() {
        Runs runs = runs(5, 9, 5, 5);
        assertThat(runs.all()).hasSize(3);
        assertThatThrownBy(() -> runs.add(at(3), Temperature.ofCelsius(9))).hasMessageContaining("comes after");
        assertThat(runs.rewindTo(at(2.5))).contains(at(1));
        assertThat(runs.latest()).contains(at(0));
        assertThat(runs.rewindTo(at(0))).isEmpty();
        assertThat(runs.all()).isEmpty();
    }

    private static List<Observed> sorted(Case made, PlaceId where) {
        return made.readings().stream().filter(reading -> reading.where().equals(where))
                .sorted(Comparator.comparing(Observed::at)).toList();
    }

    /** Each reading stands alone, as it was read. */
    private static Mission unfolded(Case made) {
        Mission mission = new Case().mission();
        made.events().forEach(mission::add);
        Map<PlaceId, List<Observed>> places = made.readings().stream().collect(groupingBy(Observed::where));
        places.keySet().forEach(where -> mission.add(where, sorted(made, where).stream()
                .map(reading -> new Run(where, reading.at(), reading.at(), Span.of(reading.temperature()),
                        MeanKineticTemperature.AS_USP.ageing(reading.temperature())))
                .toList(), minutes(3)));
        return mission;
    }

    /** Some readings come late, and those since are read again from where the rewinding says. */
    private static Mission foldedAsTheyCome(Case made, Random random) {
        Mission mission = new Case().mission();
        made.events().forEach(mission::add);
        Map<PlaceId, List<Observed>> places = made.readings().stream().collect(groupingBy(Observed::where));
        places.keySet().forEach(where -> {
            Runs runs = new Runs(where, minutes(3), THRESHOLDS);
            List<Observed> stored = new ArrayList<>();
            List<Observed> late = new ArrayList<>();
            for (Observed reading : sorted(made, where)) {
                (random.nextInt(50) == 0 ? late : stored).add(reading);
            }
            stored.forEach(reading -> runs.add(reading.at(), reading.temperature()));
            for (Observed reading : late) {
                stored.add(reading);
                Instant again = runs.rewindTo(reading.at()).orElse(Instant.MIN);
                stored.stream().filter(each -> !each.at().isBefore(again)).sorted(Comparator.comparing(Observed::at))
                        .forEach(each -> runs.add(each.at(), each.temperature()));
            }
            mission.add(where, runs.all(), minutes(3));
        });
        return mission;
    }

    @Test
    void aThousandMissionsAreJudgedByRunsAsByEachReading() {
        for (long seed = 0; seed < 1_000; seed++) {
            Case made = RandomMission.of(seed);
            Mission.Question evening = made.question(RandomMission.LENGTH);
            List<Judgement> byReadings = unfolded(made).judge(evening);
            List<Judgement> byRuns = foldedAsTheyCome(made, new Random(seed)).judge(evening);
            assertThat(byRuns).as("mission %s", seed).isEqualTo(made.mission().judge(evening));
            for (int i = 0; i < byRuns.size(); i++) {
                Judgement run = byRuns.get(i);
                Judgement each = byReadings.get(i);
                assertThat(run.ruling()).as("mission %s, %s", seed, run.container()).isEqualTo(each.ruling());
                assertThat(run.grounds()).extracting(Ground::code, Ground::since)
                        .isEqualTo(each.grounds().stream().map(ground -> org.assertj.core.groups.Tuple
                                .tuple(ground.code(), ground.since())).toList());
                assertThat(run.dues()).isEqualTo(each.dues());
                assertThat(run.budgets()).isEqualTo(each.budgets());
                assertThat(run.exposure().bands()).isEqualTo(each.exposure().bands());
            }
        }
    }
}
