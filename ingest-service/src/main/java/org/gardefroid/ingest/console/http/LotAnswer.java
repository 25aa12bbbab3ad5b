package org.gardefroid.ingest.console.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.OpeningExposure;

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
        List<Where> before) {

    /** @param until absent while it is there */
    @Serdeable.Serializable
    record Where(
            String equipment,
            int doses,
            Instant from,
            Optional<Instant> until,
            Optional<String> endedFor,
            String enteredBy) {

        static Where of(Lot.Placement placement) {
            return new Where(placement.equipment(), placement.doses(), placement.from(), placement.until(),
                    placement.endedFor(), placement.enteredBy());
        }
    }

    static LotAnswer of(Lot lot) {
        return new LotAnswer(lot.id(), lot.product(), lot.gtin(), lot.number(), lot.expiresOn(), lot.thawedAt(),
                lot.opening().map(OpeningExposure::minutes), lot.enteredAt(), lot.enteredBy(),
                lot.now().stream().map(Where::of).toList(), lot.before().stream().map(Where::of).toList());
    }
}
