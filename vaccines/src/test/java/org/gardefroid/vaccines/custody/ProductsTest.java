package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.ExampleProfiles;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.minutes;

/** The products that come with the project, from their arrival to the last dose, as if a pharmacist had signed them. */
class ProductsTest {

    private static ProductProfile signed(String product) {
        return signed(product, List.of());
    }

    private static ProductProfile signed(String product, List<String> lots) {
        String names = String.join(",", lots.stream().map(lot -> '"' + lot + '"').toList());
        return ProfileReader.read(ExampleProfiles.document(new ProductId(product)).replaceFirst("\"format\": 1,",
                "\"format\": 1, \"lots\": [" + names + "], \"validation\": {\"by\": \"Dr Martin\", \"on\": \""
                        + LocalDate.of(2026, 3, 2) + "\"},"));
    }

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    private static Case thawed(String product) {
        return new Case().with(signed(product)).event(0, "kind", "placed", "lot", "A", "equipment", "box", "thawedAt",
                at(-60).toString(), "openingExposure", "none");
    }

    @Test
    void mvaBnIsThawedAndNotReconstituted() {
        Case imvanex = new Case().with(signed("imvanex"))
                .event(0, "kind", "placed", "lot", "A", "equipment", "freezer", "openingExposure", "none")
                .event(60, "kind", "thawed", "lot", "A").event(60, "kind", "moved", "lot", "A", "equipment", "fridge")
                .read("freezer", 0, 60, -20).read("fridge", 60, 300, 5);
        Judgement lot = imvanex.judge(300, "lot A");
        assertThat(lot.ruling()).isEqualTo(Ruling.USABLE);
        assertThat(lot.due()).contains(new Due(at(60).plus(Duration.ofDays(56)), "thawed"));
        imvanex.event(310, "kind", "reconstituted", "lot", "A", "vial", "v").read("fridge", 301, 320, 5);
        assertThat(why(imvanex.judge(320, "vial v"))).containsExactly(Code.FIGURE_MISSING);
    }

    @Test
    void mvaBnThatLeftItsFreezerUnnotedHasNoClockAndIsHeld() {
        Judgement lot = new Case().with(signed("imvanex"))
                .event(0, "kind", "placed", "lot", "A", "equipment", "fridge", "openingExposure", "none")
                .read("fridge", 0, 60, 5).judge(60, "lot A");
        assertThat(why(lot)).containsExactly(Code.THAW_NOT_RECORDED);
    }

    @Test
    void mvaBnIsNotFrozenAgain() {
        Judgement lot = thawed("imvanex").read("box", 0, 30, 5).read("box", 31, 40, -20).read("box", 41, 60, 5)
                .judge(60, "lot A");
        assertThat(why(lot)).contains(Code.FROZEN);
    }

