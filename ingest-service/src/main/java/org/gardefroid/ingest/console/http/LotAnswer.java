package org.gardefroid.ingest.console.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.console.view.VerdictLine;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.OpeningExposure;
import org.gardefroid.vaccines.custody.Due;

/**
 * A lot as a program is told of it.
 *
 * @param openingMinutes absent where the budget before it came is not known, which is not none
 */
@Serdeable.Serializable
record LotAnswer(
        int id,
        String product,
        Optional<String> gtin,
        String number,
        LocalDate expires,
        Optional<Instant> thawedAt,
        Optional<Integer> openingMinutes,
        Instant enteredAt,
        String enteredBy,
        List<Where> now,
        List<Where> before,
        List<Said> verdicts) {

    /** @param until absent while it is there */
    @Serdeable.Serializable
    record Where(
            String equipment,
            int doses,
            Instant from,
            Optional<Instant> until,
            Optional<String> endedFor,
            String enteredBy,
            Optional<Instant> thawedAt) {

        static Where of(Lot.Placement placement) {
            return new Where(placement.equipment(), placement.doses(), placement.from(), placement.until(),
                    placement.endedFor(), placement.enteredBy(), placement.thawedAt());
        }
    }

    /**
     * @param vial or syringe; absent where it is of the lot's doses in that equipment
     * @param drawnFrom the vial that the syringe was filled from
     * @param reasons why it may not be used, in the reader's language
     */
    @Serdeable.Serializable
    record Said(
            String equipment,
            Optional<String> vial,
            Optional<String> drawnFrom,
            String verdict,
            Instant since,
            Instant judgedAt,
            Optional<Instant> deadline,
            Optional<String> product,
            Optional<Integer> profileRevision,
            List<String> reasons) {

        static Said of(VerdictLine verdict, Words words) {
            return new Said(verdict.equipment(), verdict.vial(), verdict.drawnFrom(), verdict.said().ruling(),
                    verdict.since(),
                    verdict.judgedAt(),
                    verdict.said().due().map(Due::at), verdict.product(),
                    verdict.revision().isPresent()
                            ? Optional.of(verdict.revision().getAsInt())
                            : Optional.empty(),
                    verdict.said().reasons(words));
        }
    }

    static LotAnswer of(Lot lot, List<VerdictLine> verdicts, Words words) {
        return new LotAnswer(lot.id(), lot.product(), lot.gtin(), lot.number(), lot.expiresOn(), lot.thawedAt(),
                lot.opening().map(OpeningExposure::minutes), lot.enteredAt(), lot.enteredBy(),
                lot.now().stream().map(Where::of).toList(), lot.before().stream().map(Where::of).toList(),
                verdicts.stream().map(verdict -> Said.of(verdict, words)).toList());
    }
}
