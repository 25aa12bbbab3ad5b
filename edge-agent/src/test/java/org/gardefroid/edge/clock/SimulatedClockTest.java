package org.gardefroid.edge.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SimulatedClockTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant ANCHOR = Instant.parse("2026-03-02T10:00:00Z");
    private static final SimulatedTime DAY = new SimulatedTime(START, ANCHOR, 240);

    private final SteppedMachine machine = new SteppedMachine(ANCHOR);

    @Test
    void fourHoursPassInOneMinuteAndThenItIsTheRealTime() {
        assertThat(DAY.at(ANCHOR)).isEqualTo(START);
        assertThat(DAY.at(ANCHOR.plusSeconds(30))).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(DAY.at(ANCHOR.plusSeconds(61))).isEqualTo(ANCHOR.plusSeconds(61));
        assertThat(DAY.at(ANCHOR.plusSeconds(600))).isEqualTo(ANCHOR.plusSeconds(600));
    }

    @Test
    void isNeverAheadOfTheRealTime() throws InterruptedException {
        SimulatedClock clock = new SimulatedClock(machine, DAY, Duration.ofSeconds(1), true);
        for (int i = 0; i < 20_000; i++) {
            Instant shown = clock.next().flatMap(Moment::wall).orElseThrow();
            assertThat(shown).isBeforeOrEqualTo(machine.wall());
        }
        assertThat(machine.wall()).isAfter(ANCHOR.plusSeconds(61));
    }

    @Test
    void leavesNoMomentOutHoweverLateTheMachineIs() throws InterruptedException {
        SimulatedClock clock = new SimulatedClock(machine, DAY, Duration.ofSeconds(1), true);
        for (int i = 1; i <= 600; i++) {
            assertThat(clock.next().flatMap(Moment::wall)).contains(START.plusSeconds(i));
            machine.pass(Duration.ofMillis(i % 7 == 0 ? 900 : 0));
        }
    }

    @Test
    void anAgentThatStartsAgainGoesOnWhereTheTimeIsNow() throws InterruptedException {
        machine.pass(Duration.ofSeconds(30));
        Moment now = new SimulatedClock(machine, DAY, Duration.ofSeconds(1), false).next().orElseThrow();

        assertThat(now.wall()).contains(START.plus(Duration.ofHours(2)).plusSeconds(1));
        assertThat(now.monotonicMillis()).isEqualTo(Duration.ofHours(2).plusSeconds(1).toMillis());
    }

    @Test
    void isReadFromTheCommandLine() {
        assertThat(SimulatedTime.parse("start=2026-03-02T06:00:00Z,rate=240", ANCHOR)).isEqualTo(DAY);
        assertThat(SimulatedTime.parse("rate=240,anchor=2026-03-02T10:00:00Z,start=2026-03-02T06:00:00Z", START))
                .isEqualTo(DAY);
        for (String wrong : new String[]{"", "start=2026-03-02T06:00:00Z", "start=soon,rate=2", "speed=3",
            "start=2026-03-02T11:00:00Z,rate=240", "start=2026-03-02T06:00:00Z,rate=0"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SimulatedTime.parse(wrong, ANCHOR));
        }
    }

    @Test
    void aDateThatCannotBeIsNotTrustedWhoeverVouchesForIt() {
        assertThat(Moment.of(machine.boot(), 0, true, Instant.EPOCH).wall()).isEmpty();
        assertThat(Moment.of(machine.boot(), 0, false, ANCHOR).wall()).isEmpty();
        assertThat(Moment.of(machine.boot(), 0, true, ANCHOR).wall()).isEqualTo(Optional.of(ANCHOR));
    }
}
