package org.gardefroid.vaccines.custody;

import java.util.List;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.minutes;

/** What is of what, and what follows from it. */
class BelongingTest {

    private static final ContainerId LOT = new ContainerId(ContainerId.Kind.LOT, "A");

    private static Case inTheBox() {
        return Case.inTheBox().read("box", 0, 240, 5);
    }

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"used", "finished", "wasted", "handed-back", "back-in-box"})
    void anyEventOfAVialTellsWhichLotItIsOf(String kind) {
        Case told = inTheBox().event(30, "kind", kind, "vial", "v", "lot", "A");
        assertThat(told.judge(60, "vial v").from()).contains(LOT);
    }

    @Test
    void whatIsDecidedOrChosenOrTakenBackOfAVialTellsItsLotToo() {
        Case told = inTheBox().event(20, "kind", "used", "vial", "v")
                .event(30, "kind", "decided", "vial", "v", "lot", "A", "decision", "release", "by", "Dr Martin",
                        "reason", "seen");
        assertThat(told.judge(60, "vial v").from()).contains(LOT);
        assertThat(inTheBox().event(30, "kind", "chosen", "vial", "v", "lot", "A", "product", "testovax")
                .judge(60, "vial v").from()).contains(LOT);
        assertThat(inTheBox().event(20, "kind", "diluted", "vial", "v").event(30, "kind", "voided", "vial", "v", "lot",
                "A", "by", "IDE Petit", "reason", "mistaken").judge(60, "vial v").from()).contains(LOT);
    }

    private static Case signed(Case told, int minute, String decision, String kind, String name) {
        return told.event(minute, "kind", "decided", kind, name, "decision", decision, "by", "Dr Martin", "reason",
                "gel");
    }

    private static Case toDestroy() {
        return signed(inTheBox(), 10, "destroy", "lot", "A")
                .event(20, "kind", "diluted", "lot", "A", "vial", "v")
                .event(30, "kind", "drawn-up", "vial", "v", "syringe", "s");
    }

    @Test
    void whatIsOpenedOfALotThatAPharmacistHasSignedToDestroyIsNotToBeUsedUntilItIsReleased() {
        for (String goods : List.of("lot A", "vial v", "syringe s")) {
            Judgement judgement = toDestroy().judge(60, goods);
            assertThat(judgement.ruling()).as(goods).isEqualTo(Ruling.ISOLATE);
            assertThat(why(judgement)).as(goods).containsExactly(Code.SIGNED_TO_DESTROY);
            assertThat(judgement.grounds().getFirst().since()).contains(at(10));
        }
        assertThat(why(signed(toDestroy(), 40, "release", "lot", "A").judge(60, "syringe s")))
                .containsOnly(Code.EXPIRY_UNSAID);
        assertThat(why(signed(toDestroy(), 40, "release", "vial", "v").judge(60, "vial v")))
                .containsOnly(Code.EXPIRY_UNSAID);
        assertThat(why(signed(toDestroy(), 40, "release", "vial", "v").judge(60, "lot A")))
                .containsExactly(Code.SIGNED_TO_DESTROY);
    }

    @Test
    void aRecallFindsEveryDoseThatWasGivenFromTheLotHoweverItWasNoted() {
        Judgement lot = inTheBox().event(30, "kind", "used", "vial", "v", "lot", "A", "doses", "3")
                .event(31, "kind", "used", "syringe", "s", "lot", "A")
                .event(32, "kind", "used", "syringe", "t", "vial", "w", "lot", "A").judge(60, "lot A");
        assertThat(lot.given()).extracting(Judgement.Given::doses).containsExactly(3, 1, 1);
    }

    @Test
    void aSyringeOfAnotherVialOrLotThanItWasDrawnFromIsMixedUp() {
        Case drawn = inTheBox().event(20, "kind", "diluted", "lot", "A", "vial", "v")
                .event(30, "kind", "drawn-up", "vial", "v", "syringe", "s");
        assertThat(why(drawn.judge(60, "syringe s"))).containsOnly(Code.EXPIRY_UNSAID);
        assertThat(why(drawn.event(40, "kind", "moved", "syringe", "s", "lot", "A", "vial", "v", "equipment", "box")
                .judge(60, "syringe s"))).containsOnly(Code.EXPIRY_UNSAID);
        drawn.event(50, "kind", "moved", "syringe", "s", "vial", "w", "equipment", "box");
        assertThat(why(drawn.judge(60, "syringe s"))).contains(Code.MIXED_UP);
    }

    @Test
    void whatIsWastedOrHandedBackWithItsLotIsOfNoMoreUseEither() {
        for (String end : List.of("finished", "wasted", "handed-back")) {
            Case gone = inTheBox().event(20, "kind", "diluted", "lot", "A", "vial", "v")
                    .event(25, "kind", "moved", "lot", "A", "vial", "w", "equipment", "box")
                    .event(30, "kind", end, "lot", "A");
            Judgement vial = gone.judge(60, "vial v");
            assertThat(why(vial)).containsExactly(Code.FINISHED);
            assertThat(vial.grounds().getFirst().since()).contains(at(30));
            assertThat(why(gone.judge(60, "vial w"))).containsOnly(Code.EXPIRY_UNSAID); // it had a place of its own by then
        }
    }

    @Test
    void theSyringeThatTookTheLastDoseOfAFinishedVialMayBeUsed() {
        Case last = inTheBox().event(20, "kind", "diluted", "lot", "A", "vial", "v")
                .event(30, "kind", "drawn-up", "vial", "v", "syringe", "s").event(30, "kind", "finished", "vial", "v");
        assertThat(last.judge(60, "syringe s").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void backInTheBoxIsTheOneThatItWasTakenOutOf() {
        Judgement lot = inTheBox().event(60, "kind", "taken-out", "lot", "A")
                .event(65, "kind", "back-in-box", "lot", "A").judge(240, "lot A");
        assertThat(lot.exposure().unobserved()).isEqualTo(minutes(5));
        assertThat(lot.stays().getLast().place()).isEqualTo(new Place.Inside(new PlaceId("box")));
    }

    @Test
    void theTimeIsKnownAgainOnceTheBoxThatLostItKnowsItWhereverTheVialIsByThen() {
        Case moved = inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v")
                .undated("kind", "restarted-without-clock", "equipment", "box")
                .event(60, "kind", "moved", "vial", "v", "equipment", "fridge").read("fridge", 60, 240, 5);
        assertThat(why(moved.judge(80, "vial v"))).containsExactly(Code.TIME_UNKNOWN);
        moved.event(90, "kind", "clock-known-again", "equipment", "fridge");
        assertThat(why(moved.judge(100, "vial v"))).containsExactly(Code.TIME_UNKNOWN);
        moved.event(110, "kind", "clock-known-again", "equipment", "box");
        assertThat(moved.judge(120, "vial v").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void twoLastDaysOnOneLabelAreMixedUpAndTheEarlierCounts() {
        Case labelled = inTheBox().event(10, "kind", "moved", "lot", "A", "equipment", "box", "expiry", "2026-12")
                .event(20, "kind", "moved", "lot", "A", "equipment", "box", "expiry", "2026-12-31");
        assertThat(labelled.judge(60, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        labelled.event(30, "kind", "moved", "lot", "A", "equipment", "box", "expiry", "2026-12-30");
        Judgement lot = labelled.judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.MIXED_UP);
        assertThat(lot.due()).contains(new Due(java.time.Instant.parse("2026-12-31T00:00:00Z"), "label-expiry"));
    }

    @Test
    void aProductThatIsChosenAgainstTheLabelOrAnotherChoiceIsMixedUp() {
        Case two = inTheBox().with(Case.profile(Case.PRODUCT, Case.STORAGE, true))
                .with(Case.profile(new ProductId("other"), Case.STORAGE, true))
                .event(10, "kind", "chosen", "lot", "A", "product", "testovax");
        assertThat(two.judge(60, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        two.event(20, "kind", "moved", "lot", "A", "vial", "v", "equipment", "box", "product", "other");
        assertThat(why(two.judge(60, "vial v"))).contains(Code.MIXED_UP);
        two.event(30, "kind", "chosen", "lot", "A", "product", "other");
        assertThat(why(two.judge(60, "lot A"))).contains(Code.MIXED_UP);
    }

    @Test
    void twoDosesGivenAtOneInstantOrWithoutATimeAreTwoUnlessAnIdSaysThatTheyAreOne() {
        Case given = inTheBox().event(10, "kind", "used", "lot", "A").event(10, "kind", "used", "lot", "A")
                .undated("kind", "used", "lot", "A").undated("kind", "used", "lot", "A");
        assertThat(given.judge(60, "lot A").given()).hasSize(4);
        given.event(20, "kind", "used", "lot", "A", "id", "u").event(20, "kind", "used", "lot", "A", "id", "u");
        assertThat(given.judge(60, "lot A").given()).hasSize(5);
    }

    @Test
    void whatIsTakenBackOfAVialThatNobodyKnowsMakesNoVial() {
        Case unknown = inTheBox().event(30, "kind", "voided", "vial", "nobody's", "by", "IDE Petit", "reason", "?");
        assertThat(unknown.mission().judge(unknown.question(60))).extracting(Judgement::container)
                .containsExactly(LOT);
    }
}
