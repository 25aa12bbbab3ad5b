package org.gardefroid.vaccines;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.telemetry.VialStep.DILUTED;
import static org.gardefroid.telemetry.VialStep.FINISHED;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;
import static org.gardefroid.vaccines.Doses.all;
import static org.gardefroid.vaccines.Doses.at;
import static org.gardefroid.vaccines.Doses.clock;
import static org.gardefroid.vaccines.Doses.deadline;
import static org.gardefroid.vaccines.Doses.handled;
import static org.gardefroid.vaccines.Doses.profile;
import static org.gardefroid.vaccines.Doses.tick;

class VerdictTest {

    private static final Reason OVER = new Reason.InUseTimeOver(deadline(360, RECONSTITUTED));

    private static Verdict verdict(DoseInput... inputs) {
        return Verdict.of(clock(), all(clock(), inputs).state(), false);
    }

    @Test
    void aRunningVialIsUsableByThatRevisionUntilItsDeadline() {
        assertThat(verdict(handled(0, RECONSTITUTED)))
                .isEqualTo(new Verdict.Usable(Doses.PRODUCT, 3, Optional.of(at(360))));
    }

    @Test
    void anUnopenedVialIsUsableByItsClock() {
        assertThat(verdict(tick(0))).isEqualTo(new Verdict.Usable(Doses.PRODUCT, 3, Optional.empty()));
    }

    @Test
    void afterTheDeadlineItsTimeIsExceeded() {
        assertThat(verdict(handled(0, RECONSTITUTED), tick(360))).isEqualTo(new Verdict.TimeExceeded(List.of(OVER)));
    }

    @Test
    void withoutTimeItIsToBeIsolated() {
        assertThat(verdict(handled(0, RECONSTITUTED), new DoseInput.TimeLost()))
                .isEqualTo(new Verdict.Isolate(List.of(new Reason.TimeUnknown())));
    }

    @Test
    void aMissingFigureNamesTheManufacturer() {
        assertThat(verdict(handled(0, DILUTED))).isEqualTo(
                new Verdict.Isolate(List.of(new Reason.FigureMissing(DILUTED, Optional.of("the maker")))));
    }

    @Test
    void aMixedUpVialIsNeverUsableNorMerelyTooLate() {
        assertThat(verdict(handled(0, RECONSTITUTED),
                new DoseInput.Handled(at(1), Doses.OTHER_PRODUCT, RECONSTITUTED), tick(1000)))
                .isEqualTo(new Verdict.Isolate(List.of(OVER, new Reason.MixedUp())));
    }

    @Test
    void aFinishedVialIsNotUsedAgain() {
        assertThat(verdict(handled(0, RECONSTITUTED), handled(10, FINISHED)))
                .isEqualTo(new Verdict.Isolate(List.of(new Reason.Finished(at(10)))));
    }

    @Test
    void whatNoPharmacistHasSignedMakesNothingUsableExceptInADemo() {
        DoseClock unsigned = new DoseClock(profile(Optional.empty(), Optional.empty()));
        DoseState state = all(unsigned, handled(0, RECONSTITUTED)).state();
        assertThat(Verdict.of(unsigned, state, false))
                .isEqualTo(new Verdict.Isolate(List.of(new Reason.ProfileNotSigned(3))));
        assertThat(Verdict.of(unsigned, state, true)).isInstanceOf(Verdict.Usable.class);
    }

    @Test
    void aDeadlineOfAnUnsignedProfileIsNoVerdictOfItsOwn() {
        DoseClock unsigned = new DoseClock(profile(Optional.empty(), Optional.empty()));
        DoseState state = all(unsigned, handled(0, RECONSTITUTED), tick(360)).state();
        assertThat(Verdict.of(unsigned, state, false))
                .isEqualTo(new Verdict.Isolate(List.of(OVER, new Reason.ProfileNotSigned(3))));
        assertThat(Verdict.of(unsigned, state, true)).isEqualTo(new Verdict.TimeExceeded(List.of(OVER)));
    }

    @Test
    void aProductWithoutProfileIsToBeIsolated() {
        assertThat(Verdict.withoutProfile(Doses.PRODUCT))
                .isEqualTo(new Verdict.Isolate(List.of(new Reason.NoProfile(Doses.PRODUCT))));
    }
}
