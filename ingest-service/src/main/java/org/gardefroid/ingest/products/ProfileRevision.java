package org.gardefroid.ingest.products;

import java.time.Instant;
import java.util.Optional;

/**
 * One revision of a product's profile.
 *
 * @param document as it is signed, laid out to be read
 * @param signedBy empty while no pharmacist answers for it: all that it judges is set apart
 */
public record ProfileRevision(
        String product,
        int revision,
        String nameFr,
        String nameEn,
        String source,
        String document,
        Optional<String> signedBy,
        Optional<Instant> signedAt) {

    public boolean isSigned() {
        return signedBy.isPresent();
    }
}
