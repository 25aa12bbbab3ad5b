package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.minutes;

/** Late is what was measured an hour ago or more when it arrives. */
class LatenessRuleTest {

    private static final RuleName NAME = new RuleName("late");

    private final LatenessRule rule = new LatenessRule(NAME, Severity.WARNING, minutes(60));
    private LatenessRule.State state = LatenessRule.State.ON_TIME;

    private Optional<Noticed> arrives(double minute, double measured) {
        LatenessRule.Step step = rule.heard(state, FRIDGE, at(minute), at(measured));
        state = step.state();
        return step.told();
    }

    private static Noticed late(double since, double confirmed, Optional<Double> ended) {
        return new Noticed(new FactId(new Subject.WholeEquipment(FRIDGE), NAME, at(since)), Cause.REPORTING_LATE,
                Severity.WARNING, at(confirmed), ended.map(Records::at));
    }

    @Test
    void whatIsLateForAsLongIsTold() {
        assertThat(arrives(100, 41)).isEmpty();
        assertThat(arrives(200, 140)).as("late from here on").isEmpty();
        assertThat(arrives(259, 190)).isEmpty();
        assertThat(arrives(260, 200)).contains(late(200, 260, Optional.empty()));
        assertThat(arrives(300, 230)).as("told once").isEmpty();
        assertThat(arrives(310, 251)).contains(late(200, 260, Optional.of(310.0)));
    }

    @Test
    void aBacklogOfEightHoursThatIsCaughtUpWithIsNone() {
        for (int minute = 480; minute < 500; minute++) {
            assertThat(arrives(minute, (minute - 480) * 24.0)).isEmpty();
        }
        assertThat(arrives(500, 499)).isEmpty();
        assertThat(arrives(560, 500)).as("late anew").isEmpty();
    }

    @Test
    void whatComesOfABacklogBesideTheNewestIsNotLate() {
        arrives(480, 480);
        assertThat(arrives(481, 0)).isEmpty();
        assertThat(state.lateSince()).isEmpty();
    }

    @Test
    void whateverComesTwiceOrInAnotherOrderWithinAMinuteTellsTheSame() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            state = LatenessRule.State.ON_TIME;
            List<Noticed> told = new ArrayList<>();
            for (int minute = 0; minute <= 300; minute++) {
                double newest = minute < 100 || minute > 250 ? minute : minute - 70.0;
                List<Double> measured = new ArrayList<>(List.of(newest, newest - random.nextInt(50), newest));
                java.util.Collections.shuffle(measured, random);
                for (double each : measured) {
                    arrives(minute, each).ifPresent(told::add);
                }
            }
            Instant since = told.getFirst().id().since();
            assertThat(told).as("seed " + seed).hasSize(2).allMatch(fact -> fact.id().since().equals(since));
            assertThat(told.getLast().isOngoing()).isFalse();
        }
    }

    @Test
    void whatWasToldBeforeARestartEndsAfterIt() {
        state = LatenessRule.State.told(late(0, 60, Optional.empty()));
        assertThat(arrives(70, 5)).isEmpty();
        assertThat(arrives(80, 79)).contains(late(0, 60, Optional.of(80.0)));
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatThrownBy(() -> new LatenessRule(NAME, Severity.WARNING, minutes(0))).hasMessageContaining("PT0S");
    }
}
