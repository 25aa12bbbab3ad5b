package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.gardefroid.telemetry.Sha256;

/** SenML's labels in CBOR (RFC 8428, table 6), and how a field is written under each. */
final class Labels {

    static final int BASE_NAME = -2;
    static final int BASE_TIME = -3;
    static final int BASE_UNIT = -4;
    static final int NAME = 0;
    static final int UNIT = 1;
    static final int VALUE = 2;
    static final int STRING_VALUE = 3;
    static final int BOOLEAN_VALUE = 4;
    static final int TIME = 6;
    static final int DATA_VALUE = 8;

    /** Ours: readers that do not know it pass it over (RFC 8428 §4.4), and take the syringe for a vial that was drawn up. */
    static final String DRAWN_FROM = "drawn-from";

    private Labels() {}

    static void writeText(CBORGenerator generator, int label, String text) throws IOException {
        generator.writeFieldId(label);
        generator.writeString(text);
    }

    static void writeText(CBORGenerator generator, String label, String text) throws IOException {
        generator.writeFieldName(label);
        generator.writeString(text);
    }

    /** A whole number as an integer, any other as a decimal fraction (RFC 8949 §3.4.4): exact, and smaller than a double. */
    static void writeNumber(CBORGenerator generator, int label, BigDecimal number) throws IOException {
        generator.writeFieldId(label);
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            generator.writeNumber(plain.longValueExact());
        } else {
            generator.writeNumber(plain);
        }
    }

    static void writeTruth(CBORGenerator generator, int label, boolean truth) throws IOException {
        generator.writeFieldId(label);
        generator.writeBoolean(truth);
    }

    static void writeBytes(CBORGenerator generator, int label, Sha256 hash) throws IOException {
        generator.writeFieldId(label);
        generator.writeBinary(hash.bytes());
    }
}
