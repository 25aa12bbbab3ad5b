package org.gardefroid.ingest.notify;

import java.util.Locale;

/** Why somebody is written to about an alarm. */
public enum NoticeKind {
    RAISED,
    /** More severe than what was told before. */
    WORSENED,
    /** Nothing of it goes on any more. */
    CLEARED,
    /** It was told to be over, and is not. */
    RESUMED,
    /** What was told was not so. */
    CORRECTED,
    /** Nobody has answered so far: told to the next, or once more. */
    ESCALATED;

    /** What stands for this in the database and in a mail's header, for ever. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NoticeKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
