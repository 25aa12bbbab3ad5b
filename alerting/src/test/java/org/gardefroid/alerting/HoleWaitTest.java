package org.gardefroid.alerting;

import java.util.Optional;
import org.gardefroid.alerting.HoleWait.Standing;
import org.gardefroid.telemetry.NumberSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.minutes;

class HoleWaitTest {

    private final HoleWait wait = new HoleWait(minutes(2));

    @Test
    void withoutAHoleEverythingIsJudged() {
        assertThat(wait.step(Standing.INITIAL, NumberSet.range(1, 5), at(0)))
                .isEqualTo(new Standing(5, 5, Optional.empty()));
    }

    @Test
    void upToAHoleAndNoFartherUntilTheWaitIsOver() {
        Standing standing = wait.step(Standing.INITIAL, NumberSet.of(1, 2, 4), at(0));
        assertThat(standing).isEqualTo(new Standing(2, 2, Optional.of(at(0))));
        assertThat(wait.wakeAt(standing)).contains(at(2));
        assertThat(wait.step(standing, NumberSet.of(1, 2, 4), at(1.999)).judgeable()).isEqualTo(2);
        assertThat(wait.step(standing, NumberSet.of(1, 2, 4), at(2)).judgeable()).isEqualTo(4);
    }

    @Test
    void aBacklogThatIsComingInIsWaitedFor() {
        Standing standing = wait.step(Standing.INITIAL, NumberSet.of(1, 9), at(0));
        for (int minute = 1; minute < 7; minute++) {
            standing = wait.step(standing, NumberSet.range(1, 1 + minute).with(9), at(minute));
            assertThat(standing.judgeable()).isEqualTo(1 + minute);
        }
        assertThat(wait.step(standing, NumberSet.range(1, 9), at(7))).isEqualTo(new Standing(9, 9, Optional.empty()));
    }

    @Test
    void whatWasJudgedOnceIsNotTakenBack() {
        Standing over = wait.step(wait.step(Standing.INITIAL, NumberSet.of(1, 4), at(0)), NumberSet.of(1, 4), at(2));
        assertThat(wait.step(over, NumberSet.of(1, 2, 4, 6), at(3)).judgeable()).isEqualTo(4);
    }
}
