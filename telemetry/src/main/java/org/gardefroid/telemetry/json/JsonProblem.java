package org.gardefroid.telemetry.json;

/** What is wrong with a document, and where in it: {@code inUse[0].lasts: not a duration: "8h"}. */
public final class JsonProblem extends IllegalArgumentException {

    public JsonProblem(String message) {
        super(message);
    }

    public JsonProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
