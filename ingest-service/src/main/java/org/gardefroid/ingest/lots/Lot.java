package org.gardefroid.ingest.lots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A lot and every place it was in, as known now. */
public record Lot(
        int id,
        int site,
        String product,
        Optional<String> gtin,
        String number,
        LocalDate expiresOn,
        Optional<Instant> thawedAt,
        Optional<OpeningExposure> opening,
        Instant enteredAt,
        String enteredBy,
        List<Placement> placements) {

    /**
     * Some of a lot in an equipment for a while.
     *
     * @param until empty while it is there
     * @param thawedAt since when they thaw, where somebody has recorded that of them here
     * @param endedFor {@code moved}, or the code of a {@link Departure}
     */
    public record Placement(
            long id,
            String equipment,
            String labelFr,
            String labelEn,
            int doses,
            Instant from,
            Optional<Instant> until,
            Optional<String> endedFor,
            String enteredBy,
            Optional<Instant> thawedAt) {

        public boolean isNow() {
            return until.isEmpty();
        }
    }

    public Lot {
        placements = List.copyOf(placements);
    }

    /** Where it is now: answers a recall. */
    public List<Placement> now() {
        return placements.stream().filter(Placement::isNow).toList();
    }

    public List<Placement> before() {
        return placements.stream().filter(placement -> !placement.isNow()).toList();
    }

    public int doses() {
        return now().stream().mapToInt(Placement::doses).sum();
    }
}
