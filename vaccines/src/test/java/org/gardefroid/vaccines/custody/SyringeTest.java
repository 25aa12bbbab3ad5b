package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.BoxEvents.Told;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Syringes as boxes tell of them. */
class SyringeTest {

    private static final VialId VIAL = new VialId("v");
    private static final VialId SYRINGE = new VialId("s");
    private static final VialId OTHER = new VialId("t");
    private static final PlaceId BOX = new PlaceId("box");
    private static final PlaceId ELSEWHERE = new PlaceId("other-box");

    private final List<Told> told = new ArrayList<>();

    private SyringeTest tell(PlaceId box, Event event) {
        told.add(new Told(Optional.of(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(told.size())), told.size(), box,
                event));
        return this;
    }

    private SyringeTest tell(Event event) {
        return tell(BOX, event);
    }

    private static Event drawn(VialId syringe) {
        return Event.VialHandled.drawnUp(syringe, Case.PRODUCT, VIAL);
    }

    private static Event handled(VialId goods, VialStep step) {
        return new Event.VialHandled(goods, Case.PRODUCT, step);
    }

    private List<Happening> happenings() {
        return BoxEvents.of(told, _ -> Optional.of(6)).stream().map(CustodyEvent::what).toList();
    }

    private int left(VialId goods) {
        return BoxEvents.left(told, _ -> Optional.of(6)).getOrDefault(goods, -1);
    }

    private int given() {
        return happenings().stream().mapToInt(what -> what instanceof Happening.Used used ? used.doses() : 0).sum();
    }

    private static ContainerId syringe(VialId name) {
        return new ContainerId(ContainerId.Kind.SYRINGE, name.value());
    }

    @Test
    void whatIsDrawnUpIsItsOwnContainerAndOfItsVial() {
        tell(handled(VIAL, VialStep.DILUTED)).tell(drawn(SYRINGE)).tell(new Event.VialMoved(SYRINGE, false));
        assertThat(happenings()).contains(
                new Happening.DrewUp(new ContainerId(ContainerId.Kind.VIAL, "v"), syringe(SYRINGE),
                        Label.ofProduct(Case.PRODUCT), Optional.empty()),
                new Happening.WentTo(syringe(SYRINGE), Label.NONE,
                        new Place.OnTheTable(Optional.of(BOX), Optional.empty())));
        assertThat(new Story(SYRINGE, told).container()).isEqualTo(syringe(SYRINGE));
        assertThat(new Story(VIAL, told).container()).hasToString("vial v");
    }

    @Test
    void aSyringeIsOneAlsoInWhatIsToldOfItBeforeItsDrawing() {
        tell(new Event.VialMoved(SYRINGE, true)).tell(drawn(SYRINGE));
        assertThat(happenings().getFirst()).isInstanceOfSatisfying(Happening.WentTo.class,
                went -> assertThat(went.container()).isEqualTo(syringe(SYRINGE)));
    }

    @Test
    void whatIsInASyringeIsNotInItsVialAnyMoreAndNotGivenEither() {
        tell(handled(VIAL, VialStep.DILUTED)).tell(drawn(SYRINGE)).tell(drawn(OTHER));
        assertThat(left(VIAL)).isEqualTo(4);
        assertThat(left(SYRINGE)).isOne();
        tell(new Event.DosesLeft(VIAL, 4));
        assertThat(given()).isZero();
    }

    @Test
    void aDoseIsGivenOnceWhoeverSaysSoAndAWastedOneIsNot() {
        tell(drawn(SYRINGE)).tell(drawn(OTHER)).tell(new Event.DosesLeft(SYRINGE, 0))
                .tell(new Event.VialEnded(SYRINGE, VialEnd.USED, Optional.empty()))
                .tell(new Event.VialEnded(SYRINGE, VialEnd.USED, Optional.empty()))
                .tell(new Event.VialEnded(OTHER, VialEnd.WASTED, Optional.empty()));
        assertThat(given()).isOne();
    }

    @Test
    void aCountThatIsSetRightTakesBackTheDosesThatFollowedFromIt() {
        tell(handled(VIAL, VialStep.DILUTED)).tell(new Event.DosesLeft(VIAL, 4)).tell(new Event.DosesLeft(VIAL, 0));
        assertThat(given()).isEqualTo(6);
        tell(new Event.DosesLeft(VIAL, 3));
        assertThat(given()).isEqualTo(3);
        tell(new Event.DosesLeft(VIAL, 6));
        assertThat(given()).isZero();
        assertThat(left(VIAL)).isEqualTo(6);
    }

    @Test
    void aDrawingThatIsTakenBackLeavesItsDoseInTheVial() {
        tell(handled(VIAL, VialStep.DILUTED)).tell(drawn(SYRINGE)).tell(drawn(SYRINGE));
        assertThat(left(VIAL)).isEqualTo(5);
        tell(handled(SYRINGE, VialStep.VOIDED)).tell(handled(SYRINGE, VialStep.VOIDED));
        assertThat(left(VIAL)).isEqualTo(6);
    }

    @Test
    void aSyringeIsFilledWhereItsVialIsUnlessAnotherBoxTellsSo() {
        tell(handled(VIAL, VialStep.DILUTED)).tell(new Event.VialMoved(VIAL, false)).tell(drawn(SYRINGE))
                .tell(new Event.VialMoved(VIAL, true)).tell(drawn(OTHER));
        assertThat(new Story(SYRINGE, told).isInside()).isFalse();
        assertThat(new Story(OTHER, told).isInside()).isTrue();
        tell(new Event.VialMoved(SYRINGE, true));
        assertThat(new Story(SYRINGE, told).isInside()).isTrue();
        VialId far = new VialId("far");
        tell(ELSEWHERE, drawn(far));
        assertThat(happenings()).contains(new Happening.DrewUp(new ContainerId(ContainerId.Kind.VIAL, "v"),
                syringe(far), Label.ofProduct(Case.PRODUCT), Optional.of(ELSEWHERE)));
    }

    @Test
    void aSyringeIsOfItsVialsLotAndAVialOfItsSyringesWhereNobodySaidItsOwn() {
        tell(drawn(SYRINGE)).tell(drawn(OTHER)).tell(new Event.VialOfLot(OTHER, new LotNumber("B")));
        assertThat(new Story(VIAL, told).lot()).contains(new LotNumber("B"));
        tell(new Event.VialOfLot(VIAL, new LotNumber("A")));
        assertThat(new Story(SYRINGE, told).lot()).contains(new LotNumber("A"));
        assertThat(new Story(OTHER, told).lot()).contains(new LotNumber("B"));
        assertThat(new Story(new VialId("nobody"), List.of()).product()).isEmpty();
        assertThat(new Story(SYRINGE, told).product()).contains(new ProductId("testovax"));
    }

    @Test
    void aVialAndAllItsSyringesAreJudgedTogetherWhicheverIsAskedFor() {
        Drawings drawings = new Drawings();
        drawings.take(drawn(SYRINGE));
        drawings.take(drawn(OTHER));
        drawings.take(new Event.VialMoved(new VialId("w"), true));
        assertThat(drawings.with(OTHER)).containsExactly(SYRINGE, OTHER, VIAL);
        assertThat(drawings.with(new VialId("w"))).containsExactly(new VialId("w"));
    }
}
