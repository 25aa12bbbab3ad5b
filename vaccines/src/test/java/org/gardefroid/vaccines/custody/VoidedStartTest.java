package org.gardefroid.vaccines.custody;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;

/** What stands, and what does not, once a mistaken step is taken back. */
class VoidedStartTest {

    private static final String[] BY = {"by", "IDE Petit", "reason", "wrong one pressed"};

    private static Case drawn() {
        return Case.inTheBox().read("box", 0, 120, 5)
                .event(10, "kind", "drawn-up", "lot", "A", "vial", "v", "syringe", "s", "id", "first");
    }

    private static Case voided(Case made, String what, String which) {
        return made.event(30, "kind", "voided", what, which, BY[0], BY[1], BY[2], BY[3]);
    }

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    @Test
    void aVialIsOpenFromTheFirstDrawingThatStands() {
        Case twice = drawn().event(20, "kind", "drawn-up", "vial", "v", "syringe", "t", "id", "second");
        Judgement vial = voided(twice, "event", "first").judge(60, "vial v");
        assertThat(why(vial)).contains(Code.FIGURE_MISSING); // how long once punctured, its profile does not say
        assertThat(vial.starts()).extracting(Start::when).containsExactly(at(20));
        assertThat(why(twice.judge(60, "syringe t"))).doesNotContain(Code.DRAWING_VOIDED);
    }

    @Test
    void aVialWhoseDilutionWasTakenBackIsStillOpenedByWhatWasDrawnFromIt() {
        Case diluted = Case.inTheBox().read("box", 0, 120, 5)
                .event(10, "kind", "diluted", "lot", "A", "vial", "v", "id", "d")
                .event(20, "kind", "drawn-up", "vial", "v", "syringe", "s");
        assertThat(why(voided(diluted, "event", "d").judge(60, "vial v"))).contains(Code.FIGURE_MISSING);
    }

    @Test
    void aVialFromWhichADoseWasGivenIsOpen() {
        Judgement vial = Case.inTheBox().read("box", 0, 60, 5).event(10, "kind", "used", "vial", "v", "lot", "A")
                .judge(60, "vial v");
        assertThat(why(vial)).containsExactly(Code.FIGURE_MISSING);
    }

    @Test
    void aVialFromWhichNoDrawingStandsIsClosed() {
        assertThat(voided(drawn(), "event", "first").judge(60, "vial v").ruling()).isEqualTo(Ruling.USABLE);
        assertThat(voided(drawn(), "syringe", "s").judge(60, "vial v").ruling()).isEqualTo(Ruling.USABLE);
    }

    @Test
    void aVialStaysOpenWhoeverTakesBackAPunctureThatADrawingImplies() {
        assertThat(why(voided(drawn(), "vial", "v").judge(60, "vial v"))).contains(Code.FIGURE_MISSING);
    }

    @Test
    void aSyringeWhoseDrawingWasTakenBackIsSetApartAndSaysWhy() {
        for (Case mistaken : List.of(voided(drawn(), "event", "first"), voided(drawn(), "syringe", "s"))) {
            Judgement syringe = mistaken.event(40, "kind", "used", "syringe", "s").judge(60, "syringe s");
            assertThat(syringe.ruling()).isEqualTo(Ruling.ISOLATE);
            assertThat(why(syringe)).contains(Code.DRAWING_VOIDED, Code.START_VOIDED);
            assertThat(syringe.toTrace()).hasSize(1);
            assertThat(new Texts(Locale.FRENCH, ZoneOffset.UTC).ground(syringe.grounds().stream()
                    .filter(ground -> ground.code() == Code.DRAWING_VOIDED).findFirst().orElseThrow()))
                    .contains("annulée", "Isoler");
        }
    }

    @Test
    void aSyringeThatIsDrawnAgainIsJudgedByThatDrawing() {
        Case again = voided(drawn(), "event", "first").event(40, "kind", "diluted", "vial", "v")
                .event(45, "kind", "drawn-up", "vial", "v", "syringe", "s");
        assertThat(why(again.judge(60, "syringe s"))).doesNotContain(Code.DRAWING_VOIDED);
    }

    @Test
    void aStartThatIsTakenBackAtABoxNamesWhoDidItAndWhy() {
        VialId vial = new VialId("v-1");
        ProductId product = new ProductId("priorix");
        List<CustodyEvent> events = BoxEvents.of(List.of(
                told(1, new Event.VialHandled(vial, product, VialStep.RECONSTITUTED)),
                told(2, new Event.StartVoided(vial, VoidReason.NOT_OPENED, "AB")),
                told(3, new Event.VialHandled(vial, product, VialStep.VOIDED)),
                told(4, new Event.VialHandled(vial, product, VialStep.VOIDED))), _ -> Optional.empty());

        List<CustodyEvent> voided = events.stream().filter(event -> event.what() instanceof Happening.Voided).toList();
        assertThat(voided).extracting(CustodyEvent::by, event -> ((Happening.Voided) event.what()).reason())
                .containsExactly(Tuple.tuple(Optional.of("AB"), "not-opened"), Tuple.tuple(Optional.empty(), "-"));
        assertThat(new Texts(Locale.FRENCH, ZoneOffset.UTC).ground(Ground.since(Code.START_VOIDED, at(2),
                "reconstituted", at(1), "AB", "not-opened"))).contains("annulée par AB (motif : non ouvert)");
    }

    private static BoxEvents.Told told(int minute, Event event) {
        return new BoxEvents.Told(Optional.of(at(minute)), minute, new PlaceId("box"), event);
    }
}
