package org.gardefroid.ingest.console.view;

import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.products.ProfileRevision;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ProductProfile;

/**
 * What would be said of doses that had been in an equipment.
 *
 * @param profiles that may be asked for
 * @param asked as the form has it
 * @param found nothing where nothing was asked yet, or could not be answered
 */
public record DosesWhatIf(EquipmentNow equipment, List<ProfileRevision> profiles, Asked asked,
        Optional<Reasoned> found) {

    /**
     * Times as the browser writes them, empty for none.
     *
     * @param placed since when they were there
     * @param judged at which moment
     * @param opening {@code none}, {@code minutes}, or {@code unknown}
     * @param step by which one was opened; empty if it was not
     * @param signed whether to take the figures as if they were signed
     */
    public record Asked(String product, String placed, String judged, String thawed, String opening,
            String openingMinutes, String openingLowest, String openingHighest, String step, String opened,
            boolean signed) {

        public boolean isEmpty() {
            return product.isEmpty();
        }

        public boolean opens(String code) {
            return opening.equals(code) || opening.isEmpty() && code.equals("unknown");
        }
    }

    /** What begins a clock of a vial. */
    public static List<String> steps() {
        return List.of(VialStep.values()).stream().filter(ProductProfile::isStart)
                .filter(step -> step != VialStep.THAWED).map(VialStep::code).toList();
    }
}
