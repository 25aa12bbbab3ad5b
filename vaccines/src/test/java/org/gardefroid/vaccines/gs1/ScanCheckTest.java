package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.gs1.ScanFinding.ExpiredLot;
import org.gardefroid.vaccines.gs1.ScanFinding.LotNotRead;
import org.gardefroid.vaccines.gs1.ScanFinding.OtherExpiry;
import org.gardefroid.vaccines.gs1.ScanFinding.ProductNotRead;
import org.gardefroid.vaccines.gs1.ScanFinding.UnknownProduct;
import org.gardefroid.vaccines.gs1.ScanFinding.WrongLot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScanCheckTest {

    private static final Gtin PRIORIX = new Gtin("03400935137401");
    private static final Gtin OTHER = new Gtin("12345678901231");
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);

    private final ScanCheck check = new ScanCheck(List.of(new ExpectedLot(PRIORIX, "A1", Optional.of(LAST_DAY)),
            new ExpectedLot(PRIORIX, "A2", Optional.empty())));

    @Test
    void anExpectedLotMayBeGivenUntilTheEndOfItsLastDay() {
        assertThat(check.check(label("A1", LAST_DAY), LAST_DAY)).isEmpty();
        assertThat(check.check(label("A1", LAST_DAY), LAST_DAY.plusDays(1))).containsExactly(new ExpiredLot(LAST_DAY));
    }

    @Test
    void anotherLotOfTheProductIsTheWrongOne() {
        assertThat(check.check(label("A3", LAST_DAY), LAST_DAY))
                .containsExactly(new WrongLot("A3", List.of("A1", "A2")));
    }

    @Test
    void aLotWrittenInOtherLettersIsAnotherLot() {
        assertThat(check.check(label("a1", LAST_DAY), LAST_DAY)).hasSize(1);
    }

    @Test
    void aProductThatIsNotExpectedIsUnknownAndItsExpiryIsToldAsWell() {
        assertThat(
                check.check(new Label(Optional.of(OTHER), Optional.of("A1"), Optional.of(LAST_DAY), Optional.empty()),
                        LAST_DAY.plusDays(1)))
                .containsExactly(new UnknownProduct(OTHER), new ExpiredLot(LAST_DAY));
    }

    @Test
    void aLabelWithoutExpiryIsHeldToTheRegisteredOne() {
        assertThat(check.check(new Label(Optional.of(PRIORIX), Optional.of("A1"), Optional.empty(), Optional.empty()),
                LAST_DAY.plusDays(1))).containsExactly(new ExpiredLot(LAST_DAY));
    }

    @Test
    void theEarlierOfTwoExpiriesCountsAndTheirDifferenceIsTold() {
        LocalDate earlier = LocalDate.of(2027, 1, 31);
        assertThat(check.check(label("A1", earlier), LAST_DAY))
                .containsExactly(new ExpiredLot(earlier), new OtherExpiry(earlier, LAST_DAY));
    }

    @Test
    void whatIsMissingOnTheLabelIsAsked() {
        assertThat(check.check(new Label(Optional.of(PRIORIX), Optional.empty(), Optional.empty(), Optional.empty()),
                LAST_DAY)).containsExactly(new LotNotRead(List.of("A1", "A2")));
        assertThat(check.check(new Label(Optional.empty(), Optional.of("A1"), Optional.empty(), Optional.empty()),
                LAST_DAY)).containsExactly(new ProductNotRead());
    }

    @Test
    void everyFindingHasATextOfItsOwn() {
        List<ScanFinding> all = List.of(new ProductNotRead(), new UnknownProduct(OTHER), new LotNotRead(List.of()),
                new WrongLot("", List.of()), new ExpiredLot(LAST_DAY), new OtherExpiry(LAST_DAY, LAST_DAY));
        assertThat(all).extracting(ScanFinding::messageKey).doesNotHaveDuplicates()
                .hasSameSizeAs(ScanFinding.class.getPermittedSubclasses());
    }

    private static Label label(String lot, LocalDate expiry) {
        return new Label(Optional.of(PRIORIX), Optional.of(lot), Optional.of(expiry), Optional.empty());
    }
}
