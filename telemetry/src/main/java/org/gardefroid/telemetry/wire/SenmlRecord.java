package org.gardefroid.telemetry.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One record of a SenML pack as it stands there (RFC 8428 §4), not yet resolved. A field that is absent is null: this is
 * the shape of the bytes, and never leaves the decoders but through {@link Senml#resolve}.
 *
 * @param hasBaseSum that there is a base sum; what it says means nothing here
 * @param drawnFrom a field of ours: the vial that a syringe was filled from
 */
record SenmlRecord(
        @Nullable String baseName,
        @Nullable BigDecimal baseTime,
        @Nullable String baseUnit,
        @Nullable BigDecimal baseValue,
        @Nullable BigDecimal baseVersion,
        boolean hasBaseSum,
        @Nullable String name,
        @Nullable String unit,
        @Nullable BigDecimal value,
        @Nullable String stringValue,
        @Nullable Boolean booleanValue,
        @Nullable Bytes dataValue,
        @Nullable BigDecimal time,
        @Nullable String drawnFrom) {

    /** Bytes as a value. */
    record Bytes(String hex) {

        Sha256 asSha256() throws Refusal {
            if (hex.length() != 2 * Sha256.BYTES) {
                throw Refusal.malformed("a SHA-256 has " + Sha256.BYTES + " bytes, not " + hex.length() / 2);
            }
            return new Sha256(hex);
        }
    }

    boolean hasBase() {
        return baseName != null || baseTime != null || baseUnit != null || baseValue != null || baseVersion != null;
    }

    /** The names of the base fields that stand in this record, as RFC 8428 has them. */
    List<String> baseFields() {
        if (!hasBase() && !hasBaseSum) {
            return List.of();
        }
        List<String> fields = new ArrayList<>();
        if (baseName != null) {
            fields.add("bn");
        }
        if (baseTime != null) {
            fields.add("bt");
        }
        if (baseUnit != null) {
            fields.add("bu");
        }
        if (baseValue != null) {
            fields.add("bv");
        }
        if (baseVersion != null) {
            fields.add("bver");
        }
        if (hasBaseSum) {
            fields.add("bs");
        }
        return fields;
    }

    boolean hasValue() {
        return value != null || stringValue != null || booleanValue != null || dataValue != null;
    }
}
