package org.gardefroid.edge.sampling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.hardware.VialRefused.Reason;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProductId;
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
    private final Function<String, Optional<Brief.LabelledVial>> labelled;
    private final Supplier<LocalDate> today;
    private final Consumer<Event> told;
    private final String prefix;
    private final Set<VialId> forgotten;
    private final Set<VialHandled> opened = new HashSet<>();
    private Optional<VialRefused> refused = Optional.empty();
    private int unnumbered;

    /**
     * @param scans since they were last asked for, in order
     * @param placed what the brief puts into the box
     * @param labelled the vial whose label of ours has this text
     * @param today where the box is
     * @param told of each opened vial's lot
     * @param prefix makes the names of this start's vials without a serial number its own
     * @param forgotten what was opened before, and of which nothing else is known
     */
    public ScannedVials(Supplier<List<String>> scans, BooleanSupplier connected,
            Supplier<List<ProductProfile>> expected, Supplier<List<ExpectedLot>> placed,
            Function<String, Optional<Brief.LabelledVial>> labelled, Supplier<LocalDate> today,
            Consumer<Event> told, String prefix, Set<VialId> forgotten) {
        this.scans = scans;
        this.connected = connected;
        this.expected = expected;
        this.placed = placed;
        this.labelled = labelled;
        this.today = today;
        this.told = told;
        this.prefix = prefix;
        this.forgotten = Set.copyOf(forgotten);
    }

    @Override
    public List<VialHandled> handledSinceLastAsked() {
        List<VialHandled> handled = new ArrayList<>();
        for (String line : scans.get()) {
            Scan scan = new ScanReader(today.get()).read(line);
            switch (scan) {
                case Label label -> opened(label).ifPresent(handled::add);
                case Unreadable _ -> labelled.apply(line).ifPresentOrElse(
                        vial -> opened(vial).ifPresent(handled::add),
                        () -> refuse(new VialRefused(Reason.UNREADABLE, "")));
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
                    .map(step -> opened(ExpectedVials.name(label)
                            .orElseGet(() -> new VialId(prefix + "-" + ++unnumbered)), profile.product(), step,
                            label.lot().map(LotNumber::new)))
                    .orElseGet(() -> refuse(new VialRefused(Reason.STEP_UNKNOWN, profile.product().value())));
        };
    }

    /** It has a label of ours. */
    private Optional<VialHandled> opened(Brief.LabelledVial labelled) {
        if (labelled.openedElsewhere().isPresent()) {
            return refuse(new VialRefused(Reason.OPENED_ELSEWHERE, labelled.vial().value()));
        }
        Optional<ProductProfile> profile = expected.get().stream()
                .filter(known -> known.product().equals(labelled.product())).findFirst();
        return profile.flatMap(ExpectedVials::onlyStep)
                .map(step -> opened(labelled.vial(), labelled.product(), step, Optional.of(labelled.lot())))
                .orElseGet(() -> refuse(new VialRefused(
                        profile.isPresent() ? Reason.STEP_UNKNOWN : Reason.UNKNOWN_PRODUCT,
                        labelled.product().value())));
    }

    private Optional<VialHandled> opened(VialId vial, ProductId product, VialStep step, Optional<LotNumber> lot) {
        if (forgotten.contains(vial)) { // fresh time would be given to what may be over
            return refuse(new VialRefused(Reason.OPENED_BEFORE, vial.value()));
        }
        VialHandled handled = new VialHandled(vial, product, step);
        if (!opened.add(handled)) { // the same vial once more
            return Optional.empty();
        }
        lot.ifPresent(number -> told.accept(new Event.VialOfLot(handled.vial(), number)));
        return Optional.of(handled);
    }

    private Optional<VialHandled> refuse(VialRefused why) {
        refused = Optional.of(why);
        return Optional.empty();
    }
}
