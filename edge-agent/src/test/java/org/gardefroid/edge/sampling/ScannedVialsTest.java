package org.gardefroid.edge.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.hardware.VialRefused.Reason;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.TemperatureBand;
import org.gardefroid.vaccines.gs1.ExpectedLot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScannedVialsTest {

    private static final String GTIN = "03400935137401";
    private static final String LABEL = "(01)03400935137401(17)271231(10)A1(21)S7";
    private static final ProductId PRIORIX = new ProductId("priorix");

    private final List<String> scans = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private List<String> lots = List.of();
    private List<ExpectedLot> placed = List.of();
    private List<Brief.LabelledVial> vials = List.of();
    private List<VialStep> steps = List.of(VialStep.RECONSTITUTED);
    private LocalDate today = LocalDate.of(2027, 3, 2);
    private boolean connected = true;
    private final ScannedVials reader = new ScannedVials(() -> {
        List<String> taken = List.copyOf(scans);
        scans.clear();
        return taken;
    }, () -> connected, () -> List.of(profile()), () -> placed,
            label -> vials.stream().filter(vial -> vial.vial().value().equals(label)).findAny(), () -> today, told::add,
            "scan-a", Set.of(new VialId(GTIN + "-lost")));

    @Test
    void aVialThatIsScannedIsOpenedAndItsLotIsTold() {
        VialId vial = new VialId(GTIN + "-s7");

        assertThat(scanned(LABEL)).containsExactly(new VialHandled(vial, PRIORIX, VialStep.RECONSTITUTED));
        assertThat(told).containsExactly(new Event.VialOfLot(vial, new LotNumber("A1")));
        assertThat(reader.refusedSinceLastAsked()).isEmpty();
    }

    @Test
    void aVialOfWhichNothingButItsNumberIsKnownGetsNoFreshTime() {
        assertThat(scanned(LABEL.replace("S7", "LOST"))).isEmpty();
        assertThat(told).isEmpty();
        assertThat(reader.refusedSinceLastAsked())
                .contains(new VialRefused(Reason.OPENED_BEFORE, GTIN + "-lost"));
    }

    @Test
    void aVialWithALabelOfOursIsOpenedOnceAndNotWhereItWasOpenedElsewhere() {
        VialId vial = new VialId("v-1a");
        Brief.Handling there = new Brief.Handling(VialStep.RECONSTITUTED, Instant.EPOCH, new EquipmentId("box-3"));
        vials = List.of(new Brief.LabelledVial(vial, PRIORIX, new LotNumber("A1"), List.of()),
                new Brief.LabelledVial(new VialId("v-2b"), PRIORIX, new LotNumber("A1"), List.of(there)));

        assertThat(scanned("v-1a")).containsExactly(new VialHandled(vial, PRIORIX, VialStep.RECONSTITUTED));
        assertThat(scanned("v-1a")).isEmpty();
        assertThat(told).containsExactly(new Event.VialOfLot(vial, new LotNumber("A1")));
        assertThat(scanned("v-2b")).isEmpty();
        assertThat(reader.refusedSinceLastAsked()).contains(new VialRefused(Reason.OPENED_ELSEWHERE, "v-2b"));
    }

    @Test
    void aLotThatTheBriefDoesNotPutIntoTheBoxIsRefusedAndOneThatItDoesIsOpened() {
        placed = List.of(new ExpectedLot(new Gtin(GTIN), "B7", Optional.of(LocalDate.of(2027, 12, 31))));
        assertThat(scanned(LABEL)).isEmpty();
        assertThat(reader.refusedSinceLastAsked()).map(VialRefused::reason).contains(VialRefused.Reason.WRONG_LOT);

        placed = List.of(new ExpectedLot(new Gtin(GTIN), "A1", Optional.of(LocalDate.of(2027, 12, 31))));
        assertThat(scanned(LABEL)).hasSize(1);
        today = LocalDate.of(2028, 1, 1);
        assertThat(scanned("(01)03400935137401(10)A1(21)S8")).isEmpty();
        assertThat(reader.refusedSinceLastAsked()).map(VialRefused::reason).contains(VialRefused.Reason.EXPIRED);
    }

    @Test
    void theSameVialScannedTwiceIsOneAndTwoWithoutSerialNumbersAreTwo() {
        assertThat(scanned(LABEL, LABEL)).hasSize(1);
        assertThat(scanned("(01)03400935137401(17)271231(10)A1", "(01)03400935137401(17)271231(10)A1"))
                .extracting(VialHandled::vial).containsExactly(new VialId("scan-a-1"), new VialId("scan-a-2"));
    }

    @Test
    void aVialIsNotOpenedAfterItsLastDay() {
        today = LocalDate.of(2028, 1, 1);

        assertThatItIsRefused(LABEL, Reason.EXPIRED, "2027-12-31");
    }

    @Test
    void aLotThatTheProfileDoesNotNameIsNotOpened() {
        lots = List.of("B2");

        assertThatItIsRefused(LABEL, Reason.WRONG_LOT, "A1");
    }

    @Test
    void aProductThatTheBriefDoesNotNameIsNotOpened() {
        assertThatItIsRefused("(01)12345678901231(10)A1", Reason.UNKNOWN_PRODUCT, "12345678901231");
    }

    @Test
    void whatIsNoLabelIsNotOpened() {
        assertThatItIsRefused("hello", Reason.UNREADABLE, "");
    }

    @Test
    void aVialThatMayBeOpenedInTwoWaysIsLeftToThePage() {
        steps = List.of(VialStep.THAWED, VialStep.PUNCTURED);

        assertThatItIsRefused(LABEL, Reason.STEP_UNKNOWN, "priorix");
    }

    @Test
    void aScannerThatIsPulledOutIsAFault() {
        assertThat(reader.fault()).isEmpty();
        connected = false;
        assertThat(reader.fault()).contains(ProbeFault.DISCONNECTED);
    }

    private void assertThatItIsRefused(String label, Reason reason, String what) {
        assertThat(scanned(label)).isEmpty();
        assertThat(told).isEmpty();
        assertThat(reader.refusedSinceLastAsked()).contains(new VialRefused(reason, what));
        assertThat(reader.refusedSinceLastAsked()).isEmpty();
    }

    private List<VialHandled> scanned(String... labels) {
        scans.addAll(List.of(labels));
        return reader.handledSinceLastAsked();
    }

    private ProductProfile profile() {
        ProductProfile bare = ProductProfile.withoutFigures(PRIORIX);
        Map<VialStep, InUse> inUse = steps.stream().collect(Collectors.toMap(step -> step,
                _ -> new InUse.Lasts(Duration.ofHours(8),
                        new TemperatureBand(Temperature.ofCelsius(2), Temperature.ofCelsius(8)))));
        return new ProductProfile(PRIORIX, 1, bare.revised(), "", Optional.empty(), "", "", List.of(new Gtin(GTIN)),
                lots, Optional.empty(), bare.storage(), inUse, Optional.empty(), List.of(), Optional.empty());
    }
}
