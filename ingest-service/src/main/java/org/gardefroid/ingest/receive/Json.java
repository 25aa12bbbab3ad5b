package org.gardefroid.ingest.receive;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A text as JSON has it. */
final class Json {

    private Json() {}

    static String text(String value) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
