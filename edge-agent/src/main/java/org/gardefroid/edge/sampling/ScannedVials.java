package org.gardefroid.edge.sampling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.hardware.VialRefused.Reason;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.gs1.ExpectedLot;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.Scan;
import org.gardefroid.vaccines.gs1.ScanCheck;
import org.gardefroid.vaccines.gs1.ScanFinding;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;

/**
 * A vial is opened by scanning its code, if nothing speaks against it; what does is told instead, and no time is started.
 * Expected are the lots that the brief puts into the box; where it names none, its products, and of each the lots that its profile names, or
 * any where it names none.
 */
public final class ScannedVials implements VialReader {

    private final Supplier<List<String>> scans;
    private final BooleanSupplier connected;
    private final Supplier<List<ProductProfile>> expected;
    private final Supplier<List<ExpectedLot>> placed;
    private final Supplier<LocalDate> today;
    private final Consumer<Event> told;
    private final String prefix;
    private final Set<VialHandled> opened = new HashSet<>();
    private Optional<VialRefused> refused = Optional.empty();
    private int unnumbered;

    /**
     * @param scans since they were last asked for, in order
     * @param placed what the brief puts into the box
     * @param today where the box is
     * @param told of each opened vial's lot
     * @param prefix makes the names of this start's vials without a serial number its own
     */
    public ScannedVials(Supplier<List<String>> scans, BooleanSupplier connected,
            Supplier<List<ProductProfile>> expected, Supplier<List<ExpectedLot>> placed, Supplier<LocalDate> today,
            Consumer<Event> told, String prefix) {
        this.scans = scans;
        this.connected = connected;
        this.expected = expected;
        this.placed = placed;
        this.today = today;
        this.told = told;
        this.prefix = prefix;
    }

    @Override
    public List<VialHandled> handledSinceLastAsked() {
        List<VialHandled> handled = new ArrayList<>();
        for (String line : scans.get()) {
            Scan scan = new ScanReader(today.get()).read(line);
            switch (scan) {
                case Label label -> opened(label).ifPresent(handled::add);
                case Unreadable _ -> refuse(Reason.UNREADABLE, "");
            }
        }
        return handled;
    }

    @Override
    public Optional<VialRefused> refusedSinceLastAsked() {
        Optional<VialRefused> last = refused;
        refused = Optional.empty();
        return last;
    }

    @Override
    public Optional<ProbeFault> fault() {
        return connected.getAsBoolean() ? Optional.empty() : Optional.of(ProbeFault.DISCONNECTED);
    }

    private Optional<VialHandled> opened(Label label) {
        List<ProductProfile> profiles = expected.get().stream()
                .filter(profile -> label.gtin().filter(profile.gtins()::contains).isPresent()).toList();
        List<ExpectedLot> lots = placed.get().isEmpty()
                ? profiles.stream().flatMap(profile -> lots(profile, label).stream()).toList()
                : placed.get();
        Optional<ScanFinding> against = new ScanCheck(lots).check(label, today.get()).stream().findFirst();
        if (against.isPresent()) {
            refuse(against.get());
            return Optional.empty();
        }
        if (profiles.isEmpty()) {
            refuse(Reason.UNKNOWN_PRODUCT, label.gtin().map(Gtin::value).orElse("?"));
            return Optional.empty();
        }
        // One that names the lot goes before one that holds for any.
        ProductProfile profile = profiles.stream().filter(each -> !each.lots().isEmpty())
                .filter(each -> each.holdsFor(label.gtin(), label.lot())).findFirst().orElse(profiles.getFirst());
        List<VialStep> steps = profile.inUse().keySet().stream().filter(ProductProfile::isStart).toList();
        if (steps.size() != 1) {
            refuse(Reason.STEP_UNKNOWN, profile.product().value());
            return Optional.empty();
        }
        VialHandled handled = new VialHandled(name(label), profile.product(), steps.getFirst());
        if (!opened.add(handled)) { // the same vial once more
            return Optional.empty();
        }
        label.lot().map(LotNumber::new).ifPresent(lot -> told.accept(new Event.VialOfLot(handled.vial(), lot)));
        return Optional.of(handled);
    }

    private static List<ExpectedLot> lots(ProductProfile profile, Label label) {
        Gtin gtin = label.gtin().orElseThrow();
        return profile.lots().isEmpty()
                ? List.of(new ExpectedLot(gtin, label.lot().orElse(""), Optional.empty()))
                : profile.lots().stream().map(lot -> new ExpectedLot(gtin, lot, Optional.empty())).toList();
    }

    private void refuse(ScanFinding finding) {
        switch (finding) {
            case ScanFinding.ProductNotRead _ -> refuse(Reason.UNREADABLE, "");
            case ScanFinding.UnknownProduct(Gtin gtin) -> refuse(Reason.UNKNOWN_PRODUCT, gtin.value());
            case ScanFinding.LotNotRead _ -> refuse(Reason.WRONG_LOT, "?");
            case ScanFinding.WrongLot(String lot, List<String> _) -> refuse(Reason.WRONG_LOT, lot);
            case ScanFinding.ExpiredLot(LocalDate day) -> refuse(Reason.EXPIRED, day.toString());
            case ScanFinding.OtherExpiry(LocalDate label, LocalDate _) -> refuse(Reason.WRONG_LOT, label.toString());
        }
    }

    private void refuse(Reason reason, String what) {
        refused = Optional.of(new VialRefused(reason, what));
    }

    /** By its serial number, so that the same vial is not counted twice; without one it is the next. */
    private VialId name(Label label) {
        String serial = label.gtin().orElseThrow() + "-" + label.serial().orElse("").toLowerCase(Locale.ROOT);
        return label.serial().isPresent() && serial.matches("[0-9][a-z0-9._-]{0,62}")
                ? new VialId(serial)
                : new VialId(prefix + "-" + ++unnumbered);
    }
}
