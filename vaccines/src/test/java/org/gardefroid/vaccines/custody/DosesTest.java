package org.gardefroid.vaccines.custody;

import java.util.List;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;

/** A vial of the invented product holds six doses. */
class DosesTest {

    private final Case opened = new Case()
            .event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure", "none", "expiry", "2027-01")
            .event(1, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 60, 5);

    private static List<Code> why(Judgement judgement) {
        return judgement.grounds().stream().map(Ground::code).toList();
    }

    @Test
    void aVialThatGaveAllItsDosesSaysSo() {
        opened.event(10, "kind", "used", "vial", "v", "doses", "5");
        assertThat(why(opened.judge(20, "vial v"))).isEmpty();
        opened.event(30, "kind", "drawn-up", "vial", "v", "syringe", "s");
        assertThat(opened.judge(60, "vial v").grounds())
                .containsExactly(Ground.since(Code.ALL_DOSES_TAKEN, at(30), 6));
    }

    @Test
    void aVialThatGaveMoreThanItHoldsIsSetApart() {
        opened.event(10, "kind", "used", "vial", "v", "doses", "5")
                .event(20, "kind", "drawn-up", "vial", "v", "syringe", "s")
                .event(25, "kind", "used", "syringe", "s") // it left the vial when it was drawn up
                .event(30, "kind", "used", "vial", "v", "doses", "2");
        Judgement vial = opened.judge(60, "vial v");
        assertThat(vial.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(vial.grounds()).containsExactly(Ground.since(Code.TOO_MANY_DOSES, at(30), 8, 6));
        assertThat(vial.toTrace()).extracting(Judgement.Given::at).containsExactly(at(30));
    }

    @Test
    void aDrawingThatWasTakenBackTookNothing() {
        opened.event(10, "kind", "used", "vial", "v", "doses", "6")
                .event(20, "kind", "drawn-up", "vial", "v", "syringe", "s", "id", "d")
                .event(30, "kind", "voided", "event", "d", "by", "IDE Petit", "reason", "another vial");
        assertThat(why(opened.judge(60, "vial v"))).containsExactly(Code.ALL_DOSES_TAKEN);
    }

    @Test
    void aSyringeIsUsedUpByItsOneDose() {
        opened.event(20, "kind", "drawn-up", "vial", "v", "syringe", "s");
        assertThat(opened.judge(25, "syringe s").ruling()).isEqualTo(Ruling.USABLE);
        Judgement used = opened.event(30, "kind", "used", "syringe", "s").judge(60, "syringe s");
        assertThat(used.ruling()).isEqualTo(Ruling.ISOLATE);
        assertThat(used.grounds()).containsExactly(Ground.since(Code.FINISHED, at(30)));
    }

    @Test
    void aLotWhoseExpiryNobodyEnteredSaysSoAsLongAsItIsUsable() {
        Case unsaid = Case.inTheBox().read("box", 0, 30, 5).read("box", 31, 200, 20);
        assertThat(why(unsaid.judge(30, "lot A"))).containsExactly(Code.EXPIRY_UNSAID);
        assertThat(why(unsaid.judge(200, "lot A"))).containsExactly(Code.BUDGET_SPENT);
        assertThat(why(opened.judge(60, "lot A"))).isEmpty();
    }
}
