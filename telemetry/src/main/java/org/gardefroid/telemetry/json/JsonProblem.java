package org.gardefroid.telemetry.json;

import org.jspecify.annotations.Nullable;

/** What is wrong with a document, and where in it: {@code inUse[0].lasts: not a duration: "8h"}. The message is in English. */
public final class JsonProblem extends IllegalArgumentException {

    private final String french;

    /** @param place the member that it is about; empty for the document as a whole */
    public JsonProblem(String place, String french, String english) {
        this(place, french, english, null);
    }

    public JsonProblem(String place, String french, String english, @Nullable Throwable cause) {
        super(place.isEmpty() ? english : place + ": " + english, cause);
        this.french = place.isEmpty() ? french : place + " : " + french;
    }

    /** The same for whoever reads French. */
    public String inFrench() {
        return french;
    }
}
