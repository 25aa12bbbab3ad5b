package org.gardefroid.edge.sampling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.gs1.ExpectedLot;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.Scan;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;

/** A vial is opened by scanning its code, if nothing speaks against it; what does is told instead, and no time is started. */
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
                case Unreadable _ -> refuse(new VialRefused(Reason.UNREADABLE, ""));
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
        return switch (new ExpectedVials(expected.get(), placed.get(), today.get()).ask(label)) {
            case ExpectedVials.Answer.Refused(VialRefused why) -> refuse(why);
            case ExpectedVials.Answer.Expected(ProductProfile profile) -> ExpectedVials.onlyStep(profile)
                    .map(step -> opened(label, profile, step))
                    .orElseGet(() -> refuse(new VialRefused(Reason.STEP_UNKNOWN, profile.product().value())));
        };
    }

    private Optional<VialHandled> opened(Label label, ProductProfile profile, VialStep step) {
        VialId vial = ExpectedVials.name(label).orElseGet(() -> new VialId(prefix + "-" + ++unnumbered));
        VialHandled handled = new VialHandled(vial, profile.product(), step);
        if (!opened.add(handled)) { // the same vial once more
            return Optional.empty();
        }
        label.lot().map(LotNumber::new).ifPresent(lot -> told.accept(new Event.VialOfLot(handled.vial(), lot)));
        return Optional.of(handled);
    }

    private Optional<VialHandled> refuse(VialRefused why) {
        refused = Optional.of(why);
        return Optional.empty();
    }
}
