package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was said of a lot where it is, or of a vial, and why.
 *
 * @param since when it was first said
 * @param until when something else was said; empty while it stands
 * @param judgedAt up to when readings were counted
 */
public record VerdictLine(
        OptionalInt lot,
        String equipment,
        String labelFr,
        String labelEn,
        Optional<String> vial,
        Instant since,
        Optional<Instant> until,
        Instant judgedAt,
        Optional<String> product,
        OptionalInt revision,
        Reasoned said) {

    public String where(Words words) {
        return words.pick(labelFr, labelEn);
    }
}