    @Test
    void jynneosHasAnotherClockThanImvanexAndALongerOneForTheLotsThatItsProfileNames() {
        Case both = new Case().with(signed("imvanex")).with(signed("jynneos"))
                .event(0, "kind", "placed", "lot", "J1", "product", "jynneos", "equipment", "box", "thawedAt",
                        at(0).toString(), "openingExposure", "none")
                .event(0, "kind", "placed", "lot", "I1", "product", "imvanex", "equipment", "box", "thawedAt",
                        at(0).toString(), "openingExposure", "none")
                .read("box", 0, 720, 5);
        assertThat(both.judge(720, "lot J1").ruling()).isEqualTo(Ruling.TIME_OVER);
        assertThat(both.judge(720, "lot I1").ruling()).isEqualTo(Ruling.USABLE);
        ProductProfile longer = ProfileReader.read(ExampleProfiles.document(new ProductId("jynneos"))
                .replace("\"format\": 1,", "\"format\": 1, \"lots\": [\"J1\"], \"validation\": {\"by\": \"Dr Martin\","
                        + " \"on\": \"2026-03-02\"},")
                .replace("PT12H", "P28D"));
        assertThat(both.with(longer).judge(720, "lot J1").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void aProfileOfOtherLotsHoldsForNone() {
        Judgement lot = new Case().with(signed("jynneos", List.of("J1")))
                .event(0, "kind", "placed", "lot", "J2", "equipment", "box").read("box", 0, 10, 5).judge(10, "lot J2");
        assertThat(why(lot)).containsExactly(Code.NO_PROFILE);
        assertThat(lot.judgedBy()).isEmpty();
    }

    @Test
    void comirnatyConcentrateIsDilutedAndItsSyringeHasWhatIsLeftOfSixHours() {
        Case diluted = thawed("comirnaty-concentrate").event(60, "kind", "diluted", "lot", "A", "vial", "v")
                .event(70, "kind", "drawn-up", "vial", "v", "syringe", "s").read("box", 0, 600, 5);
        assertThat(diluted.judge(419, "syringe s").ruling()).isEqualTo(Ruling.USABLE);
        assertThat(diluted.judge(419, "syringe s").due()).contains(new Due(at(420), "diluted"));
        assertThat(diluted.judge(420, "syringe s").ruling()).isEqualTo(Ruling.TIME_OVER);
    }

    @Test
    void comirnatyConcentrateHasTwoHoursUnopenedWithinFourInAll() {
        Case warm = thawed("comirnaty-concentrate").event(110, "kind", "diluted", "lot", "A", "vial", "v")
                .read("box", 0, 300, 20);
        assertThat(warm.judge(120, "lot A").ruling()).isEqualTo(Ruling.TIME_OVER);
        assertThat(warm.judge(120, "vial v").due()).contains(new Due(at(240), "budget:total"));
    }

    @Test
    void readyToUseComirnatyHasTwelveHoursUnopenedWithinTwentyFourInAll() {
        Case warm = thawed("comirnaty-rtu").event(700, "kind", "punctured", "lot", "A", "vial", "v")
                .read("box", 0, 1_500, 20);
        assertThat(warm.judge(719, "vial v").dues()).startsWith(new Due(at(700 + 720), "punctured"),
                new Due(at(1_440), "budget:total"));
        assertThat(warm.judge(720, "lot A").ruling()).isEqualTo(Ruling.TIME_OVER);
    }

    @Test
    void comirnatyMayBeInAFreezerForTwoWeeksOnceAndNotAgainOnceItIsThawed() {
        Case freezer = new Case().with(signed("comirnaty-concentrate"))
                .event(0, "kind", "placed", "lot", "A", "equipment", "freezer", "openingExposure", "none")
                .read("freezer", 0, 60, -20);
        assertThat(freezer.judge(60, "lot A").due())
                .contains(new Due(at(0).plus(Duration.ofDays(14)), "budget:freezer"));
        freezer.event(60, "kind", "thawed", "lot", "A").read("freezer", 61, 76, -20);
        assertThat(why(freezer.judge(76, "lot A"))).contains(Code.REFROZEN);
    }

    @Test
    void priorixIsReconstitutedAndHasSeventyTwoHoursBeforeThat() {
        Case priorix = new Case().with(signed("priorix"))
                .event(0, "kind", "placed", "lot", "A", "gtin", "3400935137401",
                        "equipment", "box", "openingExposure", "{\"8..25\":4200}")
                .read("box", 0, 59, 5).read("box", 60, 90, 20)
                .read("box", 91, 600, 5).event(120, "kind", "reconstituted", "lot", "A", "vial", "v");
        assertThat(priorix.judge(89, "lot A").budgetLeft()).contains(Interval.exactly(minutes(4_320 - 4_229)));
        assertThat(priorix.judge(599, "vial v").due()).contains(new Due(at(600), "reconstituted"));
        assertThat(priorix.judge(600, "vial v").ruling()).isEqualTo(Ruling.TIME_OVER);
    }

    @Test
    void anotherGtinIsNoPriorix() {
        Judgement lot = new Case().with(signed("priorix")).event(0, "kind", "placed", "lot", "A", "gtin",
                "03400930000014", "equipment", "box").read("box", 0, 10, 5).judge(10, "lot A");
        assertThat(why(lot)).containsExactly(Code.NO_PROFILE);
    }

    /** The stricter figure of domain sources that differ; a product whose source gives none has none. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "imvanex, thawed, P56D", "imvanex, punctured, -", "jynneos, thawed, PT12H",
        "comirnaty-concentrate, thawed, P31D",
        "comirnaty-10-concentrate, diluted, PT12H", "comirnaty-rtu, thawed, P70D", "comirnaty-syringe, punctured, -",
        "spikevax-red, thawed, P14D", "spikevax-red, punctured, PT6H", "nuvaxovid, punctured, PT6H",
        "mmrvaxpro, reconstituted, PT8H", "proquad, reconstituted, PT30M", "varivax, reconstituted, PT30M",
        "varilrix, reconstituted, PT90M", "stamaril, reconstituted, -", "stamaril-10, reconstituted, PT6H",
        "bcg-ajv, reconstituted, PT4H", "twinrix, drawn-up, -", "gardasil, drawn-up, -"})
    void theStricterFigureIsTheExamples(String product, String step,
            @org.jspecify.annotations.Nullable Duration lasts) {
        Optional<Duration> found = signed(product).inUse().entrySet().stream()
                .filter(each -> each.getKey().code().equals(step))
                .flatMap(each -> each.getValue() instanceof org.gardefroid.vaccines.InUse.Lasts known
                        ? Optional.of(known.duration()).stream()
                        : Optional.<Duration>empty().stream())
                .findFirst();
        assertThat(found).isEqualTo(Optional.ofNullable(lasts));
    }
}
