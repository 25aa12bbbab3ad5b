package org.gardefroid.vaccines.custody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.Storage;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.band;
import static org.gardefroid.vaccines.custody.Case.minutes;

class MissionTest {

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    private static Interval within(Judgement judgement, String band) {
        return judgement.exposure().bands().entrySet().stream().filter(each -> each.getKey().name().equals(band))
                .findFirst().orElseThrow().getValue();
    }

    @Test
    void aLotThatStayedBetweenTwoAndEightIsUsable() {
        Judgement lot = Case.inTheBox().read("box", 0, 30, 2).read("box", 31, 60, 8).judge(60, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(why(lot)).containsExactly(Code.EXPIRY_UNSAID);
        assertThat(lot.due()).isEmpty();
        assertThat(within(lot, "2..8")).isEqualTo(Interval.exactly(minutes(60)));
        assertThat(lot.budgetLeft()).contains(Interval.exactly(minutes(120)));
    }

    @Test
    void oneReadingAtMinusAHalfHoldsALotThatMustNotFreeze() {
        Judgement lot = Case.inTheBox().read("box", 0, 9, 3).read("box", 10, 10, -0.5).read("box", 11, 60, 3)
                .judge(60, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(why(lot)).containsExactly(Code.FROZEN);
        assertThat(lot.grounds().getFirst().since()).contains(at(10));
    }

    @Test
    void aboveMinusAHalfIsNotFrozenButOutOfItsBandOnceTheToleranceIsOver() {
        Case cold = Case.inTheBox().read("box", 0, 9, 3).read("box", 10, 20, -0.499).read("box", 20, 60, 3);
        assertThat(cold.judge(20, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        Judgement lot = Case.inTheBox().read("box", 0, 9, 3).read("box", 10, 20, -0.499).read("box", 21, 60, 3)
                .judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.OUT_OF_BAND);
    }

    @Test
    void aFreezingLimitThatTheProfileLacksIsNoLimitAtAll() {
        Storage storage = new Storage(List.of(), Optional.of(band(2, 8)), Optional.empty(), List.of(),
                Optional.of(minutes(30)));
        Judgement lot = Case.inTheBox().with(Case.profile(Case.PRODUCT, storage, true)).read("box", 0, 5, 3)
                .read("box", 6, 6, 1.999).read("box", 7, 60, 3).judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.FIGURE_MISSING);
    }

    @Test
    void aGapUpToTheLimitIsBorneAndOneBeyondItHoldsThoughEveryReadingWasGood() {
        assertThat(Case.inTheBox().read("box", 0, 10, 5).read("box", 40, 60, 5).judge(60, "lot A").ruling())
                .isEqualTo(Ruling.USABLE);
        Judgement lot = Case.inTheBox().read("box", 0, 10, 5).read("box", 41, 60, 5).judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.UNOBSERVED_TOO_LONG);
        assertThat(lot.exposure().unobserved()).isEqualTo(minutes(31));
        assertThat(within(lot, "2..8")).isEqualTo(new Interval(minutes(29), minutes(60)));
        assertThat(within(lot, "25..30")).isEqualTo(new Interval(minutes(0), minutes(31)));
    }

    @Test
    void whatCameBeforeTheFirstReadingAndAfterTheLastIsUnobserved() {
        assertThat(Case.inTheBox().read("box", 10, 50, 5).judge(60, "lot A").exposure().unobserved())
                .isEqualTo(minutes(20));
    }

    @Test
    void aBudgetIsCountedOverTheWholeLife() {
        Judgement lot = Case.inTheBox().read("box", 0, 29, 20).read("box", 30, 59, 5).read("box", 60, 89, 8.001)
                .read("box", 90, 120, 5).judge(120, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(lot.budgets()).extracting(BudgetUse::spent).containsExactly(Interval.exactly(minutes(60)),
                Interval.exactly(minutes(60)));
        assertThat(lot.due()).isEmpty();
    }

    @Test
    void aBudgetThatRunsIsADeadline() {
        Judgement lot = Case.inTheBox().read("box", 0, 60, 20).judge(60, "lot A");
        assertThat(lot.due()).contains(new Due(at(120), "budget:unopened"));
        assertThat(lot.warning()).contains(minutes(60));
        assertThat(Case.inTheBox().read("box", 0, 60, 20).forecast(5).judge(60, "lot A").due()).isEmpty();
    }

    @Test
    void theVeryMinuteInWhichABudgetIsSpentIsTooLate() {
        Case warm = Case.inTheBox().read("box", 0, 240, 20);
        assertThat(warm.judge(119, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        Judgement lot = warm.judge(120, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.TIME_OVER);
        assertThat(why(lot)).containsExactly(Code.BUDGET_SPENT);
        assertThat(lot.grounds().getFirst().since()).contains(at(120));
    }

    @Test
    void aBudgetThatMayBeSpentIsNeitherSpentNorLeft() {
        Judgement lot = Case.inTheBox().read("box", 0, 100, 20).read("box", 125, 150, 5).judge(150, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(why(lot)).containsExactly(Code.BUDGET_PERHAPS_SPENT);
        assertThat(lot.budgets().getFirst().spent()).isEqualTo(new Interval(minutes(100), minutes(125)));
        assertThat(lot.budgetLeft()).contains(new Interval(minutes(0), minutes(20)));
    }

    @Test
    void ofTwoNestedBudgetsBothMustLastAndTheEarlierEndCounts() {
        Case opened = Case.inTheBox().event(90, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 300, 20);
        Judgement vial = opened.judge(200, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(vial.dues()).containsExactly(new Due(at(240), "budget:total"), new Due(at(90 + 360), "diluted"));
        assertThat(opened.judge(240, "vial v").ruling()).isEqualTo(Ruling.TIME_OVER);
        assertThat(opened.judge(200, "lot A").ruling()).isEqualTo(Ruling.TIME_OVER);
    }

    @Test
    void whatALotWentThroughBeforeCountsAtBothEnds() {
        Judgement lot = new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure",
                "{\"8..30\":90,\"15..25\":20}").read("box", 0, 60, 5).judge(60, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(lot.budgetLeft()).contains(Interval.exactly(minutes(10)));
        assertThat(within(lot, "15..25")).isEqualTo(new Interval(minutes(20), minutes(110)));
    }

    @Test
    void anUnknownOpeningExposureIsSaid() {
        for (String said : List.of("unknown", "")) {
            Case unknown = new Case();
            unknown = said.isEmpty()
                    ? unknown.event(0, "kind", "placed", "lot", "A", "equipment", "box")
                    : unknown.event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure", said);
            Judgement lot = unknown.read("box", 0, 60, 5).judge(60, "lot A");
            assertThat(lot.ruling()).isEqualTo(Ruling.ISOLATE);
            assertThat(why(lot)).containsExactly(Code.OPENING_EXPOSURE_UNKNOWN);
        }
    }

    @Test
    void anUnsignedProfileSaysWhomToAskAndGivesNoBudgetNorDeadline() {
        Judgement vial = Case.inTheBox().with(Case.profile(Case.PRODUCT, Case.STORAGE, false))
                .event(10, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 600, 5).judge(600, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(vial.grounds()).containsExactly(Ground.of(Code.PROFILE_NOT_SIGNED, 3, "the maker"));
        assertThat(vial.budgets()).isEmpty();
        assertThat(vial.dues()).isEmpty();
    }

    @Test
    void aProfileCountsFromTheDayOnThatItWasSigned() {
        ProductProfile signed = Case.profile(Case.PRODUCT, Case.STORAGE, true); // on the first of March
        Case before = new Case().with(signed).event(-900, "kind", "placed", "lot", "A", "equipment", "box",
                "openingExposure", "none").event(-2_000, "kind", "placed", "lot", "B", "equipment", "box",
                        "openingExposure", "none")
                .read("box", -2_000, 0, 5);
        assertThat(why(before.judge(-1_921, "lot B"))).containsExactly(Code.PROFILE_NOT_SIGNED);
        assertThat(before.judge(-1_921, "lot B").budgets()).isEmpty();
        assertThat(before.judge(-1_920, "lot B").ruling()).isEqualTo(Ruling.USABLE);
        before.undated("kind", "diluted", "lot", "B", "vial", "v");
        assertThat(why(before.judge(-1_921, "vial v"))).contains(Code.TIME_UNKNOWN)
                .doesNotContain(Code.PROFILE_NOT_SIGNED);
    }

    @Test
    void aVoidedStartGivesBackItsTimeButNothingThatWasMeasured() {
        Case mistaken = Case.inTheBox().event(0, "kind", "diluted", "lot", "A", "vial", "v", "id", "d")
                .read("box", 0, 100, 20).read("box", 101, 500, 5);
        assertThat(mistaken.judge(400, "vial v").ruling()).isEqualTo(Ruling.TIME_OVER);
        mistaken.event(401, "kind", "voided", "event", "d", "by", "Dr Martin", "reason", "another vial");
        Judgement vial = mistaken.judge(410, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(why(vial)).containsExactly(Code.START_VOIDED, Code.EXPIRY_UNSAID);
        assertThat(vial.starts()).hasSize(1);
        assertThat(vial.budgetLeft()).contains(Interval.exactly(minutes(19)));
    }

    @Test
    void aSyringeCountsFromTheDilutionAndLivesWhereItIs() {
        Case drawn = Case.inTheBox().event(60, "kind", "diluted", "lot", "A", "vial", "v")
                .event(100, "kind", "drawn-up", "vial", "v", "syringe", "s")
                .event(110, "kind", "moved", "syringe", "s", "equipment", "bag")
                .read("box", 0, 500, 5).read("bag", 110, 200, 12).read("bag", 201, 500, 5);
        Judgement syringe = drawn.judge(200, "syringe s");
        assertThat(syringe.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(syringe.due()).contains(new Due(at(350), "budget:total"));
        assertThat(within(syringe, "8..15")).isEqualTo(Interval.exactly(minutes(90)));
        assertThat(within(drawn.judge(200, "vial v"), "8..15")).isEqualTo(Interval.NONE);
        assertThat(drawn.judge(419, "syringe s").due()).contains(new Due(at(420), "diluted"));
        assertThat(drawn.judge(420, "syringe s").ruling()).isEqualTo(Ruling.TIME_OVER);
    }

    @Test
    void afterARestartWithoutAClockRunningClocksSayTimeUnknownUntilItIsBackAndAllIsDated() {
        Case restarted = Case.inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 90, 5)
                .undated("kind", "restarted-without-clock", "equipment", "box");
        assertThat(why(restarted.judge(90, "vial v"))).containsExactly(Code.TIME_UNKNOWN);
        assertThat(restarted.judge(90, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        restarted.undated("kind", "diluted", "lot", "A", "vial", "w", "id", "w1");
        restarted.event(60, "kind", "clock-known-again", "equipment", "box");
        assertThat(restarted.judge(90, "vial v").ruling()).isEqualTo(Ruling.USABLE);
        assertThat(why(restarted.judge(90, "vial w"))).containsExactly(Code.TIME_UNKNOWN);
        restarted.event(40, "kind", "dated", "event", "w1");
        assertThat(restarted.judge(90, "vial w").due()).contains(new Due(at(400), "diluted"));
    }

    @Test
    void aVialOnTheTableIsAsWarmAsTheRoomOrUnobservedAndNeverAsTheBox() {
        Case table = Case.inTheBox().event(5, "kind", "on-the-table", "lot", "A", "vial", "v").read("box", 0, 60, 5);
        Judgement vial = table.judge(60, "vial v");
        assertThat(why(vial)).containsExactly(Code.UNOBSERVED_TOO_LONG);
        assertThat(within(vial, "2..8").least()).isEqualTo(minutes(5));
        table.event(0, "kind", "probe-placed", "probe", "room", "equipment", "box", "use", "ambient")
                .read("room", 0, 60, 22).event(40, "kind", "back-in-box", "vial", "v");
        vial = table.judge(60, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(within(vial, "15..25")).isEqualTo(Interval.exactly(minutes(35)));
    }

    @Test
    void aVialThatWasOpenedBeforeAnybodySaidWhereItIsWasUnobservedUntilThen() {
        Judgement vial = new Case().event(0, "kind", "diluted", "vial", "v")
                .event(45, "kind", "moved", "vial", "v", "equipment", "box").read("box", 0, 60, 5).judge(60, "vial v");
        assertThat(vial.exposure().unobserved()).isEqualTo(minutes(45));
        assertThat(why(vial)).contains(Code.UNOBSERVED_TOO_LONG);
    }

    @Test
    void theAirProbeCondemnsNothing() {
        Judgement lot = Case.inTheBox()
                .event(0, "kind", "probe-placed", "probe", "air", "equipment", "box", "use", "air")
                .event(0, "kind", "probe-placed", "probe", "glycol", "equipment", "box", "use", "product")
                .read("air", 0, 60, 31).read("glycol", 0, 60, 5).judge(60, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void whereTwoProductProbesDifferTheTruthIsBetweenThem() {
        Judgement lot = Case.inTheBox()
                .event(0, "kind", "probe-placed", "probe", "top", "equipment", "box", "use", "product")
                .event(0, "kind", "probe-placed", "probe", "low", "equipment", "box", "use", "product")
                .read("top", 0, 60, 9).read("low", 0, 60, 5).judge(60, "lot A");
        assertThat(within(lot, "8..15")).isEqualTo(new Interval(minutes(0), minutes(60)));
        assertThat(lot.budgets().getFirst().spent()).isEqualTo(new Interval(minutes(0), minutes(60)));
    }

    @Test
    void leavingTheInUseBandForLongerThanToleratedHolds() {
        Case hot = Case.inTheBox().event(0, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 9, 5)
                .read("box", 10, 40, 30.001);
        assertThat(hot.judge(15, "vial v").ruling()).isEqualTo(Ruling.USABLE);
        Judgement vial = hot.judge(16, "vial v");
        assertThat(why(vial)).containsExactly(Code.OUT_OF_BAND);
        assertThat(vial.grounds().getFirst().since()).contains(at(10));
    }

    @Test
    void aBudgetOfAllItsLifeAllowsAnOpenedVialNothingBesideItsBand() {
        ProductProfile narrow = Case.inUse(Case.profile(Case.PRODUCT, Case.STORAGE, true), Map.of(VialStep.DILUTED,
                new InUse.Lasts(minutes(360), band(2, 8), Optional.of(minutes(10)))));
        Case warm = Case.inTheBox().with(narrow).event(0, "kind", "diluted", "lot", "A", "vial", "v")
                .read("box", 0, 9, 5).read("box", 10, 60, 25);
        assertThat(why(warm.judge(60, "vial v"))).containsExactly(Code.OUT_OF_BAND);
        assertThat(warm.judge(60, "lot A").ruling()).as("closed, it may spend its budget").isEqualTo(Ruling.USABLE);
    }

    @Test
    void aCodeThatIsAnotherProductsIsMixedUp() {
        ProductProfile other = Case.coded(Case.profile(new ProductId("othervax"), Case.STORAGE, true),
                new Gtin("03400935137401"));
        Case lot = new Case().with(Case.profile(Case.PRODUCT, Case.STORAGE, true)).with(other)
                .event(0, "kind", "placed",
                        "lot", "A", "equipment", "box", "openingExposure", "none", "product", "testovax", "gtin",
                        "03400935137401")
                .read("box", 0, 10, 5);
        assertThat(why(lot.judge(10, "lot A"))).containsExactly(Code.MIXED_UP);
    }

    @Test
    void aRunningVialThatComesIntoABoxWithoutTheTimeHasNoTimeEither() {
        Case lost = Case.inTheBox().event(0, "kind", "diluted", "lot", "A", "vial", "v")
                .event(10, "kind", "restarted-without-clock", "equipment", "other")
                .event(40, "kind", "moved", "vial", "v", "equipment", "other").read("box", 0, 60, 5)
                .read("other", 0, 60, 5);
        assertThat(lost.judge(30, "vial v").ruling()).isEqualTo(Ruling.USABLE);
        assertThat(why(lost.judge(50, "vial v"))).containsExactly(Code.TIME_UNKNOWN);
        lost.event(55, "kind", "clock-known-again", "equipment", "other");
        assertThat(lost.judge(60, "vial v").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void ofTwoDatesOfOneStartTheEarlierCounts() {
        Case dated = Case.inTheBox().undated("kind", "diluted", "lot", "A", "vial", "v", "id", "d")
                .event(100, "kind", "dated", "event", "d").event(20, "kind", "dated", "event", "d")
                .read("box", 0, 300, 5);
        assertThat(dated.judge(300, "vial v").due()).contains(new Due(at(380), "diluted"));
    }

    @Test
    void whatLeavesItsBandByTurnsIsAsWarmAsIfItHadDoneSoAtOnce() {
        Case turns = Case.inTheBox().event(0, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 9, 5)
                .read("box", 10, 12, 40).read("box", 13, 29, 5).read("box", 30, 32, 40).read("box", 33, 60, 5);
        assertThat(turns.judge(32, "vial v").ruling()).isEqualTo(Ruling.USABLE);
        Judgement vial = turns.judge(33, "vial v");
        assertThat(why(vial)).containsExactly(Code.OUT_OF_BAND);
        assertThat(vial.grounds().getFirst().since()).contains(at(30));
    }

    @Test
    void whatALotBroughtAndWhatItLeftItsBandForHereAreOneSumForTwoDays() {
        Case brought = new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure",
                "{\">30\":6}").read("box", 0, 9, 5).read("box", 10, 14, 31).read("box", 15, 60, 5);
        assertThat(why(brought.judge(60, "lot A"))).containsExactly(Code.OUT_OF_BAND);
        int later = 2 * 24 * 60 + 10;
        Case rested = new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure",
                "{\">30\":6}").read("box", 0, later - 1, 5).read("box", later, later + 4, 31)
                .read("box", later + 5, later + 10, 5);
        assertThat(rested.judge(later + 10, "lot A").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void aStepThatTheProfileDoesNotKnowNamesTheManufacturer() {
        Judgement vial = Case.inTheBox().event(10, "kind", "punctured", "lot", "A", "vial", "v").read("box", 0, 60, 5)
                .judge(60, "vial v");
        assertThat(vial.grounds()).containsExactly(Ground.of(Code.FIGURE_MISSING, "in-use-punctured", "the maker"));
    }

    @Test
    void drawingFromAVialThatNobodyNotedAsOpenedOpensIt() {
        Judgement vial = Case.inTheBox().event(10, "kind", "drawn-up", "lot", "A", "vial", "v", "syringe", "s")
                .read("box", 0, 60, 5).judge(60, "vial v");
        assertThat(why(vial)).containsExactly(Code.FIGURE_MISSING);
    }

    @Test
    void theLabelsExpiryEndsWithItsLastDay() {
        Case labelled = new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure", "none",
                "expiry", "2026-03-02").read("box", 0, 960, 5);
        assertThat(labelled.judge(959, "lot A").ruling()).isEqualTo(Ruling.USABLE);
        assertThat(why(labelled.judge(960, "lot A"))).containsExactly(Code.LABEL_EXPIRED);
    }

    @Test
    void aVialOfTwoProductsIsNeverUsableNorMerelyTooLate() {
        Judgement vial = Case.inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v", "product", "testovax")
                .event(11, "kind", "moved", "vial", "v", "equipment", "box", "product", "other").read("box", 0, 600, 5)
                .judge(600, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(why(vial)).contains(Code.MIXED_UP, Code.IN_USE_TIME_OVER);
    }

    @Test
    void untilSomebodyChoosesTheShortestClockCounts() {
        ProductId other = new ProductId("shortovax");
        Storage strict = new Storage(List.of(), Optional.of(band(2, 8)), Optional.empty(),
                List.of(Case.budget("unopened", 0.5, Budget.Counts.UNOPENED)), Optional.of(minutes(30)));
        Case open = Case.inTheBox().with(Case.profile(Case.PRODUCT, Case.STORAGE, true))
                .with(Case.profile(other, strict, true)).read("box", 0, 20, 20);
        Judgement lot = open.judge(20, "lot A");
        assertThat(lot.due()).contains(new Due(at(30), "budget:unopened"));
        assertThat(why(lot)).containsExactly(Code.PRODUCT_NOT_CHOSEN, Code.EXPIRY_UNSAID);
        open.event(20, "kind", "chosen", "lot", "A", "product", "testovax", "by", "IDE Petit");
        assertThat(open.judge(20, "lot A").due()).contains(new Due(at(120), "budget:unopened"));
    }

    @Test
    void aVerdictThatWorsensLateNamesTheDosesGivenSince() {
        Case given = Case.inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v")
                .event(20, "kind", "drawn-up", "vial", "v", "syringe", "s").event(25, "kind", "used", "vial", "v")
                .event(50, "kind", "used", "syringe", "s").read("box", 0, 29, 5).read("box", 30, 31, -1)
                .read("box", 32, 60, 5);
        Judgement lot = given.judge(60, "lot A");
        assertThat(lot.given()).hasSize(2);
        assertThat(lot.toTrace()).containsExactly(
                new Judgement.Given(at(50), new ContainerId(ContainerId.Kind.SYRINGE, "s"), 1));
    }

    @Test
    void whereALotWasIsKnownForEachOfItsParts() {
        Judgement part = Case.inTheBox().event(30, "kind", "split", "lot", "A", "into", "A-2", "equipment", "bag")
                .event(60, "kind", "moved", "lot", "A-2", "equipment", "fridge").read("box", 0, 90, 5)
                .read("bag", 30, 60, 9).read("fridge", 60, 90, 4).judge(90, "lot A-2");
        assertThat(part.stays()).extracting(Stay::from).containsExactly(at(0), at(30), at(60));
        assertThat(part.from()).contains(new ContainerId(ContainerId.Kind.LOT, "A"));
        assertThat(part.stays().getLast().place()).isEqualTo(new Place.Inside(new PlaceId("fridge")));
        assertThat(within(part, "8..15")).isEqualTo(Interval.exactly(minutes(30)));
        assertThat(part.ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void aFinishedVialIsNotUsedAgainAndLivesNoLonger() {
        Judgement vial = Case.inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v")
                .event(30, "kind", "wasted", "vial", "v").read("box", 0, 600, 20).judge(600, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(why(vial)).containsExactly(Code.FINISHED);
    }

    @Test
    void aPharmacistsDecisionIsKeptBesideTheVerdict() {
        Judgement lot = Case.inTheBox().read("box", 0, 10, 5).read("box", 11, 12, -1).read("box", 13, 60, 5)
                .event(60, "kind", "decided", "lot", "A", "decision", "release", "by", "Dr Martin", "reason",
                        "maker asked")
                .judge(60, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(lot.decisions()).containsExactly(
                new Judgement.Signed(at(60), Happening.Decision.RELEASE, "Dr Martin", "maker asked"));
    }
}
