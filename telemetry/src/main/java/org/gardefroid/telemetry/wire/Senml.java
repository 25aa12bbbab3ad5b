package org.gardefroid.telemetry.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.telemetry.Rejection;

/**
 * A SenML pack of a foreign device, resolved (RFC 8428 §4.6): every record with its full name, its unit and its absolute
 * time.
 */
public final class Senml {

    /** The version of SenML that RFC 8428 defines. */
    static final int VERSION = 10;

    /** Times below this are seconds from now (RFC 8428 §4.5.3). */
    private static final BigDecimal RELATIVE = BigDecimal.valueOf(1L << 28);

    private static final int LONGEST_NAME = 255;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]*");

    private Senml() {}

    /**
     * A resolved record.
     *
     * @param seconds since 1970-01-01T00:00Z
     */
    public record Resolved(String name, Optional<String> unit, BigDecimal seconds, Value value) {}

    /** What a record tells. */
    public sealed interface Value {

        record Quantity(BigDecimal number) implements Value {}

        record Text(String text) implements Value {}

        record Truth(boolean truth) implements Value {}

        record Data(String hex) implements Value {}
    }

    /**
     * Decodes and resolves a pack, JSON or CBOR by its first byte.
     *
     * @param nowSeconds seconds since 1970 that relative times are counted from: when the pack was received
     */
    public static Decoded<List<Resolved>> decode(byte[] content, BigDecimal nowSeconds) {
        try {
            return new Decoded.Ok<>(resolve(SenmlReader.readEither(content), nowSeconds));
        } catch (Refusal refusal) {
            return refusal.asValue();
        }
    }

    static List<Resolved> resolve(List<SenmlRecord> records, BigDecimal nowSeconds) throws Refusal {
        String baseName = "";
        BigDecimal baseTime = BigDecimal.ZERO;
        Optional<String> baseUnit = Optional.empty();
        BigDecimal baseValue = BigDecimal.ZERO;
        List<Resolved> resolved = new ArrayList<>(records.size());
        for (SenmlRecord record : records) {
            checkVersion(record);
            baseName = record.baseName() == null ? baseName : record.baseName();
            baseTime = record.baseTime() == null ? baseTime : record.baseTime();
            baseUnit = record.baseUnit() == null ? baseUnit : Optional.of(record.baseUnit());
            baseValue = record.baseValue() == null ? baseValue : record.baseValue();
            if (!record.hasValue()) {
                if (!record.hasBase() || record.name() != null) {
                    throw Refusal.malformed("a record without a value");
                }
                continue; // carries base fields only
            }
            Optional<String> unit = record.unit() == null ? baseUnit : Optional.of(record.unit());
            BigDecimal time = record.time() == null ? baseTime : baseTime.add(record.time());
            resolved.add(new Resolved(fullName(baseName, record), unit,
                    time.compareTo(RELATIVE) < 0 ? nowSeconds.add(time) : time, value(record, baseValue)));
        }
        return List.copyOf(resolved);
    }

    static void checkVersion(SenmlRecord record) throws Refusal {
        BigDecimal version = record.baseVersion();
        if (version != null && version.compareTo(BigDecimal.valueOf(VERSION)) > 0) {
            throw new Refusal(Rejection.UNKNOWN_VERSION, "SenML version " + version + "; spoken here: " + VERSION);
        }
    }

    private static String fullName(String baseName, SenmlRecord record) throws Refusal {
        String name = record.name() == null ? baseName : baseName + record.name();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw Refusal.malformed("a name must be 1 to " + LONGEST_NAME
                    + " of A-Z, a-z, 0-9, '-', ':', '.', '/' and '_', beginning with a letter or digit");
        }
        return name;
    }

    private static Value value(SenmlRecord record, BigDecimal baseValue) throws Refusal {
        int values = 0;
        Value value = new Value.Truth(false);
        if (record.value() != null) {
            value = new Value.Quantity(baseValue.add(record.value()));
            values++;
        }
        if (record.stringValue() != null) {
            value = new Value.Text(record.stringValue());
            values++;
        }
        if (record.booleanValue() != null) {
            value = new Value.Truth(record.booleanValue());
            values++;
        }
        if (record.dataValue() != null) {
            value = new Value.Data(record.dataValue().hex());
            values++;
        }
        if (values != 1) {
            throw Refusal.malformed("a record with " + values + " values");
        }
        return value;
    }
}
