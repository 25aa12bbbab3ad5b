package org.gardefroid.ingest.notify.rota;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gardefroid.ingest.console.view.Language;
import org.gardefroid.ingest.console.view.Words;

/** Why a calendar is not taken for a rota, as {@code rota.refused.…} says it; by itself in both languages. */
public final class RotaRefused extends IllegalArgumentException {

    private static final int LONGEST_SHOWN = 120;

    private final String reason;
    private final transient Object[] values;

    RotaRefused(String reason, Object... values) {
        super(say(Language.FRENCH, reason, values) + " · " + say(Language.ENGLISH, reason, values));
        this.reason = reason;
        this.values = values;
    }

    public String say(Words words) {
        return words.say("rota.refused." + reason, values);
    }

    /** What was written, as far as a person wants to read it. */
    static String shown(String written) {
        return written.length() <= LONGEST_SHOWN ? written : written.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String say(Language language, String reason, Object... values) {
        return new Words(language, ZoneOffset.UTC, Instant.EPOCH).say("rota.refused." + reason, values);
    }
}
