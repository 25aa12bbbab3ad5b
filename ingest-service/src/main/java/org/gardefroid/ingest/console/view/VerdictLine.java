package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was said of a lot where it is, or of a vial or a syringe, and why.
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

    /** The vial that this syringe was filled from; empty where it is of none. */
    public Optional<String> drawnFrom() {
        return vial.filter(_ -> said.document().optionalText("kind").equals(Optional.of("syringe")))
                .flatMap(_ -> said.document().optionalObject("from")).map(from -> from.text("id"));
    }

    /** What it is of, in words: a vial, a syringe, or else where the lot's doses are. */
    public String called(Words words) {
        return vial.map(name -> drawnFrom().map(from -> words.say("verdict.of.syringe", name, from))
                .orElseGet(() -> words.say("verdict.of.vial", name))).orElseGet(() -> where(words));
    }

    public String where(Words words) {
        return words.pick(labelFr, labelEn);
    }
}
