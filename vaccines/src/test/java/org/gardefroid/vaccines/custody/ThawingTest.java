package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.ExampleProfiles;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;

/** MVA-BN out of its freezer: who moves it notes its thawing some minutes before or after. */
class ThawingTest {

    private static final ProductProfile IMVANEX = ProfileReader
            .read(ExampleProfiles.document(new ProductId("imvanex")).replaceFirst(
                    "\"format\": 1,",
                    "\"format\": 1, \"validation\": {\"by\": \"Dr Martin\", \"on\": \"2026-03-02\"},"));
    private static final Duration EIGHT_WEEKS = Duration.ofDays(56);

    /** Out of the freezer and into the box at nine. */
    private static Case movedAtNine() {
        return new Case().with(IMVANEX)
                .event(0, "kind", "placed", "lot", "A", "equipment", "freezer", "openingExposure", "none")
                .event(60, "kind", "moved", "lot", "A", "equipment", "box")
                .read("freezer", 0, 240, -20).read("box", 0, 240, 5);
    }

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    private static Instant end(Case thawed) {
        Judgement lot = thawed.judge(120, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
        return lot.due().orElseThrow().at().minus(EIGHT_WEEKS);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 75})
    void aThawingThatIsNotedSoonAfterTheMoveCountsFromTheMove(int noted) {
        assertThat(end(movedAtNine().event(noted, "kind", "thawed", "lot", "A"))).isEqualTo(at(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 58, 59})
    void aThawingThatIsNotedSoonBeforeTheMoveCountsFromItsNoteAndNothingWasFrozenAgain(int noted) {
        Case thawed = movedAtNine().event(noted, "kind", "thawed", "lot", "A");
        assertThat(end(thawed)).isEqualTo(at(noted));
        assertThat(thawed.judge(59.5, "lot A").ruling()).isEqualTo(Ruling.USABLE); // it is in the freezer still
    }

    @Test
    void whatIsNotedLongAfterTheMoveOrLongBeforeItIsNotOneAct() {
        assertThat(why(movedAtNine().event(76, "kind", "thawed", "lot", "A").judge(120, "lot A")))
                .containsExactly(Code.THAW_NOT_RECORDED);
        assertThat(why(movedAtNine().event(44, "kind", "thawed", "lot", "A").judge(120, "lot A")))
                .contains(Code.FROZEN);
    }

    @Test
    void whatStaysInTheFreezerThoughItsThawingWasNotedIsHeld() {
        Case stays = movedAtNine().event(20, "kind", "thawed", "lot", "A");
        assertThat(why(stays.judge(50, "lot A"))).contains(Code.FROZEN);
    }

    @Test
    void fromTheFreezerThroughUnseenMinutesItsTimeCountsFromTheFreezer() {
        Case carried = movedAtNine().event(50, "kind", "taken-out", "lot", "A")
                .event(62, "kind", "thawed", "lot", "A");
        assertThat(end(carried)).isEqualTo(at(50));
    }

    @Test
    void whatCameWarmAndWasNeverSeenFrozenMayHaveThawedLongBefore() {
        Case warm = new Case().with(IMVANEX)
                .event(0, "kind", "placed", "lot", "A", "equipment", "box").event(5, "kind", "thawed", "lot", "A")
                .read("box", 0, 120, 5);
        assertThat(why(warm.judge(60, "lot A"))).containsExactly(Code.THAW_NOT_RECORDED);
    }

    @Test
    void whatWasWarmBeforeItCameHasThawedAndSaysSo() {
        Judgement lot = new Case().with(IMVANEX)
                .event(0, "kind", "placed", "lot", "A", "equipment", "freezer", "openingExposure", "{\"2..8\":60}")
                .read("freezer", 0, 60, -20).judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.THAW_NOT_RECORDED);
    }
}
