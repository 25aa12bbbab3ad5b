package org.gardefroid.vaccines;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.telemetry.VialStep.DILUTED;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;
import static org.gardefroid.vaccines.Doses.at;
import static org.gardefroid.vaccines.Doses.band;
import static org.gardefroid.vaccines.Doses.deadline;

class DoseWordsTest {

    private static final Deadline NOON = deadline(240, RECONSTITUTED);

    @Test
    void everyFindingHasATextOfItsOwn() {
        List<DoseFinding> all = List.of(new DoseFinding.DeadlineSet(NOON),
                new DoseFinding.TimeRunsShort(NOON, Duration.ofMinutes(10)), new DoseFinding.TimeOver(NOON),
                new DoseFinding.StartVoided(new Handling(at(0), RECONSTITUTED)), new DoseFinding.VialFinished(at(0)),
                new DoseFinding.TimeUnknown(), new DoseFinding.FigureMissing(List.of(DILUTED)),
                new DoseFinding.MixedUp());
        assertThat(all).extracting(DoseFinding::messageKey).doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("dose."));
        assertThat(all).hasSameSizeAs(DoseFinding.class.getPermittedSubclasses());
    }

    @Test
    void everyReasonHasATextOfItsOwn() {
        List<Reason> all = List.of(new Reason.InUseTimeOver(NOON), new Reason.TimeUnknown(),
                new Reason.FigureMissing(DILUTED, Optional.empty()),
                new Reason.ProfileNotSigned(1), new Reason.NoProfile(Doses.PRODUCT), new Reason.MixedUp(),
                new Reason.Finished(at(0)));
        assertThat(all).extracting(Reason::messageKey).doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("reason."));
        assertThat(all).hasSameSizeAs(Reason.class.getPermittedSubclasses());
    }

    @Test
    void anExpiredLabelIsAnotherReasonThanATimeInUse() {
        assertThat(new Reason.InUseTimeOver(new Deadline(at(0), Optional.empty())).messageKey())
                .isEqualTo("reason.label-expired");
    }

    @ParameterizedTest
    @CsvSource({
        "-1000, RUNNING", "179.999, RUNNING", "180, HOUR", "209.999, HOUR", "210, HALF_HOUR", "229.999, HALF_HOUR",
        "230, TEN_MINUTES", "239.999, TEN_MINUTES", "240, OVER", "10000, OVER"})
    void aStageBeginsExactlyThen(double minute, DoseStage stage) {
        assertThat(DoseStage.of(NOON, at(minute))).isEqualTo(stage);
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
    void timeOnlyGoesForward() {
        DoseState later = Doses.fresh().at(at(10));
        assertThat(later.at(at(5)).now()).isEqualTo(at(10));
    }

    @Test
    void anInUseTimeIsMoreThanNothing() {
        assertThatThrownBy(() -> new InUse.Lasts(Duration.ZERO, band(2, 8)))
                .hasMessage("an in-use time must be positive: PT0S");
    }
}
