package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/** A vial of an invented product: thawed for 30 days, reconstituted for 6 hours, drawn up for 30 minutes. */
final class Doses {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final ProductId PRODUCT = new ProductId("testovax");
    static final ProductId OTHER_PRODUCT = new ProductId("other");
    static final VialId VIAL = new VialId("vial-1");
    static final TemperatureBand COLD = band(2, 8);

    private Doses() {}

    static Instant at(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    static Temperature celsius(double celsius) {
        return Temperature.ofCelsius(celsius);
    }

    static TemperatureBand band(double lowest, double highest) {
        return new TemperatureBand(celsius(lowest), celsius(highest));
    }

    static ProductProfile profile() {
        return profile(Optional.of(new ProductProfile.Validation("Dr Martin", LocalDate.of(2026, 3, 1))),
                Optional.of(Duration.ofMinutes(20)));
    }

    static ProductProfile profile(Optional<ProductProfile.Validation> validation, Optional<Duration> tolerance) {
        return new ProductProfile(PRODUCT, 3, LocalDate.of(2026, 3, 1), "made up", validation, "Testovax", "Testovax",
                List.of(), List.of(), Optional.of(5), Storage.of(COLD),
                Map.of(
                        VialStep.THAWED, new InUse.Lasts(Duration.ofDays(30), COLD),
                        VialStep.RECONSTITUTED, new InUse.Lasts(Duration.ofHours(6), band(2, 25)),
                        VialStep.DRAWN_UP, new InUse.Lasts(Duration.ofMinutes(30), band(2, 25)),
                        VialStep.PUNCTURED, new InUse.CountsFrom(VialStep.RECONSTITUTED)),
                tolerance, List.of(), Optional.of("the maker"));
    }

    static DoseClock clock() {
        return new DoseClock(profile());
    }

    static DoseState fresh() {
        return DoseState.initial(VIAL, PRODUCT, Optional.empty());
    }

    static DoseInput handled(double minutes, VialStep step) {
        return new DoseInput.Handled(at(minutes), PRODUCT, step);
    }

    static DoseInput tick(double minutes) {
        return new DoseInput.Tick(at(minutes));
    }

    static Deadline deadline(double minutes, VialStep by) {
        return new Deadline(at(minutes), Optional.of(by));
    }

    /** What these inputs lead to, all findings together. */
    static DoseStep all(DoseClock clock, DoseInput... inputs) {
        DoseState state = fresh();
        List<DoseFinding> findings = new ArrayList<>();
        for (DoseInput input : inputs) {
            DoseStep step = clock.step(state, input);
            state = step.state();
            findings.addAll(step.findings());
        }
        return new DoseStep(state, findings, clock.wakeAt(state));
    }
}
