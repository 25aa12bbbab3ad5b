package org.gardefroid.ingest.console.view;

import java.time.LocalDate;
import java.util.List;
import org.gardefroid.ingest.lots.Decision;
import org.gardefroid.ingest.lots.Lot;

/**
 * One lot: where it is, where it was, and what may be done with it.
 *
 * @param places where it may be taken to
 */
public record LotPage(
        Lot lot,
        List<Place> places,
        List<Decision> decisions,
        List<VerdictLine> verdicts,
        List<VerdictLine> before,
        int labels,
        boolean mayHandle,
        boolean maySign,
        LocalDate today) {

    /** An equipment, by its name. */
    public record Place(String name, String labelFr, String labelEn, int site) {
        public String label(Words words) {
            return words.pick(labelFr, labelEn);
        }
    }

    /** What is said of the doses that are somewhere, and of the vials that were opened. */
    public List<VerdictLine> standing() {
        return verdicts.stream().filter(verdict -> verdict.vial().isPresent() || lot.now().stream()
                .anyMatch(placement -> placement.equipment().equals(verdict.equipment()))).toList();
    }

    /** Where doses of a lot are no more, those that were given may still have to be traced. */
    public List<VerdictLine> gone() {
        return verdicts.stream().filter(verdict -> !standing().contains(verdict) && !verdict.said().toTrace().isEmpty())
                .toList();
    }

    public boolean isExpired() {
        return today.isAfter(lot.expiresOn());
    }

    public static String where(Words words, Lot.Placement placement) {
        return words.pick(placement.labelFr(), placement.labelEn());
    }
}
