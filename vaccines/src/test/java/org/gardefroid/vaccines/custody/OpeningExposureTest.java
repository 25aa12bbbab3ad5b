package org.gardefroid.vaccines.custody;

import java.util.List;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.minutes;

/** What a lot had been through before it came. */
class OpeningExposureTest {

    private static Case arrived(String opening) {
        return new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure", opening)
                .read("box", 0, 120, 5);
    }

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\">30\":60}", "{\"-0.5..2\":600}", "{\"25..31\":11}",
        "{\"-0.5..2\":6,\">30\":6}", "{\">30\":{\"minMinutes\":0,\"maxMinutes\":11}}"})
    void whatNoBandAllowsIsHeldWhetherItWasMeasuredHereOrToldOnArrival(String opening) {
        Judgement lot = arrived(opening).judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.OUT_OF_BAND);
        assertThat(lot.grounds().getFirst().since()).contains(at(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\">30\":10}", "{\"-0.5..2\":10}", "{\"2..8\":6000}", "{\"8..30\":119}",
        "{\"2..30\":119}", "{\"<=-0.5\":0,\">30\":0}"})
    void whatTheToleranceOrABudgetOrTheStoreBearsIsNotHeld(String opening) {
        assertThat(arrived(opening).judge(60, "lot A").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void ofALotThatWasFrozenBeforeItCameEveryDoseIsTraced() {
        Judgement lot = arrived("{\"<=-0.5\":5}").event(20, "kind", "diluted", "lot", "A", "vial", "v")
                .event(30, "kind", "used", "vial", "v", "doses", "2").judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.FROZEN);
        assertThat(lot.grounds().getFirst().since()).contains(at(0));
        assertThat(lot.toTrace()).hasSize(1);
    }

    @Test
    void aBudgetThatWasSpentBeforeItCameIsSpentFromItsArrivalThoughNothingWasReadYet() {
        Judgement lot = new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure",
                "{\"8..15\":200}").judge(0, "lot A");
        assertThat(why(lot)).contains(Code.BUDGET_SPENT);
        assertThat(lot.grounds().getFirst().since()).contains(at(0));
    }

    @Test
    void aVialHasBeenThroughWhatItsLotHasWhateverIsSaidOfItAlone() {
        for (String said : List.of("none", "{\"8..15\":100}", "{\"8..15\":40}")) {
            Judgement vial = arrived("{\"8..15\":100}").event(60, "kind", "placed", "vial", "v", "lot", "A",
                    "equipment", "box", "openingExposure", said).judge(70, "vial v");
            assertThat(vial.budgetLeft().orElseThrow().most()).isEqualTo(minutes(20));
        }
        assertThat(arrived("{\"8..15\":100}").event(60, "kind", "placed", "vial", "v", "lot", "A", "equipment", "box")
                .judge(70, "vial v").budgetLeft()).contains(Interval.exactly(minutes(20)));
    }

    @Test
    void ofTwoStoriesOfOneLotTheWorseIsTakenAndTheOtherMayHaveComeOnTopOfIt() {
        Case twice = arrived("none").event(60, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure",
                "{\"8..15\":200}");
        assertThat(why(twice.judge(70, "lot A"))).contains(Code.BUDGET_SPENT);
        Judgement both = arrived("{\"8..15\":70}").event(60, "kind", "placed", "lot", "A", "equipment", "box",
                "openingExposure", "{\"15..25\":60}").judge(70, "lot A");
        assertThat(both.budgets().getFirst().spent()).isEqualTo(new Interval(minutes(70), minutes(130)));
        assertThat(both.ruling()).isEqualTo(Ruling.ISOLATE);
    }

    @Test
    void whatIsUnknownOnceIsNotMadeKnownByAnotherArrivalNorTheOtherWayAround() {
        for (List<String> said : List.of(List.of("none", "unknown"), List.of("unknown", "none"))) {
            Judgement lot = arrived(said.getFirst()).event(60, "kind", "placed", "lot", "A", "equipment", "box",
                    "openingExposure", said.getLast()).judge(70, "lot A");
            assertThat(why(lot)).containsExactly(Code.OPENING_EXPOSURE_UNKNOWN);
        }
        assertThat(arrived("none").event(60, "kind", "placed", "lot", "A", "equipment", "box").judge(70, "lot A")
                .ruling()).isEqualTo(Ruling.USABLE);
    }
}
