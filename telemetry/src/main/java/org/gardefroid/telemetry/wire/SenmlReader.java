package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gardefroid.telemetry.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a SenML pack, JSON or CBOR alike (RFC 8428 §5 and §6): in CBOR the labels are the integers of its
 * table 6, which the parser hands over as their decimal names.
 */
final class SenmlReader {

    /** More than any batch; a foreign device's pack is bound by its bytes first. */
    static final int MOST_RECORDS = 4_096;

    /** Digits and exponent of a number that a device may mean. Beyond it, arithmetic itself becomes the attack. */
    private static final int MOST_DIGITS = 40;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(4)
            .maxStringLength(1_024).maxNumberLength(64).maxNameLength(64).build();

    private static final JsonFactory CBOR = CBORFactory.builder().streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private SenmlReader() {}

    static List<SenmlRecord> readCbor(byte[] content) throws Refusal {
        return read(CBOR, content);
    }

    /** Tells JSON from CBOR by the first byte: '[' and white space never begin a CBOR array. */
    static List<SenmlRecord> readEither(byte[] content) throws Refusal {
        int i = 0;
        while (i < content.length
                && (content[i] == ' ' || content[i] == '\n' || content[i] == '\r' || content[i] == '\t')) {
            i++;
        }
        return read(i < content.length && content[i] == '[' ? JSON : CBOR, content);
    }

    private static List<SenmlRecord> read(JsonFactory format, byte[] content) throws Refusal {
        try (JsonParser parser = format.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Refusal.malformed("a SenML pack is an array");
            }
            List<SenmlRecord> records = new ArrayList<>(32);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (records.size() == MOST_RECORDS) {
                    throw new Refusal(Rejection.TOO_LARGE, "more than " + MOST_RECORDS + " records");
                }
                records.add(new One(parser).read());
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw Refusal.malformed("a SenML pack holds records, and ends");
            }
            if (parser.nextToken() != null) {
                throw Refusal.malformed("bytes after the end of the pack");
            }
            return records;
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw Refusal.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The fields of one record while they are read. */
    private static final class One {

        private final JsonParser parser;
        private @Nullable String baseName;
        private @Nullable BigDecimal baseTime;
        private @Nullable String baseUnit;
        private @Nullable BigDecimal baseValue;
        private @Nullable BigDecimal baseVersion;
        private boolean hasBaseSum;
        private @Nullable String name;
        private @Nullable String unit;
        private @Nullable BigDecimal value;
        private @Nullable String stringValue;
        private @Nullable Boolean booleanValue;
        private SenmlRecord.@Nullable Bytes dataValue;
        private @Nullable BigDecimal time;
        private @Nullable String drawnFrom;

        One(JsonParser parser) {
            this.parser = parser;
        }

        SenmlRecord read() throws IOException, Refusal {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String label = parser.currentName();
                parser.nextToken();
                take(label);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw Refusal.malformed("a record that does not end");
            }
            int values = (value == null ? 0 : 1) + (stringValue == null ? 0 : 1) + (booleanValue == null ? 0 : 1)
                    + (dataValue == null ? 0 : 1);
            if (values > 1) {
                throw Refusal.malformed("a record with " + values + " values has to be " + values + " records");
            }
            return new SenmlRecord(baseName, baseTime, baseUnit, baseValue, baseVersion, hasBaseSum, name, unit, value,
                    stringValue, booleanValue, dataValue, time, drawnFrom);
        }

        private void take(String label) throws IOException, Refusal {
            switch (label) {
                case "bn", "-2" -> baseName = text(label);
                case "bt", "-3" -> baseTime = number(label);
                case "bu", "-4" -> baseUnit = text(label);
                case "bv", "-5" -> baseValue = number(label);
                case "bver", "-1" -> baseVersion = number(label);
                case "bs", "-6" -> {
                    hasBaseSum = true;
                    parser.skipChildren();
                }
                case "n", "0" -> name = text(label);
                case "u", "1" -> unit = text(label);
                case "v", "2" -> value = number(label);
                case "vs", "3" -> stringValue = text(label);
                case "vb", "4" -> booleanValue = truth(label);
                case "vd", "8" -> dataValue = bytes(label);
                case "t", "6" -> time = number(label);
                case Labels.DRAWN_FROM -> drawnFrom = text(label);
                // Sums and update times mean nothing here, and neither do fields that we do not know (RFC 8428 §4.4) …
                default -> {
                    if (label.endsWith("_")) { // … but for those that say they must be understood
                        throw Refusal.malformed("field " + label + " must be understood, and is not");
                    }
                    parser.skipChildren();
                }
            }
        }

        private String text(String label) throws IOException, Refusal {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw Refusal.malformed("field " + label + " is not text");
            }
            return parser.getText();
        }

        private BigDecimal number(String label) throws IOException, Refusal {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return switch (parser.getNumberType()) {
                    case INT, LONG -> BigDecimal.valueOf(parser.getLongValue());
                    case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> bounded(parser.getDecimalValue(), label);
                };
            }
            if (token != JsonToken.VALUE_NUMBER_FLOAT) {
                throw Refusal.malformed("field " + label + " is not a number");
            }
            if (parser.isNaN()) {
                throw new Refusal(Rejection.NOT_A_TEMPERATURE, "field " + label + " is " + parser.getDoubleValue());
            }
            return switch (parser.getNumberType()) {
                // A CBOR float or double means the decimal that its shortest form shows.
                case FLOAT -> parser.hasTextCharacters()
                        ? bounded(parser.getDecimalValue(), label)
                        : new BigDecimal(Float.toString(parser.getFloatValue()));
                case DOUBLE -> parser instanceof com.fasterxml.jackson.dataformat.cbor.CBORParser
                        ? BigDecimal.valueOf(parser.getDoubleValue())
                        : bounded(parser.getDecimalValue(), label);
                case INT, LONG, BIG_INTEGER, BIG_DECIMAL -> bounded(parser.getDecimalValue(), label);
            };
        }

        private static BigDecimal bounded(BigDecimal number, String label) throws Refusal {
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw Refusal.malformed("field " + label + " has more than " + MOST_DIGITS + " digits");
            }
            return number;
        }

        private Boolean truth(String label) throws Refusal {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case null, default -> throw Refusal.malformed("field " + label + " is neither true nor false");
            };
        }

        private SenmlRecord.Bytes bytes(String label) throws IOException, Refusal {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_EMBEDDED_OBJECT && token != JsonToken.VALUE_STRING) {
                throw Refusal.malformed("field " + label + " is not bytes");
            }
            return new SenmlRecord.Bytes(
                    HexFormat.of().formatHex(parser.getBinaryValue(Base64Variants.MODIFIED_FOR_URL)));
        }
    }
}
